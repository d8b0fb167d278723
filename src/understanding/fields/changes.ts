import { type Text, textOf } from '../normalise.ts';
import { labelField } from './labels.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/** A change that a message names: the field, and the text that holds its new value. */
export type Change = { field: string; value: Text };

/** The longest name of a field, in words. */
const longestName = 4;

type Named = { field: string; from: number; value: number };

/**
 * The changes a message names, in order: "غير البلد إلى قطر", "change the dates to March and the age to 60", "خلها ٤ بدل ٣".
 */
export function changesIn(text: Text): Change[] {
  const speech = hitsOf(text, 'speech');
  const tokens = tokensOf(text);
  const verb = speech.find((hit) => hit.code === 'change' && nameAt(text, speech, hit.to) !== null);
  const first = verb === undefined ? null : nameAt(text, speech, verb.to);
  if (first === null) return [];
  const named = [first];
  for (let at = first.value + 1; at < tokens.length; at += 1) {
    const next = nameAt(text, speech, at);
    if (next === null || !next.to) continue;
    named.push(next);
    at = next.value;
  }
  return named.map((one, at) => ({
    field: one.field,
    value: textOf(wordsAt(text, one.value, named[at + 1]?.from ?? tokens.length)),
  }));
}

/** The field named from a word on, the longest name first; `to` where a "to" follows it. */
function nameAt(text: Text, speech: readonly Hit[], from: number): (Named & { to: boolean }) | null {
  const most = Math.min(tokensOf(text).length - 1, from + longestName);
  for (let to = most; to > from; to -= 1) {
    const field = labelField(wordsAt(text, from, to).replace(/^(?:(?:and|the|my|our) )+/i, ''));
    if (field === null) continue;
    const sign = speech.find((other) => other.code === 'to' && other.from === to);
    return { field, from, value: sign?.to ?? to, to: sign !== undefined };
  }
  return null;
}
