import type { Text } from '../normalise.ts';
import { type Logistic, logistics } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated, past, questioned, wanted } from './speech.ts';
import { wordsAt } from './tokens.ts';

/** Local help wanted (R016), several at once; an empty list if the person says that none is needed. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'logistics').filter((hit) => hit.code !== 'ignored');
  const counted = hits.filter(
    (hit) =>
      hit.code !== 'none' &&
      (asked || !onlyAsked('logistics', text, hit)) &&
      !negated(text, hit.from) &&
      (asked ||
        (hit.code !== 'all' && !questioned(text, hit.from) && !past(text, hit.from) && !booked(text, hit.from))),
  );
  if (!asked && new Set(counted.map((hit) => hit.code)).size < 2 && !counted.some((hit) => wanted(text, hit.from)))
    return null;
  const first = counted[0];
  if (first === undefined) {
    const none = hits.find((hit) => hit.code === 'none' || negated(text, hit.from));
    return asked && none !== undefined ? foundOf([[]], wordsAt(text, none.from, none.to)) : null;
  }
  const codes = new Set(counted.map((hit) => hit.code));
  const value: Logistic[] = codes.has('all') ? [...logistics] : logistics.filter((code) => codes.has(code));
  return foundOf([value], wordsAt(text, first.from, (counted.at(-1) ?? first).to));
}

/** "before we book flights", "قبل ما نحجز": not a wish. */
function booked(text: Text, at: number): boolean {
  const words = wordsAt(text, Math.max(0, at - 4), at);
  return /(?:before|قبل|booked|حجزنا|we book|أحجز|احجز)/i.test(words);
}
