import { breaks } from '../tokens.ts';
import { addMonths, type Window } from './calendar.ts';
import type { Line, Piece } from './line.ts';

/** So many days, weeks, months or years, told up to token `end`; `vague`: "a few". */
export type Length = { count: number; unit: 'day' | 'week' | 'month' | 'year'; end: number; vague: boolean };

export function lengthAt(line: Line, at: number): Length | null {
  const dual = line.at(at, 'dual');
  if (dual !== undefined) return { count: 2, unit: unitOf(dual.code), end: dual.to, vague: false };
  const number = line.number(at);
  const few = line.at(at, 'few');
  const one = line.at(at, 'one');
  const start = number?.to ?? few?.to ?? one?.to ?? at;
  const unit = line.at(start, 'unit');
  if (unit === undefined || (breaks(line.gap(start)) && start !== at)) return null;
  const count = number?.value ?? (few !== undefined ? 3 : 1);
  return { count, unit: unitOf(unit.code), end: unit.to, vague: few !== undefined };
}

function unitOf(code: string): Length['unit'] {
  return code.slice(5) as Length['unit'];
}

/** "after two weeks", "in a month", "two months from now", "خلال شهر", "within 3 weeks". */
export function distant(line: Line, at: number): Piece | null {
  const mark = line.at(at, 'during') ?? line.at(at, 'after') ?? line.at(at, 'in') ?? line.at(at, 'by');
  const start = mark === undefined ? at : (line.at(mark.to, 'around') ?? mark).to;
  const ahead = mark !== undefined && line.at(start, 'next') !== undefined ? start + 1 : start;
  const length = lengthAt(line, ahead);
  if (length === null || length.count > 60 || (mark !== undefined && breaks(line.gap(mark.to)))) return null;
  const tail = /^(?:later|from now|from today|من الان|من اليوم)/.exec(
    line.tokens
      .slice(length.end, length.end + 2)
      .map((token) => token.fold)
      .join(' '),
  );
  const single =
    line.number(ahead) === undefined &&
    line.at(ahead, 'dual') === undefined &&
    line.at(ahead, 'one') === undefined &&
    line.at(ahead, 'few') === undefined;
  if (
    single &&
    (line.at(length.end, 'next') ?? line.at(length.end, 'm') ?? line.at(length.end, 'h') ?? line.number(length.end)) !==
      undefined
  )
    return null;
  if (mark === undefined && tail === null) return null;
  if (mark?.code === 'in' && (single || line.tokens[mark.from]?.fold === 'ب')) return null;
  const end = tail === null ? length.end : length.end + tail[0].split(' ').length;
  const within = mark?.code === 'during' || mark?.code === 'by' || ahead !== start;
  return {
    ...(within ? { from: line.today, to: later(line, length), granularity: 'season' as const } : after(line, length)),
    at,
    end,
    kind: 'other',
  };
}

export function later(line: Line, length: Length): number {
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
