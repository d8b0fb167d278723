import { breaks } from '../tokens.ts';
import { addMonths, type Day, dated, hijriMonth, monthOf, type Window, yearOf } from './calendar.ts';
import { coming, nextHijri, piece } from './coming.ts';
import { dayNumber, daySpan, type Line, type Piece, skipped } from './line.ts';
import { month, monthNumber, yearAt } from './monthNames.ts';
import { overflowing } from './overflow.ts';
import { partAt } from './parts.ts';

/** A date or month with its name, or with شهر and a number, from token `at` on: "5 Dec", "Feb 2027", "٥-١٠ مارس", "شهر ١٢", "١ رمضان". */
export function named(line: Line, at: number): Piece | null {
  return daysOfMonth(line, at) ?? month(line, at) ?? monthNumber(line, at);
}

/** "5 Dec", "5 to 19 Dec", "1 و 15 فبراير", "Dec 5-19", "١٢ ربيع الاول", "the fifth of March", "5 Dec to 19". */
function daysOfMonth(line: Line, at: number): Piece | null {
  const first = dayNumber(line, at);
  if (first !== null) {
    const span = daySpan(line, first);
    const name = nameAt(line, skipped(line, span.to));
    if (name === null || breaks(line.gap(name.at))) return null;
    const last = span.two ? null : lastDay(line, name.to, first.value);
    return inMonth(line, name.code, first.value, last?.value ?? span.last, at, last?.to ?? name.to);
  }
  const name = nameAt(line, at);
  if (name === null || (name.code.startsWith('h') && line.gap(name.to) !== '')) return null;
  const after = dayNumber(line, name.to);
  if (
    after === null ||
    breaks(line.gap(name.to)) ||
    partAt(line, name.to) !== null ||
    people.test(line.tokens[after.to]?.fold ?? '') ||
    line.at(after.to, 'unit') !== undefined ||
    yearAt(line, name.to) !== null
  )
    return null;
  const span = daySpan(line, after);
  const another = span.two && nameAt(line, skipped(line, span.to)) !== null;
  return inMonth(line, name.code, after.value, another ? after.value : span.last, at, another ? after.to : span.to);
}

const people = /^(?:pax|p|ppl|persons?|people|اشخاص|شخص|انفار|نفر|مسافر|مسافرين|افراد)$/;

/** The day after "5 Dec to": of the same month, if nothing but the end of the phrase follows. */
function lastDay(line: Line, at: number, first: number): { value: number; to: number } | null {
  const joint = line.at(at, 'to');
  const start = joint?.to ?? (/^[-–—]$/.test(line.gap(at)) ? at : null);
  const last = start === null || breaks(line.gap(at)) ? null : dayNumber(line, start);
  if (last === null || last.value <= first) return null;
  const ended = last.to >= line.tokens.length || breaks(line.gap(last.to));
  return ended && !/^[/.]$/.test(line.gap(last.to)) ? last : null;
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

function inMonth(line: Line, code: string, first: number, last: number, at: number, end: number): Piece | null {
  const month = Number(code.slice(2));
  const year = yearAt(line, end);
  if (code.startsWith('h')) return hijriDays(line, month, first, last, year?.value, at, year?.to ?? end);
  const over = overflowing(line, month, first, last, year?.value);
  if (over !== null) return { ...over, at, end: year?.to ?? end, kind: 'day' };
  const window = year === null ? coming(line, month, first, last) : spanned(year.value, month, first, last);
  const found = piece(window, at, year?.to ?? end);
  const slip = year === null ? justPast(line, month, first, last) : null;
  return found === null || slip === null ? found : { ...found, other: slip };
}

/** How long ago (days) a day may lie for its month to be a slip of the pen rather than next year's. */
const recently = 31;

/** "10 November" on the 22nd: a year from now, or the same days of the month to come. */
function justPast(line: Line, month: number, first: number, last: number): Window | null {
  const passed = dated(yearOf(line.today) - (month > monthOf(line.today) ? 1 : 0), month, last);
  if (passed === null || passed >= line.today || line.today - passed > recently) return null;
  return spanned(yearOf(addMonths(passed, 1)), monthOf(addMonths(passed, 1)), first, last);
}

function spanned(year: number, month: number, first: number, last: number): Window | null {
  const from = dated(year, month, first);
  const to = dated(year, month, last);
  return from === null || to === null || to < from ? null : { from, to, granularity: 'day' };
}

/** A Hijri day in the coming year of that calendar, or in the year said. */
function hijriDays(
  line: Line,
  month: number,
  first: number,
  last: number,
  year: number | undefined,
  at: number,
  end: number,
): Piece | null {
  const start: Day = year === undefined ? nextHijri(line, month, last) : hijriMonth(year, month);
  return { from: start + first - 1, to: start + last - 1, granularity: 'day', at, end, kind: 'day' };
}
