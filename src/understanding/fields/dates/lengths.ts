import { breaks } from '../tokens.ts';
import { addMonths, type Day, type Window } from './calendar.ts';
import type { Line } from './line.ts';

type Unit = 'day' | 'week' | 'month' | 'year';
type Amount = { count: number; unit: Unit };

/** So many days, weeks, months or years, told up to token `end`; `most`: the larger one of "2-3 weeks", "a few", "شهر شهرين". */
export type Length = Amount & { end: number; most?: Amount };

/** "A few" of something is between these. */
const few = { least: 2, most: 4 };

/** The length told from token `at` on, in digits or words, with halves and upper ends. */
export function lengthAt(line: Line, at: number): Length | null {
  const first = counted(line, at);
  return first === null || first.most !== undefined ? first : (upTo(line, first) ?? first);
}

function counted(line: Line, at: number): Length | null {
  const dual = line.at(at, 'dual');
  if (dual !== undefined) return halved(line, { count: 2, unit: unitOf(dual.code), end: dual.to });
  const number = line.number(at);
  const some = line.at(at, 'few');
  const told = number?.to ?? some?.to ?? line.at(at, 'one')?.to ?? at;
  const half = told === at ? undefined : line.at(told, 'half');
  const second = number === undefined ? null : secondNumber(line, number);
  const start = second?.to ?? half?.to ?? told;
  const unit = line.at(start, 'unit');
  if (unit === undefined || (breaks(line.gap(start)) && start !== at)) return null;
  const count = number?.value ?? (some !== undefined ? few.least : 1);
  const most = second?.value ?? (some !== undefined ? few.most : undefined);
  const length = { count: count + (half === undefined ? 0 : 0.5), unit: unitOf(unit.code), end: unit.to };
  return most === undefined ? halved(line, length) : { ...length, most: { count: most, unit: length.unit } };
}

/** The second number of "2-3 weeks", "٢ الى ٣ شهور", "2 or 3". */
function secondNumber(line: Line, first: { value: number; to: number }): { value: number; to: number } | null {
  const joint = line.at(first.to, 'to') ?? line.at(first.to, 'or');
  const at = joint?.to ?? first.to;
  const next = line.number(at);
  if (next === undefined || (joint === undefined && !/^[-–—]$/.test(line.gap(at)))) return null;
  return next.value > first.value && line.at(next.to, 'unit') !== undefined ? next : null;
}

/** "شهر ونص", "a month and a half". */
function halved(line: Line, length: Length): Length {
  const half = line.at(length.end, 'half');
  return half === undefined || breaks(line.gap(length.end))
    ? length
    : { ...length, count: length.count + 0.5, end: half.to };
}

/** "a week or two", "اسبوعين الى شهر", "شهر شهرين", "شهرين ثلاثة". */
function upTo(line: Line, first: Length): Length | null {
  if (breaks(line.gap(first.end))) return null;
  const joint = line.at(first.end, 'to') ?? line.at(first.end, 'or');
  const at = joint?.to ?? first.end;
  const second = joint === undefined && line.at(at, 'dual') === undefined ? null : counted(line, at);
  if (second !== null && daysOf(second) > daysOf(first)) return { ...first, end: second.end, most: second };
  const number = line.number(at);
  const alone =
    number !== undefined &&
    (joint !== undefined
      ? line.at(number.to, 'unit') === undefined
      : number.to >= line.tokens.length || breaks(line.gap(number.to)));
  return alone && number.value === first.count + 1
    ? { ...first, end: number.to, most: { count: number.value, unit: first.unit } }
    : null;
}

const lengths: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30, year: 365 };

function daysOf({ count, unit }: Amount): number {
  return count * lengths[unit];
}

function unitOf(code: string): Unit {
  return code.slice(5) as Unit;
}

/** The day that lies so far from `from`. */
export function daysAfter(from: Day, { count, unit }: Amount): Day {
  if (unit === 'day' || unit === 'week') return from + Math.round(count * lengths[unit]);
  const months = count * (unit === 'month' ? 1 : 12);
  return addMonths(from, Math.floor(months)) + Math.round((months % 1) * lengths.month);
}

/** The last day within a length from `from` on. */
export function within(from: Day, length: Length): Day {
  return daysAfter(from, length.most ?? length);
}

/** "After two weeks" is the week that begins then; "after two months" the weeks round that day. */
export function afterLength(from: Day, length: Length): Window {
  const day = daysAfter(from, length);
  if (length.most !== undefined)
    return { from: day, to: within(from, length) + (length.most.unit === 'day' ? 0 : 6), granularity: 'season' };
  if (length.unit === 'day') return { from: day, to: day, granularity: 'day' };
  if (length.unit === 'week') return { from: day, to: day + 6, granularity: 'season' };
  const slack = length.unit === 'month' ? 7 : 45;
  return { from: day - slack, to: day + slack, granularity: 'season' };
}
