import { breaks } from '../tokens.ts';
import { addMonths, dated, hijriMonth, monthOf, type Window, yearOf } from './calendar.ts';
import { coming, nextHijri, piece } from './coming.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { month, monthNumber, yearAt } from './monthNames.ts';

/** A date or month with its name, or with شهر and a number, from token `at` on: "5 Dec", "Feb 2027", "٥-١٠ مارس", "شهر ١٢", "١ رمضان". */
export function named(line: Line, at: number): Piece | null {
  return daysOfMonth(line, at) ?? month(line, at) ?? monthNumber(line, at);
}

function day(line: Line, at: number): { value: number; to: number } | null {
  const number = line.number(at);
  return number !== undefined && Number.isInteger(number.value) && number.value >= 1 && number.value <= 31
    ? number
    : null;
}

/** "5 Dec", "5 to 19 Dec", "1 و 15 فبراير", "Dec 5-19", "١٢ ربيع الاول". */
function daysOfMonth(line: Line, at: number): Piece | null {
  const first = day(line, at);
  if (first !== null) {
    const joint = between(line, first.to);
    const second = joint === null ? null : day(line, joint);
    const end = second?.to ?? first.to;
    const name = nameAt(line, skipped(line, end));
    if (name !== null && !breaks(line.gap(name.at)))
      return inMonth(line, name.code, first.value, second?.value, at, name.to);
    return null;
  }
  const name = nameAt(line, at);
  if (name === null || (name.code.startsWith('h') && line.gap(name.to) !== '')) return null;
  const after = day(line, name.to);
  if (
    after === null ||
    breaks(line.gap(name.to)) ||
    line.tokens[after.to]?.fold === 'pax' ||
    yearAt(line, name.to) !== null
  )
    return null;
  const joint = between(line, after.to);
  const second =
    joint === null || nameAt(line, skipped(line, day(line, joint)?.to ?? joint)) !== null ? null : day(line, joint);
  return inMonth(line, name.code, after.value, second?.value, at, second?.to ?? after.to);
}

/** The token after "to", "and", a dash: where the second day of a span stands. */
function between(line: Line, at: number): number | null {
  if (/^[-–—/]$/.test(line.gap(at))) return at;
  const joint = line.at(at, 'to') ?? line.at(at, 'or');
  if (joint !== undefined && !breaks(line.gap(at))) return joint.to;
  return /^و/.test(line.tokens[at]?.fold ?? '') && line.number(at) !== undefined ? at : null;
}

function nameAt(line: Line, at: number): { code: string; at: number; to: number } | null {
  const hit = line.at(at, 'm') ?? line.at(at, 'h');
  if (hit !== undefined) return { code: hit.code, at, to: hit.to };
  const before = line.at(at - 1, 'unit month');
  const number = line.number(at);
  return before !== undefined && number !== undefined && number.value >= 1 && number.value <= 12
    ? { code: `m ${number.value}`, at, to: number.to }
    : null;
}

function inMonth(
  line: Line,
  code: string,
  first: number,
  second: number | undefined,
  at: number,
  end: number,
): Piece | null {
  const month = Number(code.slice(2));
  const year = yearAt(line, end);
  const last = second ?? first;
  if (code.startsWith('h')) return hijriDays(line, month, first, last, year?.value, at, year?.to ?? end);
  const window =
    year === null ? coming(line, month, first, Math.max(first, last)) : spanned(year.value, month, first, last);
  const found = piece(window, at, year?.to ?? end);
  const slip = year === null ? justPast(line, month, first, last) : null;
  return found === null || slip === null ? found : { ...found, other: slip };
}

/** How long ago (days) a day may lie for its month to be a slip of the pen rather than next year's. */
const recently = 31;

/** "10 November" on the 22nd: a year from now, or the same days of the month to come. */
function justPast(line: Line, month: number, first: number, last: number): Window | null {
  const passed = dated(yearOf(line.today) - (month > monthOf(line.today) ? 1 : 0), month, Math.max(first, last));
  if (passed === null || passed >= line.today || line.today - passed > recently) return null;
  return spanned(yearOf(addMonths(passed, 1)), monthOf(addMonths(passed, 1)), first, Math.max(first, last));
}

function spanned(year: number, month: number, first: number, last: number): Window | null {
  const from = dated(year, month, first);
  const to = dated(year, month, last);
  return from === null || to === null || to < from ? null : { from, to, granularity: 'day' };
}

function hijriDays(
  line: Line,
  month: number,
  first: number,
  last: number,
  year: number | undefined,
  at: number,
  end: number,
): Piece | null {
  const start = year === undefined ? nextHijri(line, month, last) : hijriMonth(year, month);
  return { from: start + first - 1, to: start + last - 1, granularity: 'day', at, end, kind: 'day' };
}
