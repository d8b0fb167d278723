import { hitsOf } from '../lexicon.ts';
import { breaks, clauseAt } from '../tokens.ts';
import { type Round, stops } from './round.ts';

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
