import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { coded, negated } from './speech.ts';
import { clauseAt, sentenceAt, tokensOf, wordsAt } from './tokens.ts';

/**
 * The languages the family can be spoken to in (R002), in the order said. Unasked, a language counts beside a word of
 * speaking, or alone in its clause; the language of a document or of an interpreter, or a wish to the bot itself, does not.
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'language').filter((hit) => !negated(text, hit.from) && (asked || counts(text, hit)));
  const first = hits[0];
  const last = hits.at(-1);
  if (first === undefined || last === undefined) return asked ? nearest(text, 'language', () => true, codesOf) : null;
  const codes = [...new Set(hits.flatMap((hit) => codesOf(hit.code)))];
  return foundOf([codes], wordsAt(text, first.from, last.to));
}

function codesOf(code: string): string[] {
  return code === 'both' ? ['ar', 'en'] : [code];
}

function counts(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  if (hit.code === 'both') return false;
  const clause = clauseAt(tokens, hit.from);
  const sentence = sentenceAt(tokens, hit.from);
  const others = hitsOf(text, 'other').filter((other) => other.from >= sentence.from && other.to <= sentence.to);
  const beside = (code: string, reach: number) =>
    others.some(
      (other) =>
        other.code === code &&
        other.from >= clause.from &&
        other.to <= clause.to &&
        Math.abs(other.from - hit.from) <= reach,
    );
  if (beside('switch', 3) || beside('interpreter', 3)) return false;
  const documents = hitsOf(text, 'documents').some(
    (other) => other.code !== 'none' && other.from >= sentence.from && other.to <= sentence.to,
  );
  if (documents) return false;
  if (beside('speak', 4)) return true;
  return alone(text, clause) && tokens[hit.from]?.fold !== 'ar' && tokens[hit.from]?.fold !== 'en';
}

/** Whether a clause holds languages and little words only. */
function alone(text: Text, clause: { from: number; to: number }): boolean {
  const covered = [...hitsOf(text, 'language'), ...coded(hitsOf(text, 'speech'), 'filler')];
  for (let at = clause.from; at < clause.to; at++)
    if (!covered.some((hit) => hit.from <= at && at < hit.to)) return false;
  return true;
}
