import { distance, forgiven } from '../distance.ts';
import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { phrasesOf } from './lexicon.ts';
import type { vocabularies } from './vocabularies.ts';

/** An answer longer than this is a sentence, not a mistyped word. */
const longest = 24;

type Phrase = readonly [phrase: string, code: string];

/** The phrases of a vocabulary by first letter and length: only those can be near a word. */
const shelves = new Map<string, Map<string, Phrase[]>>();

function shelvesOf(list: keyof typeof vocabularies): Map<string, Phrase[]> {
  const there = shelves.get(list);
  if (there !== undefined) return there;
  const shelf = new Map<string, Phrase[]>();
  for (const entry of phrasesOf(list)) {
    const key = `${entry[0][0]}${entry[0].length}`;
    const beside = shelf.get(key);
    if (beside === undefined) shelf.set(key, [entry]);
    else beside.push(entry);
  }
  shelves.set(list, shelf);
  return shelf;
}

/**
 * A short answer that is one mistyped phrase of a vocabulary: it begins with the same letter; up to three letters must be
 * exact, up to seven may have one error, longer ones two. Two different codes equally near: nothing, so the question is
 * asked again. What was found is marked `near`, for a word that was meant may belong to another field.
 */
export function nearest(
  text: Text,
  list: keyof typeof vocabularies,
  accepts: (code: string) => boolean = (code) => code !== 'none',
  value: (code: string) => unknown = (code) => code,
): Found | null {
  const word = text.fold.replace(/^(?:ال|(?:el|il|al) ?(?=[a-z]{5}))/, '');
  if (word.length < 4 || word.length > longest || /^\d+$/.test(word)) return null;
  const shelf = shelvesOf(list);
  let best = forgiven(word.length);
  let codes = new Set<string>();
  for (let length = Math.max(4, word.length - best); length <= word.length + best; length += 1) {
    for (const [phrase, code] of shelf.get(`${word[0]}${length}`) ?? []) {
      if (!accepts(code)) continue;
      const far = distance(word, phrase, best);
      if (far > best) continue;
      if (far < best) codes = new Set();
      best = far;
      codes.add(code);
    }
  }
  const values = new Set([...codes].map((code) => JSON.stringify(value(code))));
  const [only] = values;
  const found = values.size === 1 && only !== undefined ? foundOf([JSON.parse(only)], text.clean) : null;
  return found === null ? null : { ...found, near: true };
}
