import type { Text } from '../../normalise.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { breaks, type Token, tokensOf } from '../tokens.ts';
import { type Day, dayOf, type Window } from './calendar.ts';

/** A message as the readers of dates see it. */
export type Line = {
  tokens: readonly Token[];
  today: Day;
  /** Whether dates were asked for. */
  asked: boolean;
  country: string | undefined;
  /** The word of the dates' vocabulary that begins at a token and has this code, or a code that begins so. */
  at(token: number, code: string): Hit | undefined;
  /** Whether no date can begin at a token: it is neither a word of dates nor a number. */
  empty(token: number): boolean;
  number(token: number): Numeral | undefined;
  /** The gap before a token, '' beyond the end. */
  gap(token: number): string;
};

/** A window read from tokens `at` up to, not including, `end`; `other` is its second reading. */
export type Piece = Window & {
  at: number;
  end: number;
  kind: 'day' | 'week' | 'weekday' | 'month' | 'other';
  other?: Window;
};

export function lineOf(text: Text, today: string, asked: boolean, country?: string): Line {
  const tokens = tokensOf(text);
  const hits = new Map<number, { kind: string; hit: Hit }[]>();
  for (const hit of hitsOf(text, 'dates')) {
    const own = hits.get(hit.from);
    const one = { kind: hit.code.split(' ', 1)[0] ?? '', hit };
    if (own === undefined) hits.set(hit.from, [one]);
    else own.push(one);
  }
  const numbers = new Map(numbersOf(text).map((number) => [number.from, number]));
  return {
    tokens,
    today: dayOf(today),
    asked,
    country,
    at: (token, code) => hits.get(token)?.find((one) => one.hit.code === code || one.kind === code)?.hit,
    empty: (token) => !hits.has(token) && !numbers.has(token),
    number: (token) => numbers.get(token),
    gap: (token) => tokens[token]?.gap ?? '',
  };
}

/** The token after little words ("of", "the", من, شهر) from `token` on, as long as no punctuation stands between. */
export function skipped(line: Line, token: number): number {
  let at = token;
  for (let step = 0; step < 3; step++) {
    const hit = line.at(at, 'of') ?? line.at(at, 'in');
    if (hit === undefined || breaks(line.gap(at)) || line.at(at, 'h') !== undefined) return at;
    at = hit.to;
  }
  return at;
}
