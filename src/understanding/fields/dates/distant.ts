import { breaks } from '../tokens.ts';
import { afterLength, lengthAt, within } from './lengths.ts';
import type { Line, Piece } from './line.ts';

/** No journey is planned further ahead than so many units. */
const furthest = 60;

const tails = /^(?:later|from now|from today|from tody|من الان|من اليوم|من الحين|من هالحين|min alan|mn alhin)/;

/** "after two weeks", "in a month", "two months from now", "خلال شهر", "within 3 weeks", "بعد شهرين ثلاثة". */
export function distant(line: Line, at: number): Piece | null {
  const mark =
    line.at(at, 'during') ??
    line.at(at, 'after') ??
    line.at(at, 'in') ??
    line.at(at, 'by') ??
    line.at(at, 'between') ??
    line.at(at, 'around');
  const start = mark === undefined ? at : (line.at(mark.to, 'around') ?? mark).to;
  const ahead = mark !== undefined && line.at(start, 'next') !== undefined ? start + 1 : start;
  const length = lengthAt(line, ahead);
  if (length === null || length.count > furthest || (mark !== undefined && breaks(line.gap(mark.to)))) return null;
  const tail = tails.exec(
    line.tokens
      .slice(length.end, length.end + 2)
      .map((token) => token.fold)
      .join(' '),
  );
  const single =
    line.number(ahead) === undefined && ['dual', 'one', 'few'].every((code) => line.at(ahead, code) === undefined);
  if (single && length.count === 1 && followed(line, length.end)) return null;
  if (mark === undefined && tail === null) return null;
  if ((mark?.code === 'between' || mark?.code === 'around') && length.most === undefined) return null;
  if (mark?.code === 'in' && (single || line.tokens[mark.from]?.fold === 'ب')) return null;
  const beyond = line.at(length.end, 'before') ?? line.at(length.end, 'after');
  if (beyond !== undefined && !breaks(line.gap(length.end))) return null;
  const end = tail === null ? length.end : length.end + tail[0].split(' ').length;
  const inside = mark?.code === 'during' || mark?.code === 'by' || ahead !== start;
  const window = inside
    ? { from: line.today, to: within(line.today, length), granularity: 'season' as const }
    : afterLength(line.today, length);
  return { ...window, at, end, kind: 'other' };
}

/** Whether a unit without a number is the beginning of something else: "بعد شهر ٣", "بعد الشهر الجاي", "شهر رمضان". */
function followed(line: Line, end: number): boolean {
  return (
    ['next', 'this', 'afternext', 'm', 'h'].some((code) => line.at(end, code) !== undefined) ||
    line.number(end) !== undefined
  );
}
