import { type Day, hijriMonth, hijriOf, type Window } from './calendar.ts';
import { coming, nextHijri } from './coming.ts';
import { dayNumber, type Line, type Piece, skipped } from './line.ts';
import { nationalDay } from './nationalDays.ts';
import { quarter, season } from './seasons.ts';

type Readings = Window & { other?: Window };

/** Feasts, seasons, holidays and quarters, from token `at` on, in their next coming; feasts by the Umm al-Qura calendar (`domain.md` 6.1). */
export function occasion(line: Line, at: number): Piece | null {
  return dayOfFeast(line, at) ?? whole(line, at);
}

function whole(line: Line, at: number): Piece | null {
  const hit = line.at(at, 'anchor') ?? line.at(at, 'season') ?? line.at(at, 'quarter');
  if (hit === undefined) return null;
  const [kind = '', name = ''] = [hit.code.slice(0, hit.code.indexOf(' ')), hit.code.slice(hit.code.indexOf(' ') + 1)];
  const of = line.at(hit.to, 'of') ?? line.at(hit.to, 'in');
  const year = line.number(of?.to ?? hit.to);
  const stated = year !== undefined && year.value >= 2000 && year.value <= 2100 ? year : undefined;
  const window =
    kind === 'anchor'
      ? feast(line, name)
      : kind === 'season'
        ? season(line, name, stated?.value)
        : quarter(line, Number(name), stated?.value);
  return window === null ? null : { ...window, at, end: stated?.to ?? hit.to, kind: 'other' };
}

/** "fourth day of Eid", "ثاني ايام عيد الفطر", "eid 2nd day". */
function dayOfFeast(line: Line, at: number): Piece | null {
  const nth = line.at(at, 'nth') === undefined ? null : dayNumber(line, at);
  if (nth !== null) {
    const feast = whole(line, skipped(line, nth.to));
    return feast === null || !isFeast(line, feast.at) || nth.value > longestFeast
      ? null
      : { ...dayOf(feast, nth.value), at, end: feast.end, kind: 'day' };
  }
  const feast = isFeast(line, at) ? whole(line, at) : null;
  const after = feast === null ? null : countedDay(line, feast.end);
  return feast === null || after === null || after.value > longestFeast
    ? null
    : { ...dayOf(feast, after.value), at, end: after.to, kind: 'day' };
}

/** "2nd day", "ثاني يوم" after the name of a feast. */
function countedDay(line: Line, at: number): { value: number; to: number } | null {
  const number = dayNumber(line, at);
  if (number === null || line.at(at, 'nth') !== undefined) return number;
  const unit = line.at(number.to, 'unit day');
  return unit === undefined ? null : { value: number.value, to: unit.to };
}

/** Days of a feast that are counted; what is more is meant otherwise. */
const longestFeast = 7;

function isFeast(line: Line, at: number): boolean {
  return /^anchor (?:fitr|adha|eid|hajj)$/.test(line.at(at, 'anchor')?.code ?? '');
}

function dayOf(feast: Window, number: number): Window {
  return days(feast.from + number - 1, 1);
}

function feast(line: Line, name: string): Readings | null {
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
    case 'arafah':
      return days(nextHijri(line, 12, 9) + 8, 1);
    case 'ashura':
      return days(nextHijri(line, 1, 10) + 9, 1);
    case 'mawlid':
      return days(nextHijri(line, 3, 12) + 11, 1);
    case 'last ten':
      return { from: nextHijri(line, 9) + 20, to: fitr(line) - 1, granularity: 'season' };
    case 'hijri year':
      return days(nextHijri(line, 1, 1), 1);
    case 'newyear':
      return coming(line, 1, 1);
    case 'christmas':
      return coming(line, 12, 25);
    default:
      return nationalDay(line, name);
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
