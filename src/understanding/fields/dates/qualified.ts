import { breaks } from '../tokens.ts';
import { addMonths, monthOf, monthWindow, type Window, yearOf } from './calendar.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { named } from './months.ts';
import { numeric } from './numeric.ts';
import { occasion } from './occasions.ts';
import { relative } from './relative.ts';

/** One window from token `at` on, with what narrows or moves it: "mid March", "before Ramadan", "around 25 January", "اخر الشهر". */
export function qualified(line: Line, at: number): Piece | null {
  return moved(line, at) ?? part(line, at) ?? plain(line, at);
}

function plain(line: Line, at: number): Piece | null {
  if (line.at(at, 'none') !== undefined) return null;
  return numeric(line, at) ?? named(line, at) ?? relative(line, at) ?? occasion(line, at) ?? nextOccasion(line, at);
}

/** "next summer", "الصيف الجاي", "this Ramadan". */
function nextOccasion(line: Line, at: number): Piece | null {
  const word = line.at(at, 'next') ?? line.at(at, 'this');
  if (word === undefined || breaks(line.gap(word.to))) return null;
  const inner = occasion(line, word.to) ?? named(line, word.to);
  return inner === null ? null : { ...inner, at };
}

/** First and last day of the parts of a month; the parts of a longer stretch are thirds of it. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10], mid: [11, 20], late: [21, 31], 'first half': [1, 15], 'second half': [16, 31],
  'week 1': [1, 7], 'week 2': [8, 14], 'week 3': [15, 21], 'week 4': [22, 28], 'week last': [25, 31],
};

function part(line: Line, at: number): Piece | null {
  const name = Object.keys(parts).find((code) => line.at(at, code) !== undefined);
  const hit = name === undefined ? undefined : line.at(at, name);
  if (hit === undefined || name === undefined) return null;
  const to = line.at(hit.to, 'to') ?? line.at(hit.to, 'or');
  const second = to === undefined ? undefined : Object.keys(parts).find((code) => line.at(to.to, code) !== undefined);
  const secondHit = second === undefined || to === undefined ? undefined : line.at(to.to, second);
  const start = skipped(line, (secondHit ?? hit).to);
  const inner = plain(line, start) ?? thisUnit(line, (secondHit ?? hit).to) ?? thisUnit(line, start);
  if (inner === null || breaks(line.gap(hit.to)) || inner.kind === 'day' || inner.kind === 'weekday') return null;
  const first = narrowed(line, inner, name);
  const last = second === undefined ? first : narrowed(line, inner, second);
  return { from: Math.max(line.today, first.from), to: last.to, granularity: 'season', at, end: inner.end, kind: 'other' };
}

/** "end of the month", "اخر السنة": of this one, or of the next if its time is over. */
function thisUnit(line: Line, at: number): Piece | null {
  const unit = line.at(at, 'unit');
  if (unit === undefined || (unit.code !== 'unit month' && unit.code !== 'unit year')) return null;
  const window = unit.code === 'unit month' ? monthWindow(yearOf(line.today), monthOf(line.today)) : monthWindow(yearOf(line.today), 1, 12);
  return { ...window, at, end: unit.to, kind: unit.code === 'unit month' ? 'month' : 'other' };
}

/** First and last month of the parts of a year. */
const yearParts: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 2], mid: [6, 7], late: [12, 12], 'first half': [1, 6], 'second half': [7, 12],
};
const aYear = 300;

function ofYear(line: Line, window: Window, [first, last]: readonly [number, number]): Window {
  const year = yearOf(window.to) + (monthWindow(yearOf(window.to), last).to < line.today ? 1 : 0);
  return { from: monthWindow(year, first).from, to: monthWindow(year, last).to, granularity: 'season' };
}

function narrowed(line: Line, window: Window, name: string): Window {
  const [first, last] = parts[name] ?? [1, 31];
  const length = window.to - window.from + 1;
  if (length > aYear && name in yearParts) return ofYear(line, window, yearParts[name] ?? [1, 12]);
  const start = monthOf(window.from) === monthOf(window.to) ? monthWindow(yearOf(window.from), monthOf(window.from)).from : window.from;
  const scale = length > 31 ? length / 30 : 1;
  const from = start + Math.round((first - 1) * scale);
  const to = last === 31 ? window.to : Math.min(window.to, start + Math.round(last * scale) - 1);
  if (to >= line.today) return { from, to, granularity: 'season' };
  return { from: addMonths(from, length > 31 ? 12 : 1), to: addMonths(to, length > 31 ? 12 : 1), granularity: 'season' };
}

/** How long "after" something lasts, and how far round a day "around" reaches. */
const month = 31;
const aroundDays = 5;

function moved(line: Line, at: number): Piece | null {
  const code = ['before', 'after', 'around', 'by', 'during'].find((name) => line.at(at, name) !== undefined);
  const hit = code === undefined ? undefined : line.at(at, code);
  if (hit === undefined || code === undefined || breaks(line.gap(hit.to))) return null;
  if (relative(line, at) !== null) return null;
  const start = skipped(line, hit.to);
  const inner = part(line, start) ?? plain(line, start);
  if (inner === null) return null;
  const until = inner.to < line.today ? null : { from: line.today, to: inner.to };
  const ending = line.at(start, 'late') !== undefined;
  switch (code) {
    case 'before': {
      const to = ending ? inner.to : inner.from - 1;
      return to < line.today ? null : { from: line.today, to, granularity: 'season', at, end: inner.end, kind: 'other' };
    }
    case 'by': return until === null ? null : { ...until, granularity: 'season', at, end: inner.end, kind: 'other' };
    case 'after': return { from: inner.to + 1, to: inner.to + 1 + month, granularity: 'season', at, end: inner.end, kind: 'other' };
    case 'around': return inner.kind === 'month' ? { ...inner, at } : { from: Math.max(line.today, inner.from - aroundDays), to: inner.to + aroundDays, granularity: 'season', at, end: inner.end, kind: 'other' };
    default: return { ...inner, at };
  }
}
