import { breaks } from '../tokens.ts';
import { addMonths, weekdayOf } from './calendar.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { qualified } from './qualified.ts';

/** Months further apart than this with "or" between them are two readings, not one long stretch. */
const oneStretch = 75;

/** All windows of a message in order; those joined by "to", "and", a dash are one. */
export function windowsOf(line: Line): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < line.tokens.length; ) {
    if (line.empty(at)) {
      at++;
      continue;
    }
    const last = pieces.at(-1);
    const joint = last?.end === at ? line.at(at, 'to') : undefined;
    const piece =
      (joint === undefined ? null : qualified(line, skipped(line, joint.to))) ??
      stretched(line, at) ??
      qualified(line, at);
    if (piece === null) at++;
    else {
      const whole = last === undefined ? null : joined(line, last, piece);
      if (whole === null) pieces.push(piece);
      else pieces[pieces.length - 1] = whole;
      at = piece.end;
    }
  }
  return pieces.filter((piece) => piece.to >= line.today);
}

/** "two weeks from 1 February": so long from the first day of what follows. */
function stretched(line: Line, at: number): Piece | null {
  const dual = line.at(at, 'dual week') ?? line.at(at, 'dual month') ?? line.at(at, 'dual day');
  const number = line.number(at);
  const unit = dual ?? (number === undefined ? line.at(at, 'unit') : line.at(number.to, 'unit'));
  const from = unit === undefined ? undefined : line.at(unit.to, 'from');
  if (unit === undefined || from === undefined || (number === undefined && dual === undefined)) return null;
  const start = qualified(line, skipped(line, from.to));
  if (start === null) return null;
  const count = dual !== undefined ? 2 : (number?.value ?? 1);
  const to = unit.code.endsWith('month')
    ? addMonths(start.from, count) - 1
    : start.from + count * (unit.code.endsWith('week') ? 7 : 1) - 1;
  return { from: start.from, to, granularity: 'day', at, end: start.end, kind: 'other' };
}

function joined(line: Line, first: Piece, second: Piece): Piece | null {
  if (first.kind === 'week' && second.kind === 'weekday' && second.at - first.end <= 1) return inWeek(first, second);
  const how = jointOf(line, first.end, second.at);
  if (how === null) return null;
  if (second.kind === 'weekday' && first.kind === 'weekday') {
    const to = first.from + ((weekdayOf(second.from) - weekdayOf(first.from) + 7) % 7);
    return { ...first, to, end: second.end };
  }
  const forward =
    second.to >= first.from ? second : { ...second, from: addMonths(second.from, 12), to: addMonths(second.to, 12) };
  const apart = forward.from - first.to > oneStretch;
  if (how === 'or' && apart) return { ...first, end: second.end, other: second };
  const kind = [first, forward].some((piece) => piece.granularity === 'season')
    ? 'season'
    : [first, forward].some((piece) => piece.granularity === 'month')
      ? 'month'
      : 'day';
  const granularity = how === 'or' && kind === 'day' ? 'season' : kind;
  return {
    from: Math.min(first.from, forward.from),
    to: Math.max(first.to, forward.to),
    granularity,
    at: first.at,
    end: second.end,
    kind: 'other',
  };
}

/** A weekday after "next week" lies in that week; a second one stretches it. */
function inWeek(week: Piece, weekday: Piece): Piece {
  const day = week.from - weekdayOf(week.from) + weekdayOf(weekday.from);
  return { from: day, to: day, granularity: 'day', at: week.at, end: weekday.end, kind: 'weekday' };
}

/** What joins two windows: "to", a dash or "and"/"or"; nothing if other words or a full stop stand between. */
function jointOf(line: Line, from: number, to: number): 'to' | 'or' | null {
  const gap = line.gap(from);
  if (from === to) {
    if (/^[-–—]$/.test(gap)) return 'to';
    return gap === '/' ||
      gap === ',' ||
      (line.tokens[to]?.fold ?? '').startsWith('و') ||
      (line.tokens[to]?.fold ?? '').startsWith('ل')
      ? 'or'
      : null;
  }
  if (to < from || to - from > 2 || breaks(line.gap(to)) || breaks(gap)) return null;
  const words = line.tokens.slice(from, to).map((token) => token.fold);
  const first = line.at(from, 'to') ?? line.at(from, 'or');
  if (first === undefined || first.to > to) return null;
  const rest = words.slice(first.to - from);
  if (rest.some((word) => !/^(?:the|in|early|in|شهر|من)$/.test(word))) return null;
  return first.code === 'to' ? 'to' : 'or';
}
