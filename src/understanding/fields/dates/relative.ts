import { breaks } from '../tokens.ts';
import { monthOf, monthWindow, type Window, weekdayOf, yearOf } from './calendar.ts';
import { distant } from './distant.ts';
import { type Length, lengthAt, within } from './lengths.ts';
import { dayNumber, daySpan, type Line, type Piece } from './line.ts';

/** Dates told from today, from token `at` on: "next month", "الاسبوع الجاي", "after two weeks", "خلال شهر", "الخميس القادم", "tomorrow". */
export function relative(line: Line, at: number): Piece | null {
  return near(line, at) ?? weekday(line, at) ?? distant(line, at) ?? dayOfMonth(line, at) ?? next(line, at);
}

const nearDays = [
  ['overmorrow', 2],
  ['tomorrow', 1],
  ['today', 0],
] as const;

function near(line: Line, at: number): Piece | null {
  for (const [code, days] of nearDays) {
    const hit = line.at(at, code);
    if (hit === undefined || (code === 'today' && !line.asked) || gland(line, at)) continue;
    const day = line.today + days;
    return { from: day, to: day, granularity: 'day', at, end: hit.to, kind: 'day' };
  }
  return null;
}

/** Folding makes "tomorrow" of "glands" (غدد); the letters as typed tell. */
function gland(line: Line, at: number): boolean {
  const token = line.tokens[at];
  return token !== undefined && /غد$/.test(token.fold) && token.end - token.start === token.fold.length + 1;
}

/** The next such day; with "next" said as well it is the same day, as people mostly mean it. */
function weekday(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  const hit = line.at(start, 'wd');
  if (hit === undefined || (breaks(line.gap(start)) && before !== undefined)) return null;
  if (before === undefined && countsPeople(line, start)) return null;
  const said = line.at(hit.to, 'next');
  const after = said !== undefined && line.at(said.to, 'unit') !== undefined ? undefined : said;
  const second = line.at(hit.to, 'afternext');
  if (!line.asked && before === undefined && after === undefined && short.test(line.tokens[start]?.fold ?? ''))
    return null;
  const days = (Number(hit.code.slice(3)) - weekdayOf(line.today) + 7) % 7 || 7;
  const day = line.today + days + (second === undefined ? 0 : 7);
  return { from: day, to: day, granularity: 'day', at, end: (second ?? after ?? hit).to, kind: 'weekday' };
}
/** "اخواني الاثنين": behind people the name of a day is their number. */
function countsPeople(line: Line, at: number): boolean {
  return /^(?:ا?ل)?(?:اثنين|اتنين|ثلاثه|تلاته|اربعه|خميس)$/.test(line.tokens[at]?.fold ?? '') && people(line, at - 1);
}

function people(line: Line, at: number): boolean {
  return line.at(at, 'people') !== undefined && !breaks(line.gap(at + 1));
}

const short = /^(?:sun|mon|tue|wed|thu|fri|sat|احد|الثلاثه|الاربعه|ثلاثه|اربعه)$/;

/** "15 next month", "يوم ١٥ الشهر الجاي", "10-15 of next month". */
function dayOfMonth(line: Line, at: number): Piece | null {
  const first = dayNumber(line, at);
  if (first === null || breaks(line.gap(first.to))) return null;
  const span = daySpan(line, first);
  for (let start = span.to; start <= span.to + 2; start++) {
    const month = breaks(line.gap(start)) ? null : next(line, start);
    if (month?.kind === 'month') {
      const begin = monthWindow(yearOf(month.to), monthOf(month.to)).from - 1;
      const [from, to] = [begin + span.first, begin + span.last];
      return from < line.today || to > month.to
        ? null
        : { from, to, granularity: 'day', at, end: month.end, kind: 'day' };
    }
    if (line.at(start, 'of') === undefined && line.at(start, 'in') === undefined) return null;
  }
  return null;
}

/** "next week", "الشهر القادم", "this month", "السنة الجاية", "next two weeks", "هالشهر", "month after next". */
function next(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  if (line.at(start, 'weekend') !== undefined && line.number(start + 1) === undefined)
    return weekend(line, at, start, before?.code === 'next');
  const season = line.at(start, 'season');
  if (season !== undefined) return null;
  const length = lengthAt(line, start);
  if (length === null || (before !== undefined && breaks(line.gap(start)))) return null;
  const second = line.at(length.end, 'afternext');
  const after = second ?? line.at(length.end, 'next') ?? line.at(length.end, 'this');
  const word = line.tokens[start]?.fold ?? '';
  const attached = word.startsWith('ه') && /^ها?ل?(?:شهر|اسبوع|سنه)/.test(word);
  const which = before ?? (after !== undefined && !breaks(line.gap(after.from)) ? after : undefined);
  if (which === undefined && !attached) return null;
  const end = Math.max(length.end, which === after ? (after?.to ?? 0) : 0);
  const coming = which?.code === 'next';
  if ((length.count > 1 || length.most !== undefined) && coming)
    return { from: line.today, to: within(line.today, length), granularity: 'season', at, end, kind: 'other' };
  const window = whole(line, length.unit, second !== undefined ? 2 : coming ? 1 : 0);
  return window === null
    ? null
    : { ...window, at, end, kind: length.unit === 'week' ? 'week' : length.unit === 'month' ? 'month' : 'other' };
}

/** The week, month or year so many ahead; weeks run from Sunday to Saturday. */
function whole(line: Line, unit: Length['unit'], ahead: number): Window | null {
  if (unit === 'week') {
    const sunday = line.today - weekdayOf(line.today) + 7 * ahead;
    return { from: Math.max(sunday, line.today), to: sunday + 6, granularity: 'season' };
  }
  if (unit === 'month') {
    const window = monthWindow(yearOf(line.today), monthOf(line.today) + ahead);
    return { ...window, from: Math.max(window.from, line.today) };
  }
  if (unit === 'day') return null;
  const window = monthWindow(yearOf(line.today) + ahead, 1, 12);
  return { from: Math.max(window.from, line.today), to: window.to, granularity: 'season' };
}

function weekend(line: Line, at: number, start: number, coming: boolean): Piece {
  const friday = line.today + ((5 - weekdayOf(line.today) + 7) % 7) + (coming && weekdayOf(line.today) >= 5 ? 7 : 0);
  return { from: friday, to: friday + 1, granularity: 'season', at, end: start + 1, kind: 'other' };
}
