import type { Text } from '../normalise.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import type { Numeral } from './numbers.ts';
import { breaks, tokensOf } from './tokens.ts';

/** Words that do not count: tokens `from` up to, not including, `to`; `list` is the vocabulary that another word of it replaces. */
export type Span = { from: number; to: number; list?: List };

export const lists = ['country', 'direction', 'goal', 'urgency', 'language', 'dates', 'city', 'writer'] as const;
export type List = (typeof lists)[number];

export const wordOf = (text: Text, at: number): string => tokensOf(text)[at]?.fold ?? '';

/** Where the words after an "I said" end: "…, now", "… but". */
export const turns = /^(?:but|now|instead|before|earlier|بس|لكن|الحين|الان|هسه|دلوقتي|قبل|bs|bas|al7een|alhin)$/;

/** Two numbers that count the same: at most one of them has a unit, or both the same. */
export function same(text: Text, first: Numeral, second: Numeral): boolean {
  const tokens = tokensOf(text);
  const unit = (number: Numeral) => (breaks(tokens[number.to]?.gap ?? '') ? '' : wordOf(text, number.to));
  return (
    unit(first) === '' ||
    unit(second) === '' ||
    unit(first) === unit(second) ||
    turns.test(unit(first)) ||
    hitsOf(text, 'speech').some((hit) => hit.from === first.to)
  );
}

/** The words of a vocabulary that name a value; of the dates' only those that name a time. */
export function namedIn(text: Text, list: List): Hit[] {
  return hitsOf(text, list).filter(
    (hit) => hit.code !== 'none' && (list !== 'dates' || /^(?:[mh]|wd|anchor|season) /.test(hit.code)),
  );
}
