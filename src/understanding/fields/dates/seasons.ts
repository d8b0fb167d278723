import { addMonths, dated, monthWindow, type Window, yearOf } from './calendar.ts';
import type { Line } from './line.ts';

type Span = readonly [month: number, day: number, endMonth: number, endDay: number];

/** Seasons, and school holidays as in the Gulf; where countries or schools differ much, both times are readings. */
const seasons: Readonly<Record<string, readonly Span[]>> = {
  summer: [[6, 1, 8, 31]],
  winter: [[12, 1, 2, 28]],
  spring: [[3, 1, 5, 31]],
  autumn: [[9, 1, 11, 30]],
  holidays: [[7, 1, 8, 31]],
  winterbreak: [[12, 13, 1, 10]],
  midyear: [[1, 1, 1, 31]],
  springbreak: [[3, 14, 4, 10]],
  rabee: [
    [1, 1, 1, 31],
    [3, 14, 4, 10],
  ],
  school: [
    [1, 1, 1, 31],
    [7, 1, 8, 31],
  ],
};

/** A season that has only days left is over. */
const fewDays = 14;

/** A season in its next coming, or in the year said. */
export function season(line: Line, name: string, year?: number): (Window & { other?: Window }) | null {
  const [window, other] = (seasons[name] ?? []).map((span) => next(line, span, year));
  if (window === undefined || window === null) return null;
  return other === undefined || other === null ? window : { ...window, other };
}

function next(line: Line, span: Span, year?: number): Window | null {
  const now = yearOf(line.today);
  const window = (year === undefined ? [now - 1, now, now + 1] : [year])
    .map((start) => spanIn(start, span))
    .find((one) => one !== null && one.to >= line.today + (year === undefined ? fewDays : 0));
  return window === undefined || window === null ? null : { ...window, from: Math.max(window.from, line.today) };
}

function spanIn(year: number, [month, day, endMonth, endDay]: Span): Window | null {
  const from = dated(year, month, day);
  const to = dated(year + (endMonth < month ? 1 : 0), endMonth, endDay);
  return from === null || to === null ? null : { from, to, granularity: 'season' };
}

export function quarter(line: Line, number: number, year?: number): Window {
  const now = yearOf(line.today);
  const first = monthWindow(year ?? now, number * 3 - 2, 3);
  const window =
    year === undefined && first.to < line.today
      ? { ...first, from: addMonths(first.from, 12), to: addMonths(first.to, 12) }
      : first;
  return { ...window, from: Math.max(window.from, line.today), granularity: 'season' };
}
