import { type Day, dated, hijriMonth, type Window } from './calendar.ts';
import { coming, piece, wholeMonth } from './coming.ts';
import { type Line, type Piece, skipped } from './line.ts';

/** Readings of one numeric date that lie closer together than this are not worth a question. */
const farApart = 28;

const joints = /^[/.\-–]$/;

/** Numbers alone. Day first (`domain.md` 6.1); where the month may come first as well and is far from it, both are readings. */
export function numeric(line: Line, at: number): Piece | null {
  const first = line.number(at);
  const second = line.number(at + 1);
  if (first === undefined || second === undefined || !joints.test(line.gap(at + 1)) || first.to !== at + 1) return null;
  const third = joints.test(line.gap(at + 2)) ? line.number(at + 2) : undefined;
  if (first.value > 1400 && third !== undefined) return piece(full(first.value, second.value, third.value), at, at + 3);
  if (first.value > 2000) return piece(wholeMonth(line, second.value, first.value), at, at + 2, 'month');
  if (second.value > 2000) return piece(wholeMonth(line, first.value, second.value), at, at + 2, 'month');
  if (third !== undefined) {
    const year = third.value < 100 ? 2000 + third.value : third.value;
    return both(line, full(year, second.value, first.value), full(year, first.value, second.value), at, at + 3);
  }
  if (line.gap(at + 1) !== '/' && !line.asked) return null;
  if (
    line.gap(at + 1) === '.' ||
    (line.gap(at + 1) !== '/' &&
      (line.at(skipped(line, at + 2), 'm') ?? line.at(skipped(line, at + 2), 'h')) !== undefined)
  )
    return null;
  return both(line, coming(line, second.value, first.value), coming(line, first.value, second.value), at, at + 2);
}

function both(line: Line, dayFirst: Window | null, monthFirst: Window | null, at: number, end: number): Piece | null {
  const now = [dayFirst, monthFirst].filter((window): window is Window => window !== null && window.to >= line.today);
  const best = now[0] ?? dayFirst ?? monthFirst;
  if (best === null) return null;
  const other = now[1];
  const far = other !== undefined && Math.abs(other.from - best.from) >= farApart;
  return { ...best, at, end, kind: 'day', ...(far ? { other } : {}) };
}

function full(year: number, month: number, date: number): Window | null {
  if (year >= 1400 && year < 1500)
    return date >= 1 && date <= 30 && month >= 1 && month <= 12 ? single(hijriMonth(year, month) + date - 1) : null;
  return single(dated(year, month, date));
}

function single(at: Day | null): Window | null {
  return at === null ? null : { from: at, to: at, granularity: 'day' };
}
