import { findFields } from './fields/findFields.ts';
import words from './fields/words/wholly.json' with { type: 'json' };
import type { Listening, Said } from './meaning.ts';
import { clean, fold, type Text, textOf } from './normalise.ts';
import type { Spoken } from './spoken.ts';
import { isAsking } from './topics.ts';

/** A longer message says more than a value. */
const mostWords = 5;
const folded = (own: readonly string[]): Set<string> => new Set(own.map((word) => fold(clean(word))));
const little = folded(words.little);
const ofAge = folded(words.age);

/**
 * The fields whose values a short message is from its first word to its last ("in March", "we are 4", "القلب"), when it
 * asks nothing; none when it says anything more. Such a message is no text of its own, whatever stands open.
 */
export function whollyOf(text: Text, spoken: Spoken, listening: Listening): Said[] {
  if (spoken.words.length === 0 || spoken.words.length > mostWords || isAsking(spoken)) return [];
  const alone = findFields(text, { ...listening, pending: null });
  // "65 years" is said of an age, but not before it is asked for: it may be how long somebody has been ill.
  const saysAge = alone.length === 0 && spoken.words.some(({ word }) => ofAge.has(word));
  const said = saysAge ? findFields(text, { ...listening, pending: { field: 'age_group' } }) : alone;
  if (said.length === 0) return [];
  let rest = text.fold;
  for (const one of said) rest = rest.replace(textOf(one.words).fold, ' ');
  const isAge = said.some(({ field }) => field === 'age_group');
  const left = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  return left.every((word) => little.has(word) || (isAge && (ofAge.has(word) || /^\d{1,3}$/.test(word)))) ? said : [];
}
