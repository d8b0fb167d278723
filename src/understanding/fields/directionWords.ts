import { clean, type Text, textOf } from '../normalise.ts';
import { formsOf } from './forms.ts';
import type { Hit } from './lexicon.ts';
import { breaks, tokensOf } from './tokens.ts';
import limits from './words/directionLimits.json' with { type: 'json' };
import onlyAsked from './words/onlyAsked.json' with { type: 'json' };

const words = { ...limits, everyday: onlyAsked.direction };

type Kind = keyof typeof words;

const folded: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(words).map(([kind, phrases]) => [kind, new Set(phrases.map(keyOf))]),
);

function keyOf(phrase: string): string {
  return tokensOf(textOf(clean(phrase)))
    .map((token) => token.fold)
    .join(' ');
}

/** Whether the words of a hit stand, whatever is attached to them, in one of the lists that limit what a word of medicine may mean. */
export function isOf(kind: Kind, text: Text, hit: Hit): boolean {
  if (hit.to - hit.from === 1) return wordIsOf(kind, text, hit.from);
  const said = tokensOf(text)
    .slice(hit.from, hit.to)
    .map((token) => token.fold)
    .join(' ');
  return folded.get(kind)?.has(said) ?? false;
}

/** Whether the word at a place stands in a list, as it is or without what is attached to it. */
export function wordIsOf(kind: Kind, text: Text, at: number): boolean {
  const word = tokensOf(text)[at]?.fold;
  const list = folded.get(kind);
  return word !== undefined && list !== undefined && formsOf(word).some((form) => list.has(form));
}

/** "القلب سليم", "heart is fine": what is well is not what a person comes for. */
export function isWell(text: Text, hit: Hit, isNot: (at: number) => boolean): boolean {
  const tokens = tokensOf(text);
  for (let at = hit.to; at < Math.min(tokens.length, hit.to + 2); at += 1) {
    if (breaks(tokens[at]?.gap ?? '') || isNot(at)) return false;
    if (wordIsOf('well', text, at)) return true;
  }
  return false;
}

/** Whether a folded word without its article is one of everyday life that looks like a word of medicine. */
export function isOrdinary(word: string): boolean {
  return folded.get('ordinary')?.has(word) ?? false;
}
