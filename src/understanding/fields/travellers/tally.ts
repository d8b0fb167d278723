import type { Text } from '../../normalise.ts';
import type { Member } from './people.ts';

export type Size = { min: number; max: number };

/** What is said of a row as a whole: that the patient is in it, or is not, or that it goes with somebody else. */
export type Marks = { included: boolean; excluded: boolean; accompanying: boolean };

/** What is known so far of a row: the sum, who was met, and a count of all that is not yet part of a sum. */
export type Tally = {
  text: Text;
  sum: Size;
  count: Member | null;
  /** A plural without a number was met: only a count of all can tell. */
  vague: boolean;
  met: Set<string>;
  /** What the sum may be as well. */
  also: Size[];
};

export const plus = (a: Size, b: Size): Size => ({ min: a.min + b.min, max: a.max + b.max });
export const one: Size = { min: 1, max: 1 };

/** A count of all, with the patient where it is said to leave the patient out. */
export function counted(tally: Tally, count: Member, marks: Marks): Size[] {
  if (count.size === null) return [];
  if (marks.excluded) return [plus(count.size, one)];
  return marks.included ? [count.size] : [count.size, ...tally.also];
}

/** Relatives of each other: one of them is the patient. */
const pairs = [
  ['parent', 'kin child'],
  ['kin husband', 'kin wife'],
];

/** The sum with the patient, where the row does not name the patient. */
export function whole({ sum, met, also }: Tally, withFirst: boolean): Size[] {
  const more = plus(sum, one);
  const [mine, theirs] = [met.has('mine'), met.has('theirs')];
  if (met.has('patient') || met.has('he')) return [sum, ...also];
  if (met.has('accompanying')) return [more];
  if (met.has('self')) return theirs && !mine ? [more] : [sum, ...also];
  if (met.has('companion') || withFirst) return [more];
  if (met.has('kin')) {
    if (met.has('parent') && !theirs && (met.has('child') ? !mine : sum.min > 2)) return [sum];
    if (sum.max === 1 || (theirs && !mine)) return [more];
    return met.has('their own') || (!mine && pairs.some((pair) => pair.every((one) => met.has(one))))
      ? [sum, more]
      : [more, sum];
  }
  if (met.has('adult')) return [sum];
  return sum.max > 1 ? [more, sum] : [];
}
