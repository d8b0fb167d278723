import { breaks } from '../tokens.ts';
import { monthOf, monthWindow, type Window, weekdayOf, yearOf } from './calendar.ts';
import { distant, type Length, later, lengthAt } from './lengths.ts';
import { type Line, type Piece, skipped } from './line.ts';

/** Dates told from today, from token `at` on: "next month", "الاسبوع الجاي", "after two weeks", "خلال شهر", "الخميس القادم", "tomorrow". */
export function relative(line: Line, at: number): Piece | null {
  return near(line, at) ?? weekday(line, at) ?? distant(line, at) ?? dayOfMonth(line, at) ?? next(line, at);
}

function near(line: Line, at: number): Piece | null {
  const [code, days] = line.at(at, 'overmorrow')
    ? ['overmorrow', 2]
    : line.at(at, 'tomorrow')
      ? ['tomorrow', 1]
      : ['today', 0];
  const hit = line.at(at, String(code));
  if (hit === undefined || (code === 'today' && !line.asked)) return null;
  const day = line.today + Number(days);
  return { from: day, to: day, granularity: 'day', at, end: hit.to, kind: 'day' };
}

/** The next such day; with "next" said as well it is the same day, as people mostly mean it. */
function weekday(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  const hit = line.at(start, 'wd');
  if (hit === undefined || (breaks(line.gap(start)) && before !== undefined)) return null;
  const after = line.at(hit.to, 'next');
  if (!line.asked && before === undefined && after === undefined && short.test(line.tokens[start]?.fold ?? ''))
    return null;
  const days = (Number(hit.code.slice(3)) - weekdayOf(line.today) + 7) % 7 || 7;
  const day = line.today + days;
  return { from: day, to: day, granularity: 'day', at, end: after?.to ?? hit.to, kind: 'weekday' };
}
const short = /^(?:sun|mon|tue|wed|thu|fri|sat|احد)$/;

/** "15 next month", "يوم ١٥ الشهر الجاي". */
function dayOfMonth(line: Line, at: number): Piece | null {
  const number = line.number(at);
  if (number === undefined || number.value < 1 || number.value > 31 || breaks(line.gap(number.to))) return null;
  const start = skipped(line, number.to);
  const definite = (line.tokens[number.to]?.fold ?? '').startsWith('ال');
  const month = definite ? next(line, number.to) : line.at(start, 'next') === undefined ? null : next(line, start);
  if (month?.kind !== 'month') return null;
  const day = monthWindow(yearOf(month.to), monthOf(month.to)).from + number.value - 1;
  return day < line.today || day > month.to
    ? null
    : { from: day, to: day, granularity: 'day', at, end: month.end, kind: 'day' };
}

/** "next week", "الشهر القادم", "this month", "السنة الجاية", "next two weeks", "هالشهر". */
function next(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  if (line.at(start, 'weekend') !== undefined && line.number(start + 1) === undefined)
    return weekend(line, at, start, before?.code === 'next');
  const season = line.at(start, 'season');
  if (season !== undefined) return null;
  const length = lengthAt(line, start);
  if (length === null || (before !== undefined && breaks(line.gap(start)))) return null;
  const after = line.at(length.end, 'next') ?? line.at(length.end, 'this');
  const attached =
    /^ها?ل?(?:شهر|اسبوع|سنه)/.test(line.tokens[start]?.fold ?? '') && (line.tokens[start]?.fold ?? '').startsWith('ه');
  const which = before ?? (after !== undefined && !breaks(line.gap(after.from)) ? after : undefined);
  if (which === undefined && !attached) return null;
  const end = Math.max(length.end, which === after ? (after?.to ?? 0) : 0);
  const coming = which?.code === 'next';
  if (length.count > 1 && coming)
    return { from: line.today, to: later(line, length), granularity: 'season', at, end, kind: 'other' };
  const window = whole(line, length.unit, coming);
  return window === null
    ? null
    : { ...window, at, end, kind: length.unit === 'week' ? 'week' : length.unit === 'month' ? 'month' : 'other' };
}

/** Weeks run from Sunday to Saturday. */
function whole(line: Line, unit: Length['unit'], coming: boolean): Window | null {
  if (unit === 'week') {
    const sunday = line.today - weekdayOf(line.today) + (coming ? 7 : 0);
    return { from: Math.max(sunday, line.today), to: sunday + 6, granularity: 'season' };
  }
  if (unit === 'month') {
    const window = monthWindow(yearOf(line.today), monthOf(line.today) + (coming ? 1 : 0));
    return { ...window, from: Math.max(window.from, line.today) };
  }
  if (unit === 'day') return null;
  const window = monthWindow(yearOf(line.today) + (coming ? 1 : 0), 1, 12);
  return { from: Math.max(window.from, line.today), to: window.to, granularity: 'season' };
}

function weekend(line: Line, at: number, start: number, coming: boolean): Piece {
  const friday = line.today + ((5 - weekdayOf(line.today) + 7) % 7) + (coming && weekdayOf(line.today) >= 5 ? 7 : 0);
  return { from: friday, to: friday + 1, granularity: 'season', at, end: start + 1, kind: 'other' };
}
