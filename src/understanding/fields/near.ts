import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { phrasesOf } from './lexicon.ts';
import type { vocabularies } from './vocabularies.ts';

/** An answer longer than this is a sentence, not a mistyped word. */
const longest = 24;

/**
 * A short answer that is one mistyped phrase of a vocabulary: up to three letters must be exact, four or five may have one
 * error, up to eight two, longer ones a quarter. Two different codes equally near: nothing, so the question is asked again.
 */
export function nearest(
  text: Text,
  list: keyof typeof vocabularies,
  accepts: (code: string) => boolean = (code) => code !== 'none',
  value: (code: string) => unknown = (code) => code,
): Found | null {
  const word = text.fold.replace(/^ال/, '');
  if (word.length < 4 || word.length > longest || /^\d+$/.test(word)) return null;
  let best = word.length <= 5 ? 1 : word.length <= 8 ? 2 : Math.floor(word.length / 4);
  let codes = new Set<string>();
  for (const [phrase, code] of phrasesOf(list)) {
    if (Math.abs(phrase.length - word.length) > best || phrase.length < 4 || !accepts(code)) continue;
    if (phrase[0] !== word[0] && best > 1) continue;
    const far = distance(word, phrase, best);
    if (far > best) continue;
    if (far < best) codes = new Set();
    best = far;
    codes.add(code);
  }
  const values = [...codes].map((code) => JSON.stringify(value(code)));
  return new Set(values).size === 1 ? foundOf([JSON.parse(values[0] ?? 'null')], text.clean) : null;
}

/** Edits from one word to the other, neighbours swapped counting once; more than `most` is only said to be more. */
export function distance(a: string, b: string, most: number): number {
  let two: number[] = [];
  let one = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      let edits = Math.min((one[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (one[at - 1] ?? 0) + same);
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) edits = Math.min(edits, (two[at - 2] ?? 0) + 1);
      now.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    two = one;
    one = now;
  }
  return one[b.length] ?? most + 1;
}
