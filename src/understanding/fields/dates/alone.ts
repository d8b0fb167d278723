import { type Day, dated, monthOf, monthWindow, type Window, yearOf } from './calendar.ts';
import { wholeMonth } from './coming.ts';
import { afterLength, lengthAt, within } from './lengths.ts';
import { dayNumber, daySpan, type Line, type Piece, skipped } from './line.ts';

/** A day of a month that begins sooner than this may be that of the month after. */
const soon = 7;

/** Where dates were asked for, a day without its month: "the 15th", "يوم ٢٥", "3rd". */
export function dayAlone(line: Line, at: number): Piece | null {
  if (!line.asked) return null;
  const word = line.tokens[at]?.fold ?? '';
  const start = dayWords.test(word) ? at + 1 : at;
  const first = dayNumber(line, start);
  if (first === null || line.at(start, 'nth') !== undefined || line.at(first.to, 'unit') !== undefined) return null;
  if (start === at && !ordinal(line, at)) return null;
  const span = daySpan(line, first);
  const name = skipped(line, span.to);
  if ((line.at(name, 'm') ?? line.at(name, 'h')) !== undefined) return null;
  return { ...dayOfNext(line, span.first, span.last, soon), at, end: span.to, kind: 'day' };
}

const dayWords = /^(?:[بل]?ال)?يوم$|^(?:the|on|yom|yo?um)$/;

/** "15th" is cut to its number; the letters are still counted. */
function ordinal(line: Line, at: number): boolean {
  const token = line.tokens[at];
  return token !== undefined && /^\d+$/.test(token.fold) && token.end - token.start === token.fold.length + 2;
}

/** The coming month that has these days ahead; if they are very near, those of the month after as well. */
function dayOfNext(line: Line, first: number, last: number, near: number): Window & { other?: Window } {
  const next = inMonths(line, first, last, 0);
  return next.from - line.today < near ? { ...next, other: inMonths(line, first, last, 1) } : next;
}

function inMonths(line: Line, first: number, last: number, skip: number): Window {
  let left = skip;
  for (let ahead = 0; ahead < 6; ahead++) {
    const month = monthWindow(yearOf(line.today), monthOf(line.today) + ahead);
    const at = (day: number): Day | null => dated(yearOf(month.to), monthOf(month.to), day);
    const [from, to] = [at(first), at(last)];
    if (from === null || to === null || from < line.today) continue;
    if (left === 0) return { from, to, granularity: 'day' };
    left -= 1;
  }
  return { from: line.today, to: line.today, granularity: 'day' };
}

/** "2027", "سنة ٢٠٢٧": the year as far as it is ahead. */
export function yearAlone(line: Line, at: number): Piece | null {
  const start = line.at(at, 'unit year')?.to ?? at;
  const year = line.number(start);
  const now = yearOf(line.today);
  if (year === undefined || year.value < now || year.value > now + 3) return null;
  const window = monthWindow(year.value, 1, 12);
  return {
    from: Math.max(window.from, line.today),
    to: window.to,
    granularity: 'season',
    at,
    end: year.to,
    kind: 'other',
  };
}

/** An answer longer than this says more than one bare number. */
const fewTokens = 6;

/** An answer that is a bare number or length: "10" is a day or a month, "شهرين" when or how long. Always several readings, but for a year. */
export function alone(line: Line): Piece | null {
  if (line.tokens.length > fewTokens) return null;
  for (let at = 0; at < line.tokens.length; at++) {
    const year = yearAlone(line, at);
    if (year !== null) return year;
    const length = lengthAt(line, at);
    if (length !== null && length.end - at > 0 && (length.count > 1 || line.at(at, 'one') !== undefined))
      return {
        ...afterLength(line.today, length),
        other: { from: line.today, to: within(line.today, length), granularity: 'season' },
        at,
        end: length.end,
        kind: 'other',
      };
  }
  const day = dayNumber(line, 0);
  if (day === null || line.tokens.length > 3) return null;
  const span = daySpan(line, day);
  if (span.to !== line.tokens.length) return null;
  const next = dayOfNext(line, span.first, span.last, Number.POSITIVE_INFINITY);
  const month = span.two || day.value > 12 ? null : wholeMonth(line, day.value);
  return { ...next, ...(month === null ? {} : { other: month }), at: 0, end: span.to, kind: 'day' };
}
