import { addMonths, type Day, dated, hijriMonth, hijriOf, monthWindow, type Window, yearOf } from './calendar.ts';
import { nextHijri } from './coming.ts';
import type { Line, Piece } from './line.ts';

/** Feasts, seasons, holidays and quarters, from token `at` on, in their next coming; feasts by the Umm al-Qura calendar (`domain.md` 6.1). */
export function occasion(line: Line, at: number): Piece | null {
  const hit = line.at(at, 'anchor') ?? line.at(at, 'season') ?? line.at(at, 'quarter');
  if (hit === undefined) return null;
  const [kind = '', name = ''] = [hit.code.slice(0, hit.code.indexOf(' ')), hit.code.slice(hit.code.indexOf(' ') + 1)];
  const year = line.number(hit.to);
  const stated = year !== undefined && year.value >= 2000 && year.value <= 2100 ? year : undefined;
  const window =
    kind === 'anchor'
      ? feast(line, name)
      : kind === 'season'
        ? season(line, name, stated?.value)
        : quarter(line, Number(name), stated?.value);
  return window === null ? null : { ...window, at, end: stated?.to ?? hit.to, kind: 'other' };
}

function feast(line: Line, name: string): Window | null {
  switch (name) {
    case 'fitr':
      return days(fitr(line), 3);
    case 'adha':
      return days(adha(line), 5);
    case 'eid':
      return fitr(line) < adha(line) ? days(fitr(line), 3) : days(adha(line), 5);
    case 'eids':
      return { from: fitr(line) + 3, to: hijriAdhaAfter(fitr(line)) - 1, granularity: 'season' };
    case 'hajj':
      return days(nextHijri(line, 12, 13) + 7, 6);
    case 'hijri year':
      return days(nextHijri(line, 1, 1), 1);
    case 'newyear':
      return yearly(line, 1, 1, 1);
    case 'christmas':
      return yearly(line, 12, 25, 1);
    default:
      return nationalDay(line);
  }
}

function days(from: Day, count: number): Window {
  return { from, to: from + count - 1, granularity: count === 1 ? 'day' : 'season' };
}

function fitr(line: Line): Day {
  return nextHijri(line, 10, 3);
}

function adha(line: Line): Day {
  return nextHijri(line, 12, 14) + 9;
}

/** Between the two feasts lie about seventy days. */
function hijriAdhaAfter(feast: Day): Day {
  return hijriMonth(hijriOf(feast).year, 12) + 9;
}

function yearly(line: Line, month: number, day: number, count: number): Window | null {
  const now = yearOf(line.today);
  const from = [now, now + 1]
    .map((year) => dated(year, month, day))
    .find((at) => at !== null && at + count > line.today);
  return from === undefined || from === null ? null : days(from, count);
}

const nationalDays: Readonly<Record<string, readonly [number, number]>> = {
  SA: [9, 23],
  AE: [12, 2],
  KW: [2, 25],
  QA: [12, 18],
  BH: [12, 16],
};

function nationalDay(line: Line): Window | null {
  const day = nationalDays[line.country ?? ''];
  return day === undefined ? null : yearly(line, day[0], day[1], 1);
}

/** First month and number of months of each season; school holidays as in the Gulf. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  summer: [6, 3],
  winter: [12, 3],
  spring: [3, 3],
  autumn: [9, 3],
  holidays: [7, 2],
  midyear: [1, 1],
};

/** A season that has only days left is over. */
const fewDays = 14;

function season(line: Line, name: string, year?: number): Window | null {
  const [month, months] = seasons[name] ?? [6, 3];
  const now = yearOf(line.today);
  const candidates = (year === undefined ? [now - 1, now, now + 1] : [year]).map((start) =>
    monthWindow(start, month, months),
  );
  const window = candidates.find((candidate) => candidate.to >= line.today + (year === undefined ? fewDays : 0));
  return window === undefined
    ? null
    : { from: Math.max(window.from, line.today), to: window.to, granularity: 'season' };
}

function quarter(line: Line, number: number, year?: number): Window {
  const now = yearOf(line.today);
  const first = monthWindow(year ?? now, number * 3 - 2, 3);
  const window =
    year === undefined && first.to < line.today
      ? { ...first, from: addMonths(first.from, 12), to: addMonths(first.to, 12) }
      : first;
  return { ...window, from: Math.max(window.from, line.today), granularity: 'season' };
}
