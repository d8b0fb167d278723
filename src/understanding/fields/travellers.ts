import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { clauseAt, sentenceAt, tokensOf, wordsAt } from './tokens.ts';
import { accompanies, follow } from './travellers/company.ts';
import { most } from './travellers/count.ts';
import { goersIn } from './travellers/goers.ts';
import { type Row, rowsOf } from './travellers/links.ts';
import type { Member } from './travellers/people.ts';
import { alone, says } from './travellers/says.ts';
import { sizesOf } from './travellers/sum.ts';
import type { Marks, Size } from './travellers/tally.ts';

/**
 * The number of travellers, the patient included (R007), 1 to 30. People are counted as they are named, companions with
 * the patient added; where it is not said whether the patient is one of them, or مرافقين may be two or more, both numbers
 * come back as readings.
 */
export function find(text: Text, asked: boolean): Found | null {
  const all = hitsOf(text, 'travellers').slice(0, mostWords);
  if (all.length === 0 && !asked) return null;
  const hits = all.some((hit) => hit.code === 'none') ? all.filter((hit) => hit.code !== 'none') : all;
  const members = goersIn(text, hits, asked);
  if (members.length === 0) return alone(text, hits, asked);
  const sum = asked || members.length > 1 ? inAll(hits, members) : null;
  if (sum !== null && sum.size !== null) return foundOf([sizeValue(sum.size)], wordsAt(text, sum.from, sum.to));
  const rows = rowsOf(text, hits, members, asked).filter((row) => asked || says(text, hits, row) || onlyOne(text, row));
  for (const row of rows.sort((a, b) => weight(b) - weight(a))) {
    const sizes = sizesOf(text, row, marksIn(text, hits, row, asked)).filter(
      (size) => size.min >= 1 && size.max <= most,
    );
    if (sizes.length === 0 || single(text, row) || nobodyElse(row, sizes)) continue;
    if (asked && continues(row)) return null;
    if (asked && !whole(row) && !bare(row) && parted(text, rows, row)) return null;
    return foundOf(sizes.flatMap(open(row) ? each : sizeValue), wordsOf(text, row));
  }
  return alone(text, hits, asked);
}

/** A text with more words of people and travel is no list of travellers, and the rest of it is not read for them. */
const mostWords = 250;

function marksIn(text: Text, hits: readonly Hit[], row: Row, asked: boolean): Marks {
  return {
    accompanying: accompanies(text, hits, row, asked) || (!asked && follow(text, hits, row)),
    included: hits.some((hit) => hit.code === 'including patient'),
    excluded: hits.some((hit) => hit.code === 'without patient'),
  };
}

/** "…, so 4", "يعني ثلاثة": the count that sums up what was said before. */
function inAll(hits: readonly Hit[], members: readonly Member[]): Member | null {
  const so = hits.find((hit) => hit.code === 'so' && members.some((member) => member.from === hit.to));
  const sum = members.find((member) => member.from === so?.to);
  return sum !== undefined && (sum.role === 'total' || sum.role === 'number') ? sum : null;
}

/** "…, just me, …" in a clause of its own. */
function onlyOne(text: Text, row: Row): boolean {
  const only = row.length === 1 ? row[0]?.member : undefined;
  if (only?.code !== 'only one') return false;
  const clause = clauseAt(tokensOf(text), only.from);
  return clause.from === only.from && clause.to === only.to;
}

/** "My father is the patient": names one person, counts nobody. */
function nobodyElse(row: Row, sizes: readonly Size[]): boolean {
  if (row.length === 1 || sizes.some((size) => size.max > 1)) return false;
  return row.every(({ member }) => !member.sized && member.code !== 'only one');
}

/** "and 1 maid" alone goes on with a list that was not told here. */
function continues(row: Row): boolean {
  const first = row[0];
  return (
    first?.link === 'and' &&
    first.member.sized &&
    /^(?:kin|child|adult)$/.test(first.member.role) &&
    first.member.from > 0
  );
}

/** Somebody else was named who could not be joined to the row: the row is not all. */
function parted(text: Text, rows: readonly Row[], row: Row): boolean {
  return plus(text, row) || rows.some((other) => other !== row && beside(text, row, other));
}

/** Whether مرافقين stands without a number: two or more. */
const open = (row: Row): boolean =>
  row.some(({ member }) => member.role === 'companion' && !member.sized && member.size?.min !== member.size?.max);
const each = ({ min, max }: Size): number[] => (min === max ? [min] : [min, max]);
const whole = (row: Row): boolean => row.some(({ member }) => member.role === 'total');

/** "me+wife+3kids": somebody is added whom no word is known for. */
function plus(text: Text, row: Row): boolean {
  const tokens = tokensOf(text);
  const to = row.at(-1)?.member.to ?? 0;
  if (/^(?:\+|plus)$/.test(tokens[to]?.fold ?? '')) return tokens[to + 1] !== undefined;
  const last = to + 2 === tokens.length ? (tokens[to + 1]?.fold ?? '') : '';
  return (
    /^(?:and|n|w|wa|و)$/.test(tokens[to]?.fold ?? '') &&
    last !== '' &&
    !/^(?:thanks|thx|thank|that|shukran|bs|bas)$/.test(last)
  );
}

/** Others in the same sentence that could not be joined: the row is not all. */
function beside(text: Text, row: Row, other: Row): boolean {
  const at = row[0]?.member.from ?? 0;
  const { from, to } = sentenceAt(tokensOf(text), at);
  return other.some(
    ({ member }) => member.from >= from && member.to <= to && others.test(member.role) && member.code !== 'family',
  );
}
const others = /^(?:kin|adult|child|companion)$/;

const sizeValue = ({ min, max }: Size): unknown => (min === max ? min : { min, max });

/** The person's own words, without numbers that stand among them and count nobody, which may be ages (R005). */
function wordsOf(text: Text, row: Row): string {
  const members = row.map(({ member }) => member);
  const first = members[0]?.from ?? 0;
  const last = members.at(-1)?.to ?? first;
  const foreign = numbersOf(text).some(
    ({ from, to }) => from >= first && to <= last && !members.some((member) => member.from <= from && to <= member.to),
  );
  return foreign
    ? members.map((member) => wordsAt(text, member.from, member.to)).join(', ')
    : wordsAt(text, first, last);
}

/** A count that says "we are" or "people" comes before a list, a list before a bare number, which comes before somebody named alone. */
function weight(row: Row): number {
  const first = row[0]?.member;
  if (whole(row)) return 1000;
  if (bare(row)) return 1;
  return row.length === 1 && /^(?:kin|adult|child)$/.test(first?.role ?? '') && first?.sized !== true ? 0 : row.length;
}
const bare = (row: Row): boolean => row.length === 1 && row[0]?.member.role === 'number';

/** "انا" or "المريض" somewhere in a sentence counts nobody; as the whole answer it is one. */
function single(text: Text, row: Row): boolean {
  const only = row.length === 1 ? row[0]?.member : undefined;
  if (only === undefined || only.code === 'only one') return false;
  if (only.role === 'self' || only.role === 'patient' || only.role === 'he')
    return !only.sized && tokensOf(text).length > only.to - only.from;
  return only.role === 'with me' || only.role === 'with him';
}
