/** A row of digits as people type it: groups with a separator between; `digits` joined, `from` and `to` in the text. */
export type Row = { digits: string; from: number; to: number; groups: number; glued: boolean };

const group = /\d+/g;
/** Between two groups of one number: one or two of space, dot, dash, slash, bracket. */
const joint = /^(?:[ .\-/_()]{1,3}|, ?)$/;
/** No identifier has more groups, or more digits, than this. */
const mostGroups = 8;
const mostDigits = 24;

/**
 * Every way to read the digits of a text as one number, the longest first at each place: "1010 101 010 3" is tried as
 * one number of four groups, then of three, and so on. Linear in the text: the groups of one row are bounded.
 */
export function rowsOf(text: string): Row[] {
  const groups: { from: number; to: number }[] = [];
  for (const match of text.matchAll(group)) groups.push({ from: match.index, to: match.index + match[0].length });
  const rows: Row[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const here: Row[] = [];
    let digits = '';
    for (let last = first; last < Math.min(groups.length, first + mostGroups); last += 1) {
      const one = groups[last];
      const start = groups[first];
      const previous = groups[last - 1];
      if (one === undefined || start === undefined) break;
      if (last > first && previous !== undefined && !joint.test(text.slice(previous.to, one.from))) break;
      digits += text.slice(one.from, one.to);
      if (digits.length > mostDigits && last > first) break;
      here.push({ digits, from: start.from, to: one.to, groups: last - first + 1, glued: isGlued(text, start.from, one.to) });
    }
    rows.push(...here.reverse());
  }
  return rows;
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
