import { type Numeral, numbersOf } from '../numbers.ts';
import { yearsSince } from './bands.ts';
import { decadeIn } from './decades.ts';
import { before, type Round } from './round.ts';

/** The years of age of those born in a decade, youngest and oldest: "مواليد السبعينات", "born in the 50s". */
export function bornIn(round: Round): number[] {
  if (!round.keys.some((key) => key.code === 'born') && !/\d0'?s/.test(round.text.clean)) return [];
  const born = round.keys.some((key) => key.code === 'born');
  const year = born ? thousands(round) : null;
  if (year !== null) return [yearsSince(year, round.today) ?? []].flat();
  const decade = decadeIn(round);
  const written = /(?<!\d)(19[2-9]0|20[0-2]0) ?'?s(?![a-z])/i.exec(round.text.clean);
  const first = written !== null && (born || round.asked) ? Number(written[1]) : born ? century(decade) : null;
  if (first === null) return [];
  return [first, first + 9].flatMap((year) => yearsSince(year, round.today) ?? []);
}

/** "مواليد الفين وخمسة". */
function thousands(round: Round): number | null {
  const at = round.tokens.findIndex((token) => /^ال?فين$/.test(token.fold));
  if (at < 0) return null;
  const more = numbersOf(round.text).find((number) => number.from === at + 1 || number.from === at + 2);
  return 2000 + (more !== undefined && more.value < 100 ? more.value : 0);
}

function century(decade: number | null): number | null {
  return decade === null ? null : 1900 + decade;
}

/** The age by a birth year, or by the year of a date; a year without "born" tells it only as a short answer. */
export function birthDate(round: Round, number: Numeral): number | null {
  const { value, from, to } = number;
  const born = before(round, 'born', from, value >= 1300 ? 5 : 3);
  if (value >= 1300) {
    const bare = round.asked && round.tokens.length <= 5 && !before(round, 'from', from, 1);
    return born || bare ? yearsSince(value, round.today) : null;
  }
  const year = numbersOf(round.text).find(
    (other) => other.from >= from && other.from - from <= 4 && other.value >= 1300,
  );
  if (year !== undefined) return yearsSince(year.value, round.today);
  if (!/^\d/.test(round.tokens[from]?.fold ?? '')) return value >= 30 ? yearsSince(1900 + value, round.today) : null;
  if (round.tokens[from]?.fold.length !== 2 || /^[/.-]$/.test(round.tokens[to]?.gap ?? '')) return null;
  if (round.keys.some((key) => key.code === 'hijri' && key.from === to)) return yearsSince(1300 + value, round.today);
  const short = value > Number(round.today.slice(2, 4)) ? 1900 : 2000;
  return yearsSince(short + value, round.today);
}
