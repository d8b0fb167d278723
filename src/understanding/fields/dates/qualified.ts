import { breaks } from '../tokens.ts';
import { monthOf, monthWindow, yearOf } from './calendar.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { named } from './months.ts';
import { numeric } from './numeric.ts';
import { occasion } from './occasions.ts';
import { narrowed, parts } from './parts.ts';
import { relative } from './relative.ts';

/** One window from token `at` on, with what narrows or moves it: "mid March", "before Ramadan", "around 25 January", "اخر الشهر". */
export function qualified(line: Line, at: number): Piece | null {
  return moved(line, at) ?? part(line, at) ?? plain(line, at);
}

function plain(line: Line, at: number): Piece | null {
  if (line.at(at, 'none') !== undefined) return null;
  return numeric(line, at) ?? named(line, at) ?? relative(line, at) ?? occasion(line, at) ?? nextOccasion(line, at);
}

/** "next summer", "الصيف الجاي", "this Ramadan". */
function nextOccasion(line: Line, at: number): Piece | null {
  const word = line.at(at, 'next') ?? line.at(at, 'this');
  if (word === undefined || breaks(line.gap(word.to))) return null;
  const inner = occasion(line, word.to) ?? named(line, word.to);
  return inner === null ? null : { ...inner, at };
}

function part(line: Line, at: number): Piece | null {
  const name = Object.keys(parts).find((code) => line.at(at, code) !== undefined);
  const hit = name === undefined ? undefined : line.at(at, name);
  if (hit === undefined || name === undefined) return null;
  const to = line.at(hit.to, 'to') ?? line.at(hit.to, 'or');
  const second = to === undefined ? undefined : Object.keys(parts).find((code) => line.at(to.to, code) !== undefined);
  const secondHit = second === undefined || to === undefined ? undefined : line.at(to.to, second);
  const start = skipped(line, (secondHit ?? hit).to);
  const inner =
    plain(line, (secondHit ?? hit).to) ??
    plain(line, start) ??
    thisUnit(line, (secondHit ?? hit).to) ??
    thisUnit(line, start);
  if (inner === null || breaks(line.gap(hit.to)) || inner.kind === 'day' || inner.kind === 'weekday') return null;
  const first = narrowed(line, inner, name);
  const last = second === undefined ? first : narrowed(line, inner, second);
  return {
    from: Math.max(line.today, first.from),
    to: last.to,
    granularity: 'season',
    at,
    end: inner.end,
    kind: 'other',
  };
}

/** "end of the month", "اخر السنة": of this one, or of the next if its time is over. */
function thisUnit(line: Line, at: number): Piece | null {
  const unit = line.at(at, 'unit');
  if (unit === undefined || (unit.code !== 'unit month' && unit.code !== 'unit year')) return null;
  const window =
    unit.code === 'unit month'
      ? monthWindow(yearOf(line.today), monthOf(line.today))
      : monthWindow(yearOf(line.today), 1, 12);
  return { ...window, at, end: unit.to, kind: unit.code === 'unit month' ? 'month' : 'other' };
}

/** How long "after" something lasts, and how far round a day "around" reaches. */
const month = 31;
const aroundDays = 5;

function moved(line: Line, at: number): Piece | null {
  const code = ['before', 'after', 'around', 'by', 'during'].find((name) => line.at(at, name) !== undefined);
  const hit = code === undefined ? undefined : line.at(at, code);
  if (hit === undefined || code === undefined || breaks(line.gap(hit.to))) return null;
  if (relative(line, at) !== null) return null;
  const start = skipped(line, hit.to);
  const inner = part(line, start) ?? plain(line, start);
  if (inner === null) return null;
  const until = inner.to < line.today ? null : { from: line.today, to: inner.to };
  const ending = line.at(start, 'late') !== undefined;
  switch (code) {
    case 'before': {
      const to = ending ? inner.to : inner.from - 1;
      return to < line.today
        ? null
        : { from: line.today, to, granularity: 'season', at, end: inner.end, kind: 'other' };
    }
    case 'by':
      return until === null ? null : { ...until, granularity: 'season', at, end: inner.end, kind: 'other' };
    case 'after':
      return { from: inner.to + 1, to: inner.to + 1 + month, granularity: 'season', at, end: inner.end, kind: 'other' };
    case 'around':
      return inner.kind === 'month'
        ? { ...inner, at }
        : {
            from: Math.max(line.today, inner.from - aroundDays),
            to: inner.to + aroundDays,
            granularity: 'season',
            at,
            end: inner.end,
            kind: 'other',
          };
    default:
      return { ...inner, at };
  }
}
