import { clean, fold, type Text } from '../normalise.ts';
import type { Hit } from './lexicon.ts';
import { tokensOf } from './tokens.ts';
import words from './words/onlyAsked.json' with { type: 'json' };

const phrases = Object.fromEntries(
  Object.entries(words).map(([list, own]) => [list, new Set(own.map((phrase) => fold(clean(phrase))))]),
);

/** Whether a phrase says too many other things to count before its field was asked for ("high", عادي, "my friend"). */
export function onlyAsked(list: keyof typeof words, text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text).slice(hit.from, hit.to);
  return phrases[list]?.has(tokens.map((token) => token.fold).join(' ')) ?? false;
}
