import { dayIn } from '../../src/dialogue/country.ts';
import { type Facts, noFacts } from '../../src/dialogue/facts.ts';
import { turn } from '../../src/dialogue/turn.ts';
import { phoneCountry } from '../../src/intake/phoneCountry.ts';
import { mask } from '../../src/understanding/private/mask.ts';
import type { Script } from './scripts.ts';

/** What must come of a script when nothing goes wrong: the replies to each line, and the brief. */
export type Reference = { replies: readonly (readonly string[])[]; brief: object };

const SAME_CASE = 'MVM-00000-0';

/** A text with whatever case number it holds replaced by always the same. */
export const withoutCase = (text: string): string => text.replace(/MVM-[0-9A-Z]{5}-[0-9A-Z]/g, SAME_CASE);

/** Plays the script in the pure core alone: one line a turn. Throws when it does not end with one brief of all nine fields. */
export function referenceOf(script: Script, number: string): Reference {
  const now = Date.now();
  const country = phoneCountry([{ kind: 'phone', value: number }]) ?? undefined;
  const briefs: object[] = [];
  let facts: Facts = noFacts;
  const replies = script.map((line, i) => {
    const text = mask(line, dayIn(country, now), country).text;
    const message = { id: `M${i}`, at: now, content: { kind: 'text' as const, text }, ...(country && { phoneCountry: country }) };
    const done = turn(facts, [message], { now, number: 'main', caseNumber: SAME_CASE });
    facts = JSON.parse(JSON.stringify(done.facts)) as Facts;
    briefs.push(...done.effects.flatMap((effect) => (effect.type === 'file' ? [effect.brief] : [])));
    return done.effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : []));
  });
  const [brief, ...more] = briefs;
  const missing = brief && 'missing' in brief && Array.isArray(brief.missing) ? brief.missing.length : Number.NaN;
  if (!brief || more.length > 0 || missing > 0) throw new Error(`the script "${script[0]}" does not end in one full brief`);
  return { replies, brief };
}
