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
  const { year, month, date } = civil(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** The day of a date of our calendar; `month` from 1. `null` if there is no such date (30 February). */
export function dated(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null;
  return counted(year, month, day);
}

export function yearOf(day: Day): number {
  return civil(day).year;
}

/** The month of a day, from 1. */
export function monthOf(day: Day): number {
  return civil(day).month;
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same date some months later, or the last of that month if it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const at = civil(day);
  const all = at.year * 12 + at.month - 1 + months;
  const [year, month] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  return counted(year, month, Math.min(at.date, lengthOf(year, month)));
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthLengths[month - 1] ?? 31) + (leap ? 1 : 0);
}

/** Days since the epoch, by arithmetic: dates are counted in every message, and `Date` objects are slow. Years begin in March here. */
function counted(year: number, month: number, date: number): Day {
  const own = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return own * 365 + Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400) + ofYear - 719_468;
}

function civil(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return {
    year: era * 400 + years + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * march + 2) / 5) + 1,
  };
}

/** A whole month; `month` may be below 1 or above 12. */
export function monthWindow(year: number, month: number, months = 1): Window {
  const from = addMonths(counted(year, 1, 1), month - 1);
  return { from, to: addMonths(from, months) - 1, granularity: 'month' };
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
