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

function stops(round: Round, from: number, to: number, ends: RegExp): boolean {
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

/** "Contact: Mr. A. (brother, 35)": of somebody else than the patient. */
export function ofContact({ tokens, asked }: Round, at: number): boolean {
  if (asked) return false;
  for (let back = at - 1; back >= 0 && at - back <= 6; back -= 1) {
    const word = tokens[back]?.fold ?? '';
    if (word === 'contact' || word === 'تواصل' || word === 'للتواصل') return true;
    if (/^(?:patient|pt|ال?مريضه?)$/.test(word) || (tokens[back]?.gap ?? '').includes('\n')) return false;
  }
  return false;
}

/** The noun before a word for age is a thing: "the report is 2 years old". */
export function ofThing(round: Round, at: number): boolean {
  return !round.asked && before(round, 'thing', at, 4) && !before(round, 'person', at, 4);
}

/** "48 male", "male, 48", "young man 22", "48M". */
export function sexed(round: Round, from: number, to: number): boolean {
  if (round.keys.some((key) => key.code === 'after' && key.from === to && !breaks(round.tokens[to]?.gap ?? '')))
    return Number(round.tokens[from]?.fold) > few || !noun.test(round.tokens[to]?.fold ?? '');
  const last = round.tokens[from - 1]?.fold ?? '';
  return (
    /^(?:male|female|man|woman|lady|gentleman|boy|girl|ذكر|انثي)$/.test(last) &&
    !/[.;?!\n]/.test(round.tokens[from]?.gap ?? '')
  );
}

/** A number up to this before a person counts persons: "1 lady", "2 boy". */
const few = 12;
const noun = /^(?:male|female|man|woman|lady|boy|girl|ذكر|انثي)$/;

/** "رجل من الدمام ٤٥ سنة", "Saudi lady Riyadh 45 years": nothing but places between a person and the years. */
export function personFrom(round: Round, at: number): boolean {
  const places = hitsOf(round.text, 'country');
  let here = at - 1;
  while (
    here >= 0 &&
    at - here <= mostPlaces &&
    (placed(round, here) || places.some((hit) => hit.from <= here && here < hit.to))
  )
    here -= 1;
  return (
    here < at - 1 &&
    !stops(round, here + 1, at, /[.;?!\n]/) &&
    round.keys.some((key) => key.code === 'person' && key.to === here + 1)
  );
}
const mostPlaces = 5;
/** Little words of places, and of blessings: "عمتي الله يحفظها ٥٨ سنة". */
const placing = /^(?:من|في|from|in|of|اله|(?:يحفظ|يشفي|يعافي|يرعا|يخلي|يسلم)(?:ه|ها|لي|لنا)?)$/;
const placed = (round: Round, at: number): boolean => placing.test(round.tokens[at]?.fold ?? '');

/** "my husband (48)": a number alone in brackets behind a person. */
export function inBrackets(round: Round, from: number): boolean {
  const [open, close] = [
    round.tokens[from]?.gap ?? '',
    round.tokens[from + 1]?.gap ?? round.text.clean.slice(round.tokens[from]?.end),
  ];
  return open === '(' && close.startsWith(')') && round.keys.some((key) => key.code === 'person' && key.to === from);
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

/** Other fields that a list of answers may hold beside an age. */
const others = ['country', 'direction', 'goal', 'language', 'urgency', 'writer'] as const;

/** Whether a number apart from all else is an age by its company: a person just before it, or two other fields in the message. */
export function listed(round: Round, from: number): boolean {
  if (round.keys.some((key) => key.code === 'person' && key.to === from)) return true;
  return others.filter((list) => hitsOf(round.text, list).some((hit) => hit.code !== 'none')).length >= 2;
}

/** "we are 45 and 42". */
function pair({ tokens }: Round, from: number): boolean {
  const grown = (at: number) => Number(tokens[at]?.fold) > few;
  return grown(from) && tokens[from + 1]?.fold === 'and' && grown(from + 2) && clauseAt(tokens, from).to === from + 3;
}

/** "My son is 9": a person, "is", the number, and nothing that it might count. */
export function statedOf(round: Round, from: number): boolean {
  const goesOn = /^(?:and|with|has|who|but|he|she)$/.test(round.tokens[from + 1]?.fold ?? '');
  if (round.tokens[from - 1]?.fold === 'are') return pair(round, from);
  if (round.tokens[from - 1]?.fold === 'now')
    return clauseAt(round.tokens, from).to === from + 1 && Number(round.tokens[from]?.fold) > few;
  if (round.tokens[from - 1]?.fold !== 'is' || !(goesOn || clauseAt(round.tokens, from).to === from + 1)) return false;
  return round.keys.some((key) => key.code === 'person' && key.to === from - 1);
}
