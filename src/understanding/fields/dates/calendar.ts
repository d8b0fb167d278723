/** Days as whole numbers since the epoch, so that dates are added and compared without time zones. */
export type Day = number;

/** A stretch of days, both ends included, and how exactly it was said. */
export type Window = { from: Day; to: Day; granularity: 'day' | 'month' | 'season' };

const length = 86_400_000;

/** `YYYY-MM-DD` to its day. */
export function dayOf(iso: string): Day {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / length);
}

/** A day as `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  return new Date(day * length).toISOString().slice(0, 10);
}

/** The day of a date of our calendar; `month` from 1. `null` if there is no such date (30 February). */
export function dated(year: number, month: number, day: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.getTime() / length : null;
}

export function yearOf(day: Day): number {
  return new Date(day * length).getUTCFullYear();
}

/** The month of a day, from 1. */
export function monthOf(day: Day): number {
  return new Date(day * length).getUTCMonth() + 1;
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same date some months later, or the last of that month if it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const at = new Date(day * length);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, Math.min(at.getUTCDate(), last)) / length;
}

/** A whole month; `month` may be below 1 or above 12. */
export function monthWindow(year: number, month: number, months = 1): Window {
  return {
    from: Date.UTC(year, month - 1, 1) / length,
    to: Date.UTC(year, month - 1 + months, 0) / length,
    granularity: 'month',
  };
}

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** Year, month and day of the Umm al-Qura calendar (`domain.md` 6.1); sighting may differ by a day. */
export function hijriOf(day: Day): { year: number; month: number; day: number } {
  const parts = { year: 0, month: 0, day: 0 };
  for (const { type, value } of hijri.formatToParts(day * length)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number.parseInt(value, 10);
  }
  return parts;
}

const firstDays = new Map<number, Day>();

/** The first day of a Hijri month; worked out once, for asking the calendar is slow. */
export function hijriMonth(year: number, month: number): Day {
  const key = year * 12 + month;
  const there = firstDays.get(key);
  if (there !== undefined) return there;
  const day = firstDayOf(year, month);
  if (firstDays.size < monthsRemembered) firstDays.set(key, day);
  return day;
}

/** Sixty years of months: more than any message is about. */
const monthsRemembered = 720;

function firstDayOf(year: number, month: number): Day {
  let day = Math.floor((year - 1) * 354.367 + (month - 1) * 29.53 - 492_148);
  for (let step = 0; step < 8; step++) {
    const at = hijriOf(day);
    const behind = (year - at.year) * 12 + (month - at.month);
    if (behind === 0 && at.day === 1) return day;
    day += Math.round(behind * 29.53) - (at.day - 1);
  }
  return day;
}

const lastDays = new Map<Day, Day>();

/** The last day of the Hijri month that begins on `start`. */
export function hijriMonthEnd(start: Day): Day {
  const there = lastDays.get(start);
  if (there !== undefined) return there;
  const end = hijriOf(start + 29).day === 1 ? start + 28 : start + 29;
  if (lastDays.size < monthsRemembered) lastDays.set(start, end);
  return end;
}
