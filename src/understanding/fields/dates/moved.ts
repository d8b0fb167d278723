import { breaks } from '../tokens.ts';
import type { Window } from './calendar.ts';
import { afterLength, daysAfter, lengthAt } from './lengths.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { partAt } from './parts.ts';
import { relative } from './relative.ts';

type Read = (line: Line, at: number) => Piece | null;

/** How long "after" something lasts, how long "not before" and "onwards", and how far round a day "around" reaches. */
const month = 31;
const onwards = 60;
const aroundDays = 5;

const moves = ['notbefore', 'before', 'after', 'around', 'by', 'during'] as const;

/** A window that `read` finds from token `at` on, or one put before, after or round it: "before Ramadan", "a week after Eid", "from March onwards". */
export function moved(line: Line, at: number, read: Read): Piece | null {
  return (
    offset(line, at, read) ?? weekAfter(line, at, read) ?? marked(line, at, read) ?? andLater(line, read(line, at))
  );
}

function marked(line: Line, at: number, read: Read): Piece | null {
  const code = moves.find((name) => line.at(at, name) !== undefined);
  const hit = code === undefined ? undefined : line.at(at, code);
  if (hit === undefined || code === undefined || breaks(line.gap(hit.to))) return null;
  if (relative(line, at) !== null) return null;
  const inner = innerAt(line, hit.to, read);
  if (inner === null) return null;
  const late = line.at(hit.to, 'late') !== undefined || line.at(skipped(line, hit.to), 'late') !== undefined;
  const window = windowOf(line, code, inner, late);
  return window === null ? null : by(line, window, inner, at, code);
}

function innerAt(line: Line, at: number, read: Read): Piece | null {
  return read(line, at) ?? read(line, skipped(line, at));
}

function windowOf(line: Line, code: (typeof moves)[number], inner: Piece, late: boolean): Window | null {
  switch (code) {
    case 'notbefore':
      return season(inner.from, inner.from + onwards);
    case 'before': {
      const to = late ? inner.to : inner.from - 1;
      return to < line.today ? null : season(line.today, to);
    }
    case 'by':
      return inner.to < line.today ? null : season(line.today, inner.to);
    case 'after':
      return season(inner.to + 1, inner.to + 1 + month);
    case 'around':
      return inner.kind === 'month'
        ? inner
        : season(Math.max(line.today, inner.from - aroundDays), inner.to + aroundDays);
    default:
      return inner;
  }
}

/** "بعد العيد باسبوع", "قبل رمضان بيومين": so far from it. Else the window as it is. */
function by(line: Line, window: Window, inner: Piece, at: number, code: string): Piece {
  const kind = code === 'around' || code === 'during' ? inner.kind : 'other';
  const own: Piece = { ...window, at, end: inner.end, kind };
  if (code !== 'before' && code !== 'after') return own;
  const start = line.tokens[inner.end]?.fold === 'ب' ? inner.end + 1 : inner.end;
  const attached = start > inner.end || /^ب/.test(line.tokens[inner.end]?.fold ?? '');
  const length = attached && !breaks(line.gap(inner.end)) ? lengthAt(line, start) : null;
  if (length === null) return own;
  return { ...away(line, inner, length, code), at, end: length.end, kind: 'other' };
}

/** "a week after Eid", "اسبوعين بعد رمضان", "10 days before Ramadan". */
function offset(line: Line, at: number, read: Read): Piece | null {
  const length = lengthAt(line, at);
  const hit = length === null ? undefined : (line.at(length.end, 'after') ?? line.at(length.end, 'before'));
  if (length === null || hit === undefined || breaks(line.gap(hit.from)) || breaks(line.gap(hit.to))) return null;
  const inner = innerAt(line, hit.to, read);
  return inner === null ? null : { ...away(line, inner, length, hit.code), at, end: inner.end, kind: 'other' };
}

function away(line: Line, inner: Piece, length: NonNullable<ReturnType<typeof lengthAt>>, code: string): Window {
  if (code === 'after') return afterLength(inner.to, length);
  const back = daysAfter(inner.from, { ...length, count: -length.count });
  const day = Math.max(line.today, back);
  return length.unit === 'day'
    ? { from: day, to: day, granularity: 'day' }
    : season(day, Math.max(day, inner.from - 1));
}

/** "first week after Eid", "ثاني اسبوع بعد رمضان". */
function weekAfter(line: Line, at: number, read: Read): Piece | null {
  const week = partAt(line, at);
  const number = week === null ? null : /^week ([1-4])$/.exec(week.name);
  const hit = week === null ? undefined : line.at(week.to, 'after');
  if (week === null || number === null || hit === undefined) return null;
  const inner = innerAt(line, hit.to, read);
  if (inner === null) return null;
  const from = inner.to + 1 + 7 * (Number(number[1]) - 1);
  return { ...season(from, from + 6), at, end: inner.end, kind: 'other' };
}

/** "March onwards", "من شهر ٣ وما بعد", "when Ramadan ends"; without such words the window itself. */
function andLater(line: Line, inner: Piece | null): Piece | null {
  if (inner === null) return null;
  const ended = line.at(inner.end, 'ended');
  const hit = ended ?? line.at(inner.end, 'onwards');
  if (hit === undefined) return inner;
  const window =
    ended === undefined ? season(inner.from, inner.from + onwards) : season(inner.to + 1, inner.to + 1 + month);
  return { ...window, at: inner.at, end: hit.to, kind: 'other' };
}

function season(from: number, to: number): Window {
  return { from, to, granularity: 'season' };
}
