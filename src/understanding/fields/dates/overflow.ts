import { monthWindow, type Window, yearOf } from './calendar.ts';
import type { Line } from './line.ts';

/**
 * A date that no month has: "31 April" is the last day of April or the first of May, and is asked about; "25-31 November"
 * ends with the month. `null` if the dates exist. 29 February in a common year is no date either.
 */
export function overflowing(
  line: Line,
  month: number,
  first: number,
  last: number,
  year?: number,
): (Window & { other?: Window }) | null {
  if (month < 1 || month > 12 || first < 1 || last > 31) return null;
  const now = yearOf(line.today);
  const whole =
    year === undefined ? ended(line, monthWindow(now, month), monthWindow(now + 1, month)) : monthWindow(year, month);
  const start = monthWindow(yearOf(whole.to), month).from;
  if (start + last - 1 <= whole.to) return null;
  if (first !== last) return { from: Math.min(whole.to, start + first - 1), to: whole.to, granularity: 'day' };
  return { ...single(whole.to), other: single(whole.to + 1) };
}

function ended(line: Line, one: Window, next: Window): Window {
  return one.to >= line.today ? one : next;
}

function single(day: number): Window {
  return { from: day, to: day, granularity: 'day' };
}
