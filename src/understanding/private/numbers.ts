import { allOf } from './allOf.ts';
/** A row of digits as people type it: groups with a separator between; `digits` joined, `from` and `to` in the text. */
export type Row = { digits: string; from: number; to: number; groups: number; glued: boolean };

const group = /\d+/g;
/** Between two groups of one number: up to three of space, dot, dash, slash, bracket and the like. */
const joint = /^(?:[ .\-/_()|*~]{1,3}|, ?)$/;
/** Between groups too long for a time of day or for answers on lines of their own. */
const longJoint = /^(?:[ ]?:[ ]?|\n)$/;
/** Between digits written one by one; so many of them are one number. */
const spelledJoint = /^[\s.\-/_():|*~,]{1,3}$/;
const fewestSpelled = 7;
/** No identifier has more groups, or more digits, than this. */
const mostGroups = 8;
const mostDigits = 24;

/**
 * Every way to read the digits of a text as one number, the longest first at each place: "1010 101 010 3" is tried as
 * one number of four groups, then of three, and so on. Linear in the text: the groups of one row are bounded.
 */
export function rowsOf(text: string): Row[] {
  const groups = groupsOf(text);
  const rows: Row[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const here: Row[] = [];
    let digits = '';
    for (let last = first; last < Math.min(groups.length, first + mostGroups); last += 1) {
      const one = groups[last];
      const start = groups[first];
      const previous = groups[last - 1];
      if (one === undefined || start === undefined) break;
      if (last > first && previous !== undefined && !joins(text, previous, one)) break;
      digits += one.digits;
      if (digits.length > mostDigits && last > first) break;
      here.push({
        digits,
        from: start.from,
        to: one.to,
        groups: last - first + 1,
        glued: isGlued(text, start.from, one.to),
      });
    }
    rows.push(...here.reverse());
  }
  return rows;
}

type Group = { digits: string; from: number; to: number };

/** The groups of digits in their order; digits written one by one are one group. */
function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let spelled: Group[] = [];
  const end = () => {
    const [first, last] = [spelled[0], spelled.at(-1)];
    if (first === undefined || last === undefined || spelled.length < fewestSpelled) groups.push(...spelled);
    else groups.push({ digits: spelled.map((one) => one.digits).join(''), from: first.from, to: last.to });
    spelled = [];
  };
  for (const match of allOf(group, text)) {
    const one = { digits: match[0], from: match.index, to: match.index + match[0].length };
    const previous = spelled.at(-1);
    if (previous !== undefined && (one.digits.length > 1 || !spelledJoint.test(text.slice(previous.to, one.from))))
      end();
    if (one.digits.length === 1) spelled.push(one);
    else groups.push(one);
  }
  end();
  return groups;
}

function joins(text: string, one: Group, next: Group): boolean {
  const between = text.slice(one.to, Math.min(next.from, one.to + 4));
  if (joint.test(between)) return true;
  return longJoint.test(between) && one.digits.length >= 3 && (next.digits.length >= 3 || between !== '\n');
}

/** A letter touches the digits: a flight, a room, a code. */
function isGlued(text: string, from: number, to: number): boolean {
  return /[a-z]/.test(text[from - 1] ?? '') || /[a-z]/.test(text[to] ?? '');
}

/** The Luhn checksum of cards, Saudi and Emirates ids. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
