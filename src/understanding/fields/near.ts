import { distance, forgiven } from '../distance.ts';
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
  let best = forgiven(word.length);
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
