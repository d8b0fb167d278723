import { breaks } from '../tokens.ts';
import { addMonths, monthOf, monthWindow, weekdayOf, type Window, yearOf } from './calendar.ts';
import type { Line, Piece } from './line.ts';

type Length = { count: number; unit: 'day' | 'week' | 'month' | 'year'; end: number; vague: boolean };

/** Dates told from today, from token `at` on: "next month", "الاسبوع الجاي", "after two weeks", "خلال شهر", "الخميس القادم", "tomorrow". */
export function relative(line: Line, at: number): Piece | null {
  return near(line, at) ?? weekday(line, at) ?? distant(line, at) ?? next(line, at);
}

function near(line: Line, at: number): Piece | null {
  const [code, days] = line.at(at, 'overmorrow') ? ['overmorrow', 2] : line.at(at, 'tomorrow') ? ['tomorrow', 1] : ['today', 0];
  const hit = line.at(at, String(code));
  if (hit === undefined || (code === 'today' && !line.asked)) return null;
  const day = line.today + Number(days);
  return { from: day, to: day, granularity: 'day', at, end: hit.to, kind: 'day' };
}

/** The next such day; with "next" said as well it is the same day, as people mostly mean it. */
function weekday(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  const hit = line.at(start, 'wd');
  if (hit === undefined || (breaks(line.gap(start)) && before !== undefined)) return null;
  const after = line.at(hit.to, 'next');
  if (!line.asked && before === undefined && after === undefined && short.test(line.tokens[start]?.fold ?? '')) return null;
  const days = (Number(hit.code.slice(3)) - weekdayOf(line.today) + 7) % 7 || 7;
  const day = line.today + days;
  return { from: day, to: day, granularity: 'day', at, end: after?.to ?? hit.to, kind: 'weekday' };
}
const short = /^(?:sun|mon|tue|wed|thu|fri|sat|احد)$/;

function lengthAt(line: Line, at: number): Length | null {
  const dual = line.at(at, 'dual');
  if (dual !== undefined) return { count: 2, unit: unitOf(dual.code), end: dual.to, vague: false };
  const number = line.number(at);
  const few = line.at(at, 'few');
  const one = line.at(at, 'one');
  const start = number?.to ?? few?.to ?? one?.to ?? at;
  const unit = line.at(start, 'unit');
  if (unit === undefined || breaks(line.gap(start)) && start !== at) return null;
  const count = number?.value ?? (few !== undefined ? 3 : 1);
  return { count, unit: unitOf(unit.code), end: unit.to, vague: few !== undefined };
}

function unitOf(code: string): Length['unit'] {
  return code.slice(5) as Length['unit'];
}

/** "after two weeks", "in a month", "two months from now", "خلال شهر", "within 3 weeks". */
function distant(line: Line, at: number): Piece | null {
  const mark = line.at(at, 'during') ?? line.at(at, 'after') ?? line.at(at, 'in') ?? line.at(at, 'by');
  const start = mark === undefined ? at : (line.at(mark.to, 'around') ?? mark).to;
  const ahead = mark !== undefined && line.at(start, 'next') !== undefined ? start + 1 : start;
  const length = lengthAt(line, ahead);
  if (length === null || length.count > 60 || (mark !== undefined && breaks(line.gap(mark.to)))) return null;
  const tail = /^(?:later|from now|from today|من الان|من اليوم)/.exec(line.tokens.slice(length.end, length.end + 2).map((token) => token.fold).join(' '));
  const single = line.number(ahead) === undefined && line.at(ahead, 'dual') === undefined && line.at(ahead, 'one') === undefined && line.at(ahead, 'few') === undefined;
  if (single && (line.at(length.end, 'next') ?? line.at(length.end, 'm') ?? line.at(length.end, 'h') ?? line.number(length.end)) !== undefined) return null;
  if (mark === undefined && tail === null) return null;
  if (mark?.code === 'in' && (single || line.tokens[mark.from]?.fold === 'ب')) return null;
  const end = tail === null ? length.end : length.end + tail[0].split(' ').length;
  const within = mark?.code === 'during' || mark?.code === 'by' || ahead !== start;
  return { ...(within ? { from: line.today, to: later(line, length), granularity: 'season' as const } : after(line, length)), at, end, kind: 'other' };
}

function later(line: Line, length: Length): number {
  if (length.unit === 'day') return line.today + length.count;
  if (length.unit === 'week') return line.today + 7 * length.count;
  return addMonths(line.today, Math.round(length.count * (length.unit === 'month' ? 1 : 12)));
}

/** "After two weeks" is the week that begins then; "after two months" the weeks round that day. */
function after(line: Line, length: Length): Window {
  const day = later(line, length);
  if (length.unit === 'day') return { from: day, to: day, granularity: length.vague ? 'season' : 'day' };
  if (length.unit === 'week') return { from: day, to: day + 6 + (length.vague ? 7 : 0), granularity: 'season' };
  const slack = length.unit === 'month' ? 7 : 45;
  return { from: day - slack, to: day + slack, granularity: 'season' };
}

/** "next week", "الشهر القادم", "this month", "السنة الجاية", "next two weeks", "هالشهر". */
function next(line: Line, at: number): Piece | null {
  const before = line.at(at, 'next') ?? line.at(at, 'this');
  const start = before?.to ?? at;
  if (line.at(start, 'weekend') !== undefined) return weekend(line, at, start, before?.code === 'next');
  const season = line.at(start, 'season');
  if (season !== undefined) return null;
  const length = lengthAt(line, start);
  if (length === null || (before !== undefined && breaks(line.gap(start)))) return null;
  const after = line.at(length.end, 'next') ?? line.at(length.end, 'this');
  const attached = /^ها?ل?(?:شهر|اسبوع|سنه)/.test(line.tokens[start]?.fold ?? '') && (line.tokens[start]?.fold ?? '').startsWith('ه');
  const which = before ?? (after !== undefined && !breaks(line.gap(after.from)) ? after : undefined);
  if (which === undefined && !attached) return null;
  const end = Math.max(length.end, which === after ? (after?.to ?? 0) : 0);
  const coming = which?.code === 'next';
  if (length.count > 1 && coming) return { from: line.today, to: later(line, length), granularity: 'season', at, end, kind: 'other' };
  const window = whole(line, length.unit, coming);
  return window === null ? null : { ...window, at, end, kind: length.unit === 'week' ? 'week' : length.unit === 'month' ? 'month' : 'other' };
}

/** Weeks run from Sunday to Saturday. */
function whole(line: Line, unit: Length['unit'], coming: boolean): Window | null {
  if (unit === 'week') {
    const sunday = line.today - weekdayOf(line.today) + (coming ? 7 : 0);
    return { from: Math.max(sunday, line.today), to: sunday + 6, granularity: 'season' };
  }
  if (unit === 'month') {
    const window = monthWindow(yearOf(line.today), monthOf(line.today) + (coming ? 1 : 0));
    return { ...window, from: Math.max(window.from, line.today) };
  }
  if (unit === 'day') return null;
  const window = monthWindow(yearOf(line.today) + (coming ? 1 : 0), 1, 12);
  return { from: Math.max(window.from, line.today), to: window.to, granularity: 'season' };
}

function weekend(line: Line, at: number, start: number, coming: boolean): Piece {
  const friday = line.today + ((5 - weekdayOf(line.today) + 7) % 7) + (coming && weekdayOf(line.today) >= 5 ? 7 : 0);
  return { from: friday, to: friday + 1, granularity: 'season', at, end: start + 1, kind: 'other' };
}
