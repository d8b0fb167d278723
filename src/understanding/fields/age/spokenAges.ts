import type { Text } from '../../normalise.ts';
import { hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { tokensOf } from '../tokens.ts';
import { birthDate, bornIn } from './births.ts';
import { decades } from './decades.ts';
import { glued } from './glued.ts';
import { apart, before, counted, lasting, ofThing, old, person, type Round, span, unit } from './round.ts';
import { shifted } from './shifted.ts';
import { inBrackets, listed, ofContact, personFrom, sexed, statedOf } from './stated.ts';
import { worded } from './wordedAges.ts';

/** Nobody is older (`domain.md` 8.2): a bigger number is something else. */
const oldest = 120;
/** A text with more numbers is a table, and what stands behind them is not read for ages. */
const mostNumbers = 60;

/** The ages in years that a message tells; more than one if it gives a span or speaks of two. Unasked, only where it is surely an age. */
export function spokenAges(text: Text, asked: boolean, today: string): number[] {
  const round: Round = { tokens: tokensOf(text), keys: hitsOf(text, 'ageKeys'), text, asked, today };
  const born = bornIn(round);
  if (born.length > 0) return born;
  const numbers = numbersOf(text)
    .slice(0, mostNumbers)
    .filter((number) => !inDate(round, number));
  const ages: number[] = [];
  for (const [at, number] of numbers.entries()) {
    const last = numbers[at - 1];
    if (last !== undefined && ages.length > 0 && partOf(round, last, number)) continue;
    if (afterTwo(round, number)) continue;
    if (last !== undefined && span(round, last, number) && ages.length > 0) {
      ages.push(unit(round, 'month', number.to) ? number.value / 12 : shifted(round, number, number.value));
      continue;
    }
    const years = agesOf(round, number, numbers[at + 1]);
    ages.push(...years);
    if (ages.length > 0 && round.keys.some((key) => key.code === 'born')) break;
    if (ages.length > 0 && !asked && !span(round, number, numbers[at + 1])) break;
  }
  if (ages.length > 0) return banded(text, ages);
  return [...worded(round), ...decades(round), ...glued(round)];
}

/** The day and the month of a date whose year is told: "1/1/1961". */
function inDate({ text, tokens, asked }: Round, { value, from, to }: Numeral): boolean {
  if (!asked || value > 31 || !(date.test(tokens[from]?.gap ?? '') || date.test(tokens[to]?.gap ?? ''))) return false;
  return numbersOf(text).some((year) => year.value >= 1300 && Math.abs(year.from - from) <= 2);
}
const date = /^[/.-]$/;

/** "39 years and 10 months": the months belong to the years before them. */
function partOf(round: Round, years: Numeral, number: Numeral): boolean {
  const smaller =
    unit(round, 'month', number.to) || unit(round, 'week', number.to) || round.tokens[number.to]?.fold === 'm';
  if (!smaller || !unit(round, 'year', years.to) || number.from - years.to > 3) return false;
  return !/^(?:الي|ل|لين|او|to|or|till)$/.test(round.tokens[number.from - 1]?.fold ?? '');
}

/** "سنتين و٣ شهور". */
function afterTwo(round: Round, { from, to }: Numeral): boolean {
  if (!unit(round, 'month', to)) return false;
  return round.keys.some((key) => key.code === 'two years' && key.to <= from && from - key.to <= 1);
}

/** A written band ("٤٠-٥٩", "18–39") is one group, told by its lower end. */
function banded(text: Text, ages: number[]): number[] {
  const band = /(?<!\d)(0|2|13|18|40) ?(?:-|–|—|to|الى|إلى|ل|لين) ?(1|12|17|39|59)(?!\d)/.exec(text.clean);
  return band === null ? ages : [Number(band[1])];
}

/** One age, or two where a number may be read in two ways, or none. */
function agesOf(round: Round, number: Numeral, next: Numeral | undefined): number[] {
  const { value, from, to } = number;
  if (round.asked && before(round, 'grade', from, 1) && value >= 1 && value <= 12) return [value + 5, value + 6];
  const age = ageOf(round, number, next);
  if (age === null) return [];
  const word = round.tokens[to];
  const short = round.asked && word?.fold === 'm' && word.gap === '' && value <= 36;
  return short && /\d ?m(?![a-z])/.test(round.text.clean) ? [value / 12, value] : [age];
}

/** The word as it was written: "'92". */
const wordOf = ({ text, tokens }: Round, at: number): string =>
  text.clean.slice(tokens[at]?.start ?? 0, tokens[at]?.end ?? 0);

function ageOf(round: Round, number: Numeral, next: Numeral | undefined): number | null {
  const { value, from, to } = number;
  if (value >= 1300 && value < 2100) return birthDate(round, number);
  const born = before(round, 'born', from, 3) || (round.asked && /^['’]\d\d$/.test(wordOf(round, from)));
  if (born && value < 100 && (value >= 30 || to - from === 1) && !unit(round, 'year', to))
    return birthDate(round, number);
  if (value > oldest || (value === 0 && !round.asked)) return null;
  const months = unit(round, 'month', to);
  const weeks = unit(round, 'week', to);
  const years = unit(round, 'year', to) || span(round, number, next);
  const key = before(round, 'age', from, 3) && !ofThing(round, from);
  if (lasting(round, from, to) && !key) return null;
  if (ofThing(round, from) || ofContact(round, from)) return null;
  if (weeks) return key || round.asked || old(round, to + 1) ? 0 : null;
  if (months) return key || round.asked || old(round, to + 1) || person(round, from) ? value / 12 : null;
  const adult = value >= 13;
  if (years && adult && apart(round, from, to + 1)) return shifted(round, number, value);
  if (years && personFrom(round, from)) return shifted(round, number, value);
  if (years && (key || round.asked || old(round, to + 1) || person(round, from) || person(round, to + 1)))
    return shifted(round, number, value);
  if ((key && !counted(round, to)) || sexed(round, from, to)) return shifted(round, number, value);
  if (round.asked && !counted(round, to)) return shifted(round, number, value);
  if (inBrackets(round, from)) return value;
  if (value >= 1 && !counted(round, to) && statedOf(round, from)) return value;
  if (adult && apart(round, from, to) && listed(round, from)) return value;
  return before(round, 'person', from, 1) && value >= 18 && !counted(round, to) ? shifted(round, number, value) : null;
}
