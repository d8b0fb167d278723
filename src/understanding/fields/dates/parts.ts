import {
  addMonths,
  type Day,
  hijriMonth,
  hijriMonthEnd,
  hijriOf,
  monthOf,
  monthWindow,
  type Window,
  yearOf,
} from './calendar.ts';
import type { Line } from './line.ts';

/** First and last day of the parts of a month; the parts of a longer stretch are thirds of it. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
  'first half': [1, 15],
  'second half': [16, 31],
  'week 1': [1, 7],
  'week 2': [8, 14],
  'week 3': [15, 21],
  'week 4': [22, 28],
  'week last': [25, 31],
  'last day': [31, 31],
};
const names = Object.keys(parts);

/** The part of a month or longer time named at a token, told up to token `to`. */
export function partAt(line: Line, at: number): { name: string; to: number } | null {
  if (line.empty(at) || line.at(at, 'nth') !== undefined) return null;
  for (const name of names) {
    const hit = line.at(at, name);
    if (hit !== undefined) return { name, to: hit.to };
  }
  return null;
}

/** First and last month of the parts of a year. */
const yearParts: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 2],
  mid: [6, 7],
  late: [12, 12],
  'first half': [1, 6],
  'second half': [7, 12],
};
const aYear = 300;

function ofYear(line: Line, window: Window, [first, last]: readonly [number, number]): Window {
  const year = yearOf(window.to) + (monthWindow(yearOf(window.to), last).to < line.today ? 1 : 0);
  return { from: monthWindow(year, first).from, to: monthWindow(year, last).to, granularity: 'season' };
}

/** The first day of the month that a window is the rest of; months of the Hijri calendar end within ours. */
function startOf(window: Window): Day {
  const month = monthWindow(yearOf(window.to), monthOf(window.to));
  if (month.to === window.to) return month.from;
  const { year, month: number } = hijriOf(window.to);
  const start = hijriMonth(year, number);
  return window.granularity === 'month' && hijriMonthEnd(start) === window.to ? start : window.from;
}

/** The part of a window that a word like "early" means; the next such part if this one is over. */
export function narrowed(line: Line, window: Window, name: string): Window {
  const [first, last] = parts[name] ?? [1, 31];
  const length = window.to - window.from + 1;
  if (length > aYear && name in yearParts) return ofYear(line, window, yearParts[name] ?? [1, 12]);
  const start = length > 31 ? window.from : startOf(window);
  if (name === 'last day') return { from: window.to, to: window.to, granularity: 'day' };
  const scale = length > 31 ? length / 30 : 1;
  const from = start + Math.round((first - 1) * scale);
  const to = last === 31 ? window.to : Math.min(window.to, start + Math.round(last * scale) - 1);
  if (to >= line.today) return { from, to, granularity: 'season' };
  return {
    from: addMonths(from, length > 31 ? 12 : 1),
    to: addMonths(to, length > 31 ? 12 : 1),
    granularity: 'season',
  };
}
