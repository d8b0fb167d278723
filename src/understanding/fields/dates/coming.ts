import { type Day, dated, hijriMonth, monthOf, monthWindow, type Window, yearOf } from './calendar.ts';
import type { Line, Piece } from './line.ts';

export function piece(window: Window | null, at: number, end: number, kind: Piece['kind'] = 'day'): Piece | null {
  return window === null ? null : { ...window, at, end, kind };
}

/** A date without a year: its next coming. */
export function coming(line: Line, month: number, date: number, upTo = date): Window | null {
  for (const year of [yearOf(line.today), yearOf(line.today) + 1, yearOf(line.today) + 2]) {
    const from = dated(year, month, date);
    const to = dated(year, month, upTo);
    if (from !== null && to !== null && to >= line.today) return { from, to, granularity: 'day' };
  }
  return null;
}

export function wholeMonth(line: Line, month: number, year?: number): Window | null {
  if (month < 1 || month > 12) return null;
  if (year !== undefined) return monthWindow(year, month);
  const now = yearOf(line.today);
  const window = monthWindow(month < monthOf(line.today) ? now + 1 : now, month);
  return { ...window, from: Math.max(window.from, line.today) };
}

/** The first day of the next coming of a Hijri month whose day `date` is not past. */
export function nextHijri(line: Line, month: number, date = 29): Day {
  const year = Math.floor((line.today + 492_148) / 354.367) + 1;
  for (const candidate of [year - 1, year, year + 1, year + 2]) {
    const start = hijriMonth(candidate, month);
    if (start + date - 1 >= line.today) return start;
  }
  return hijriMonth(year + 1, month);
}
