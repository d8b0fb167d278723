import type { Text } from '../../normalise.ts';
import { hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { tokensOf } from '../tokens.ts';
import { yearsSince } from './bands.ts';
import {
  apart,
  before,
  counted,
  lasting,
  listed,
  old,
  person,
  type Round,
  sexed,
  span,
  statedOf,
  unit,
} from './round.ts';
import { decades, worded } from './wordedAges.ts';

/** The ages in years that a message tells; more than one if it gives a span or speaks of two. Unasked, only where it is surely an age. */
export function spokenAges(text: Text, asked: boolean, today: string): number[] {
  const round: Round = { tokens: tokensOf(text), keys: hitsOf(text, 'ageKeys'), text, asked, today };
  const numbers = numbersOf(text);
  const ages: number[] = [];
  for (const [at, number] of numbers.entries()) {
    if (numbers[at - 1] !== undefined && span(round, numbers[at - 1], number) && ages.length > 0) {
      ages.push(shifted(round, number, number.value));
      continue;
    }
    const years = ageOf(round, number, numbers[at + 1]);
    if (years !== null) ages.push(years);
    if (ages.length > 0 && round.keys.some((key) => key.code === 'born')) break;
    if (ages.length > 0 && !asked && !span(round, number, numbers[at + 1])) break;
  }
  return ages.length > 0 ? banded(text, ages) : [...worded(round), ...decades(round)];
}

/** A written band ("٤٠-٥٩", "18–39") is one group, told by its lower end. */
function banded(text: Text, ages: number[]): number[] {
  const band = /(?<!\d)(0|2|13|18|40) ?(?:-|–|—|to|الى|إلى|ل|لين) ?(1|12|17|39|59)(?!\d)/.exec(text.clean);
  return band === null ? ages : [Number(band[1])];
}

function ageOf(round: Round, number: Numeral, next: Numeral | undefined): number | null {
  const { value, from, to } = number;
  const born = before(round, 'born', from, 3);
  if (value >= 1300 && value < 2100) {
    const bare = round.asked && round.tokens.length <= 4;
    return born || bare ? yearsSince(value, round.today) : null;
  }
  if (born && value < 100 && number.to - from === 1 && !unit(round, 'year', to)) return birthDate(round, number);
  if (value > 115 || (value === 0 && !round.asked)) return null;
  const months = unit(round, 'month', to);
  const weeks = unit(round, 'week', to);
  const years = unit(round, 'year', to) || span(round, number, next);
  const key = before(round, 'age', from, 3);
  if (lasting(round, from, to) && !key) return null;
  if (weeks) return key || round.asked || old(round, to + 1) ? 0 : null;
  if (months) return key || round.asked || old(round, to + 1) || person(round, from) ? value / 12 : null;
  const adult = value >= 13 && value <= 110;
  if (years && adult && apart(round, from, to + 1)) return shifted(round, number, value);
  if (years && (key || round.asked || old(round, to + 1) || person(round, from) || person(round, to + 1)))
    return shifted(round, number, value);
  if ((key && !counted(round, to)) || sexed(round, from, to)) return shifted(round, number, value);
  if (round.asked && !counted(round, to)) return shifted(round, number, value);
  if (value >= 1 && !counted(round, to) && statedOf(round, from)) return value;
  if (adult && apart(round, from, to) && listed(round, from)) return value;
  return before(round, 'person', from, 1) && value >= 18 && !counted(round, to) ? shifted(round, number, value) : null;
}

/** "less than 2", "over 60", "late 50s": the age moves into the group that is meant; "سنة ونص" adds nothing that matters. */
function shifted(round: Round, number: Numeral, value: number): number {
  if (before(round, 'below', number.from, 1) && value > 0) return value - 1;
  return before(round, 'above', number.from, 1) ? value + 1 : value;
}

/** A birth date in full after "born": its year tells. */
function birthDate(round: Round, number: Numeral): number | null {
  const year = numbersOf(round.text).find(
    (other) => other.from >= number.from && other.from - number.from <= 4 && other.value >= 1300,
  );
  if (year !== undefined) return yearsSince(year.value, round.today);
  const short = number.value > Number(round.today.slice(2, 4)) ? 1900 : 2000;
  return round.tokens[number.from]?.fold.length === 2 && !/^[/.-]$/.test(round.tokens[number.to]?.gap ?? '')
    ? yearsSince(short + number.value, round.today)
    : null;
}
