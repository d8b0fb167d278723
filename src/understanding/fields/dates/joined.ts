import { breaks } from '../tokens.ts';
import { addMonths, weekdayOf } from './calendar.ts';
import type { Line, Piece } from './line.ts';

/** Months further apart than this with "or" between them are two readings, not one long stretch. */
const oneStretch = 75;

/** Two windows as one, if the words between them say so; a weekday beside a date or a week belongs to it. */
export function joined(line: Line, first: Piece, second: Piece): Piece | null {
  const beside = besideEachOther(line, first, second);
  if (beside !== null) return beside;
  const how = jointOf(line, first, second);
  if (how === null) return null;
  if (second.kind === 'weekday' && first.kind === 'weekday') {
    const to = first.from + ((weekdayOf(second.from) - weekdayOf(first.from) + 7) % 7);
    return { ...first, to, end: second.end };
  }
  const forward =
    second.to >= first.from ? second : { ...second, from: addMonths(second.from, 12), to: addMonths(second.to, 12) };
  const apart = forward.from - first.to > oneStretch;
  if (how === 'or' && apart) return { ...first, end: second.end, other: second };
  const granularity = how === 'or' && coarser(first, forward) === 'day' ? 'season' : coarser(first, forward);
  return {
    from: Math.min(first.from, forward.from),
    to: Math.max(first.to, forward.to),
    granularity,
    at: first.at,
    end: second.end,
    kind: 'other',
  };
}

function coarser(first: Piece, second: Piece): Piece['granularity'] {
  const both = [first.granularity, second.granularity];
  return both.includes('season') ? 'season' : both.includes('month') ? 'month' : 'day';
}

/** "next week Thursday", "Sunday to Thursday next week", "Tuesday 19 January", "19/1 (Tuesday)". */
function besideEachOther(line: Line, first: Piece, second: Piece): Piece | null {
  const between = second.at - first.end;
  if (first.kind === 'week' && second.kind === 'weekday' && between <= 1) return inWeek(first, second, first, second);
  if (first.kind === 'weekday' && second.kind === 'week' && between <= 1) return inWeek(second, first, first, second);
  const words = line.tokens.slice(first.end, second.at).map((token) => token.fold);
  if (between > 1 || words.some((word) => !beside.test(word)) || /[.;!?\n]/.test(line.gap(second.at))) return null;
  if (first.kind === 'weekday' && second.kind === 'day') return { ...second, at: first.at };
  return first.kind === 'day' && second.kind === 'weekday' && first.from === first.to && line.gap(second.at) !== '-'
    ? { ...first, end: second.end }
    : null;
}

const beside = /^(?:الموافق|المصادف|الموافقه|يوم|the|on|تاريخ|بتاريخ)$/;

/** A weekday or several of them in a week that is told. */
function inWeek(week: Piece, weekday: Piece, first: Piece, second: Piece): Piece {
  const from = week.from - weekdayOf(week.from) + weekdayOf(weekday.from);
  const to = from + weekday.to - weekday.from;
  return { from, to, granularity: 'day', at: first.at, end: second.end, kind: 'weekday' };
}

/** What joins two windows: "to", a dash or "and"/"or"; nothing if other words or a full stop stand between. */
function jointOf(line: Line, first: Piece, second: Piece): 'to' | 'or' | null {
  const gap = line.gap(first.end);
  if (first.end === second.at) {
    if (/^[-–—]$/.test(gap)) return 'to';
    const word = line.tokens[second.at]?.fold ?? '';
    if (gap === '/' || gap === ',' || word.startsWith('و') || word.startsWith('ل')) return 'or';
    return gap === '' && first.granularity === 'season' && second.from - first.to === 1 ? 'or' : null;
  }
  if (second.at < first.end || second.at - first.end > 2 || breaks(line.gap(second.at)) || breaks(gap)) return null;
  const words = line.tokens.slice(first.end, second.at).map((token) => token.fold);
  const hit = line.at(first.end, 'to') ?? line.at(first.end, 'or');
  if (hit === undefined || hit.to > second.at) return null;
  const rest = words.slice(hit.to - first.end);
  if (rest.some((word) => !/^(?:the|in|early|in|شهر|من)$/.test(word))) return null;
  return hit.code === 'to' ? 'to' : 'or';
}
