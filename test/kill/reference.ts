import { type Facts, noFacts } from '../../src/dialogue/facts.ts';
import { turn } from '../../src/dialogue/turn.ts';
import { phoneCountry } from '../../src/intake/phoneCountry.ts';
import type { Content } from '../../src/understanding/content.ts';
import { dayIn } from '../../src/understanding/countryFacts.ts';
import { mask } from '../../src/understanding/private/mask.ts';

/** What must come of a script when nothing goes wrong: the replies to each turn, and the briefs. */
export type Reference = { replies: readonly (readonly string[])[]; briefs: readonly object[] };

const SAME_CASE = 'MVM-00000-0';

/** A text with whatever case number it holds replaced by always the same. */
export const withoutCase = (text: string): string => text.replace(/MVM-[0-9A-Z]{5}-[0-9A-Z]/g, SAME_CASE);

/** Plays the turns of one person in the pure core alone: a turn is what they say, or the messages of a burst. */
export function play(turns: readonly (string | Content | readonly (string | Content)[])[], number: string): Reference {
  const now = Date.now();
  const country = phoneCountry([{ kind: 'phone', value: number }]) ?? undefined;
  const contentOf = (said: string | Content): Content =>
    typeof said === 'string' ? { kind: 'text', text: mask(said, dayIn(country, now), country).text } : said;
  const briefs: object[] = [];
  let facts: Facts = noFacts;
  const replies = turns.map((said, i) => {
    const messages = [said].flat().map((each, j) => {
      return { id: `M${i}-${j}`, at: now, content: contentOf(each), ...(country && { phoneCountry: country }) };
    });
    const done = turn(facts, messages, { now, number: 'main', caseNumber: SAME_CASE });
    facts = JSON.parse(JSON.stringify(done.facts)) as Facts;
    briefs.push(...done.effects.flatMap((effect) => (effect.type === 'file' ? [effect.brief] : [])));
    return done.effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : []));
  });
  return { replies, briefs };
}

/** Whether two briefs say the same: all but what is new each time (case number, times, message ids). */
export const sameBrief = (one: object | undefined, other: object | undefined): boolean =>
  comparable(one) === comparable(other);

const comparable = (brief: object | undefined): string | undefined =>
  brief &&
  withoutCase(
    JSON.stringify(brief, (key, value: unknown) => (/^(at|createdAt|message)$/.test(key) ? undefined : value)),
  );
