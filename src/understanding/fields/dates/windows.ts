import { addMonths, type Day } from './calendar.ts';
import { joined } from './joined.ts';
import { daysAfter, lengthAt } from './lengths.ts';
import { type Line, type Piece, skipped } from './line.ts';
import { qualified } from './qualified.ts';

/** All windows of a message in order; those joined by "to", "and", a dash are one. Where dates were asked for, a time gone by is taken for a slip in its year. */
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
      lasting(line, qualified(line, at));
    if (piece === null) at++;
    else {
      const whole = last === undefined ? null : joined(line, last, piece);
      if (whole === null) pieces.push(piece);
      else pieces[pieces.length - 1] = whole;
      at = piece.end;
    }
  }
  const ahead = pieces.filter((piece) => piece.to >= line.today);
  return ahead.length > 0 || !line.asked || line.tokens.length > fewTokens
    ? ahead
    : pieces.map((one) => again(line, one));
}

/** A longer answer may well speak of the past. */
const fewTokens = 5;

/** "January 2025": the next such time, or the one after. */
function again(line: Line, piece: Piece): Piece {
  let from = piece.from;
  let to = piece.to;
  while (to < line.today) {
    from = addMonths(from, 12);
    to = addMonths(to, 12);
  }
  const other = { from: addMonths(from, 12), to: addMonths(to, 12), granularity: piece.granularity };
  return { ...piece, from, to, other };
}

/** "two weeks from 1 February": so long from the first day of what follows. */
function stretched(line: Line, at: number): Piece | null {
  const length = lengthAt(line, at);
  const from = length === null ? undefined : line.at(length.end, 'from');
  if (length === null || from === undefined || (length.count === 1 && line.number(at) === undefined)) return null;
  const start = qualified(line, skipped(line, from.to));
  if (start === null) return null;
  return { from: start.from, to: lastDay(start.from, length), granularity: 'day', at, end: start.end, kind: 'other' };
}

/** "20 December for two weeks": so long from that day on. */
function lasting(line: Line, start: Piece | null): Piece | null {
  if (start === null || (start.kind !== 'day' && start.kind !== 'weekday') || start.from !== start.to) return start;
  const mark = line.at(start.end, 'lasting');
  const length = mark === undefined ? null : lengthAt(line, mark.to);
  if (length === null) return start;
  const to = (day: Day): Day => lastDay(day, length);
  const other = start.other === undefined ? {} : { other: { ...start.other, to: to(start.other.from) } };
  return { ...start, ...other, to: to(start.from), end: length.end, kind: 'other' };
}

function lastDay(from: Day, length: NonNullable<ReturnType<typeof lengthAt>>): Day {
  return daysAfter(from, length.most ?? length) - 1;
}
