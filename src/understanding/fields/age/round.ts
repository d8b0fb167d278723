import type { Text } from '../../normalise.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import type { Numeral } from '../numbers.ts';
import { breaks, clauseAt, type Token } from '../tokens.ts';

/** What stands round a number, by name of the list in `words/ageKeys.json`. */
export type Round = { tokens: readonly Token[]; keys: readonly Hit[]; text: Text; asked: boolean; today: string };

export function span(round: Round, before: Numeral | undefined, after: Numeral | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const between = round.tokens
    .slice(before.to, after.from)
    .map((token) => token.fold)
    .join(' ');
  if (between === '') return /^[-–—/]$/.test(round.tokens[after.from]?.gap ?? '');
  return /^(?:(?:سنه|سنوات|years|yrs|شهور|months)? ?(?:الي|ل|لين|او|و|to|or|and|till|until|ila|ela|ow|aw))$/.test(
    between,
  );
}

export function before(round: Round, code: string, at: number, reach: number): boolean {
  return round.keys.some(
    (key) =>
      key.code === code &&
      key.to <= at &&
      at - key.to < reach &&
      !stops(round, key.to, at, code === 'age' ? /[.;?!\n]/ : /[.;?!\n,]/),
  );
}

export function stops(round: Round, from: number, to: number, ends: RegExp): boolean {
  for (let at = from; at <= to; at++) if (ends.test(round.tokens[at]?.gap ?? '')) return true;
  return false;
}

export function unit(round: Round, code: string, at: number): boolean {
  return round.keys.some((key) => key.code === code && key.from === at) && !breaks(round.tokens[at]?.gap ?? '');
}

export function old(round: Round, at: number): boolean {
  return (
    /^(?:old|العمر|yo)$/.test(round.tokens[at]?.fold ?? '') ||
    round.tokens[at - 1]?.fold === 'yo' ||
    (round.tokens[at - 1]?.fold === 'y' && round.tokens[at]?.fold === 'o')
  );
}

/** A time that something lasts or lasted: "since 6 years", "5 years ago". */
export function lasting(round: Round, from: number, to: number): boolean {
  const ago = round.keys.some(
    (key) => key.code === 'ago' && key.from >= to && key.from <= to + 1 && !stops(round, to, key.from, /[.;?!\n,()]/),
  );
  return (
    ago ||
    (before(round, 'from', from, 1) &&
      !round.keys.some((key) => key.code === 'above' && key.to === from && round.asked))
  );
}

export function person(round: Round, at: number): boolean {
  return (
    before(round, 'person', at, 2) ||
    round.keys.some((key) => key.code === 'person' && key.from === at && !breaks(round.tokens[at]?.gap ?? ''))
  );
}

/** The noun before a word for age is a thing: "the report is 2 years old". */
export function ofThing(round: Round, at: number): boolean {
  return !round.asked && before(round, 'thing', at, 4) && !before(round, 'person', at, 4);
}

/** The number counts something else: persons, weeks, money, a day of a month. */
export function counted(round: Round, at: number): boolean {
  const gap = round.tokens[at]?.gap ?? '';
  if (breaks(gap)) return false;
  const word = round.tokens[at]?.fold ?? '';
  const people = hitsOf(round.text, 'travellers').some(
    (hit) => hit.from === at && /people|adult|child|companion/.test(hit.code),
  );
  return (
    people ||
    /^[/.-]$/.test(gap) ||
    hitsOf(round.text, 'dates').some((hit) => hit.from === at && /^(m|h) /.test(hit.code)) ||
    /^(?:usd|sar|aed|kwd|qar|ريال|درهم|دولار|دينار|kg|كيلو|سم|cm|mm|times|مرات|مره|nights|ليالي|percent)$/.test(word)
  );
}

/** Whether a clause holds these words and nothing else: "…, 50, …". */
export function apart(round: Round, from: number, to: number): boolean {
  const clause = clauseAt(round.tokens, from);
  return clause.from === from && clause.to === to && round.tokens.length > to - from;
}
