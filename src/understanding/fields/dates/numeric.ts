import { type Day, dated, hijriMonth, type Window } from './calendar.ts';
import { coming, piece, wholeMonth } from './coming.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { overflowing } from './overflow.ts';

/** Readings of one numeric date that lie closer together than this are not worth a question. */
const farApart = 28;

/** Numbers alone. Day first (`domain.md` 6.1); where the month may come first as well and is far from it, both are readings. */
export function numeric(line: Line, at: number): Piece | null {
  const first = digits(line, at);
  const second = digits(line, at + 1);
  const sign = joint(line, at + 1);
  if (first === null || second === null || sign === null) return null;
  const third = joint(line, at + 2) === sign ? digits(line, at + 2) : null;
  if (first > 1400 && third !== null) return piece(full(first, second, third), at, at + 3);
  if (first > 2000) return piece(wholeMonth(line, second, first), at, at + 2, 'month');
  if (second > 2000) return piece(wholeMonth(line, first, second), at, at + 2, 'month');
  if (third !== null) {
    const year = third < 100 ? 2000 + third : third;
    const over = overflowing(line, second, first, first, year);
    if (over !== null && first > 12) return { ...over, at, end: at + 3, kind: 'day' };
    return both(line, full(year, second, first), full(year, first, second), at, at + 3);
  }
  return span(line, at, first, second, sign) ?? short(line, at, first, second, sign);
}

/** A number as it was typed: "5.2" is two of them here. */
function digits(line: Line, at: number): number | null {
  const word = line.tokens[at]?.fold ?? '';
  return /^\d{1,4}$/.test(word) ? Number(word) : null;
}

function joint(line: Line, at: number): '/' | '.' | '-' | null {
  const gap = line.gap(at);
  return gap === '/' || gap === '.' || gap === '-' ? gap : gap === '–' || gap === '—' ? '-' : null;
}

/** "5-10/1", "10-20/1/2027": days of one month. */
function span(line: Line, at: number, first: number, last: number, sign: string): Piece | null {
  const month = digits(line, at + 2);
  const after = joint(line, at + 2);
  if (sign !== '-' || (after !== '/' && after !== '.') || month === null || first >= last) return null;
  const year = joint(line, at + 3) === after ? digits(line, at + 3) : null;
  const end = year === null ? at + 3 : at + 4;
  const stated = year === null ? undefined : year < 100 ? 2000 + year : year;
  const over = overflowing(line, month, first, last, stated);
  if (over !== null) return { ...over, at, end, kind: 'day' };
  if (stated === undefined) return piece(coming(line, month, first, last), at, end);
  const from = dated(stated, month, first);
  const to = dated(stated, month, last);
  return from === null || to === null ? null : { from, to, granularity: 'day', at, end, kind: 'day' };
}

/** "15/1", and where dates were asked for "15-1" and "15.1". */
function short(line: Line, at: number, first: number, second: number, sign: string): Piece | null {
  if (sign !== '/' && !line.asked) return null;
  if (line.at(at + 2, 'unit') !== undefined || people.test(line.tokens[at + 2]?.fold ?? '')) return null;
  const next = skipped(line, at + 2);
  if (sign !== '/' && (line.at(next, 'm') ?? line.at(next, 'h') ?? line.at(next, 'next')) !== undefined) return null;
  const over = first > 12 ? overflowing(line, second, first, first) : null;
  if (over !== null) return { ...over, at, end: at + 2, kind: 'day' };
  return both(line, coming(line, second, first), coming(line, first, second), at, at + 2);
}

const people = /^(?:pax|p|ppl|persons?|people|adults?|kids|اشخاص|شخص|انفار|نفر|مسافرين|افراد|of|من)$/;

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
