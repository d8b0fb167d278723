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
  /** Whether no date can begin at a token: it is neither a word that begins one nor a number. */
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
  const begins = new Set<number>();
  for (const hit of hitsOf(text, 'dates')) {
    const own = hits.get(hit.from);
    const one = { kind: hit.code.split(' ', 1)[0] ?? '', hit };
    if (!joining.has(one.kind)) begins.add(hit.from);
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
    empty: (token) => !begins.has(token) && !numbers.has(token),
    number: (token) => numbers.get(token),
    gap: (token) => tokens[token]?.gap ?? '',
  };
}

/** Codes of words that only join or end dates, or are none. */
const joining = new Set('of or to from lasting half onwards ended except none asap flexible open people'.split(' '));

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

/** A day of a month from token `at` on, in digits, in words, or as an ordinal ("الخامس", "fifth"). */
export function dayNumber(line: Line, at: number): { value: number; to: number } | null {
  const nth = line.at(at, 'nth');
  if (nth !== undefined) return { value: Number(nth.code.slice(4)), to: nth.to };
  const number = line.number(at);
  return number !== undefined && Number.isInteger(number.value) && number.value >= 1 && number.value <= 31
    ? number
    : null;
}

/** The token after "to", "and", a dash: where the second day of a span stands. */
export function between(line: Line, at: number): number | null {
  if (/^[-–—/]$/.test(line.gap(at))) return at;
  const joint = line.at(at, 'to') ?? line.at(at, 'or');
  if (joint !== undefined && !breaks(line.gap(at))) return joint.to;
  return /^و/.test(line.tokens[at]?.fold ?? '') && line.number(at) !== undefined ? at : null;
}

/** The days from a first one on, up to the second one if there is one: "10-15", "10 to 15". */
export function daySpan(
  line: Line,
  first: { value: number; to: number },
): { first: number; last: number; to: number; two: boolean } {
  const joint = between(line, first.to);
  const second = joint === null ? null : dayNumber(line, joint);
  return second === null || second.value <= first.value
    ? { first: first.value, last: first.value, to: first.to, two: false }
    : { first: first.value, last: second.value, to: second.to, two: true };
}
