import { breaks } from '../tokens.ts';
import { dayAlone, yearAlone } from './alone.ts';
import { monthOf, monthWindow, yearOf } from './calendar.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { named } from './months.ts';
import { moved } from './moved.ts';
import { numeric } from './numeric.ts';
import { occasion } from './occasions.ts';
import { narrowed, partAt } from './parts.ts';
import { relative } from './relative.ts';

/** One window from token `at` on, with what narrows or moves it: "mid March", "before Ramadan", "around 25 January", "اخر الشهر", "Jan end". */
export function qualified(line: Line, at: number): Piece | null {
  return moved(line, at, narrowedOrPlain);
}

function narrowedOrPlain(line: Line, at: number): Piece | null {
  return part(line, at) ?? partAfter(line, plain(line, at)) ?? dayAlone(line, at);
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
  const own = partAt(line, at);
  if (own === null || breaks(line.gap(own.to))) return null;
  const joint = line.at(own.to, 'to') ?? line.at(own.to, 'or');
  const second = joint === undefined ? null : partAt(line, joint.to);
  const after = (second ?? own).to;
  const start = skipped(line, after);
  const inner =
    plain(line, after) ??
    plain(line, start) ??
    thisUnit(line, after) ??
    thisUnit(line, start) ??
    yearAlone(line, after) ??
    yearAlone(line, start);
  if (inner === null || inner.kind === 'day' || inner.kind === 'weekday') return null;
  const first = narrowed(line, inner, own.name);
  const last = second === null ? first : narrowed(line, inner, second.name);
  return {
    from: Math.max(line.today, first.from),
    to: last.to,
    granularity: 'season',
    at,
    end: inner.end,
    kind: 'other',
  };
}

/** "Jan end", "فبراير الاسبوع الثاني": the part named after its month, unless it belongs to what follows. */
function partAfter(line: Line, month: Piece | null): Piece | null {
  if (month?.kind !== 'month') return month;
  const own = breaks(line.gap(month.end)) ? null : partAt(line, month.end);
  if (own === null) return month;
  const start = skipped(line, own.to);
  if (!breaks(line.gap(own.to)) && (plain(line, own.to) ?? plain(line, start) ?? thisUnit(line, start)) !== null)
    return month;
  const window = narrowed(line, month, own.name);
  return {
    from: Math.max(line.today, window.from),
    to: window.to,
    granularity: 'season',
    at: month.at,
    end: own.to,
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
