import { breaks } from '../tokens.ts';
import { hijriMonth, hijriMonthEnd } from './calendar.ts';
import { nextHijri, piece, wholeMonth } from './coming.ts';
import type { Line, Piece } from './line.ts';

/** A year in full of our calendar or the Hijri one. */
export function yearAt(line: Line, at: number): { value: number; to: number } | null {
  const number = line.number(at);
  const gap = line.gap(at);
  return number !== undefined &&
    number.value >= 1400 &&
    number.value <= 2100 &&
    (gap === '' || gap === ',' || /^[/.-]$/.test(gap))
    ? number
    : null;
}

/** "March", "فبراير ٢٠٢٧", "رمضان". "may" and آب (also "father") need something beside them that says month. */
export function month(line: Line, at: number): Piece | null {
  const hit = line.at(at, 'm') ?? line.at(at, 'h');
  if (hit === undefined || (doubtful.has(line.tokens[at]?.fold ?? '') && !surely(line, at, hit.to))) return null;
  const year = yearAt(line, hit.to);
  const number = Number(hit.code.slice(2));
  const end = year?.to ?? hit.to;
  if (hit.code.startsWith('m')) return piece(wholeMonth(line, number, year?.value), at, end, 'month');
  const start = year === null ? nextHijri(line, number) : hijriMonth(year.value, number);
  return { from: Math.max(start, line.today), to: hijriMonthEnd(start), granularity: 'month', at, end, kind: 'month' };
}

const doubtful = new Set(['may', 'mar', 'اب', 'صفر', 'محرم']);

function surely(line: Line, at: number, end: number): boolean {
  const before = line.tokens[at - 1]?.fold ?? '';
  if (line.asked && line.tokens.length <= 3) return true;
  if (line.number(end) !== undefined || line.number(at - 1) !== undefined) return true;
  return (
    [
      'in',
      'of',
      'early',
      'mid',
      'late',
      'before',
      'after',
      'around',
      'from',
      'between',
      'to',
      'next',
      'this',
      'or',
      'by',
      'unit month',
    ].some(
      (code) =>
        line.tokens[at - 1] !== undefined && (line.at(at - 1, code) !== undefined || line.at(at - 2, code)?.to === at),
    ) ||
    /^(?:or|and|-)$/.test(line.tokens[end]?.fold ?? '') ||
    (before === '' && line.asked)
  );
}

/** "شهر ١٢", "month 3", "شهر ٣ او ٤". */
export function monthNumber(line: Line, at: number): Piece | null {
  const word = line.at(at, 'unit month');
  const number = word === undefined ? undefined : line.number(word.to);
  if (number === undefined || word === undefined || breaks(line.gap(word.to))) return null;
  const year = yearAt(line, number.to);
  const first = piece(wholeMonth(line, number.value, year?.value), at, year?.to ?? number.to, 'month');
  const joint = line.at(number.to, 'or') ?? line.at(number.to, 'to');
  const second = joint === undefined ? undefined : line.number(joint.to);
  const counts = second !== undefined && line.at(second.to, 'unit') !== undefined;
  const last = second === undefined || counts ? null : wholeMonth(line, second.value);
  return first === null || last === null || last.to < first.to
    ? first
    : { ...first, to: last.to, end: second?.to ?? first.end };
}
