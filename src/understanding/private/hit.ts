import type { Mapped } from '../normalise.ts';
import type { PrivateType } from './privateTypes.ts';

/** Something private in a text: characters `from` to `to` (excluded) of the mapped text, and what of it may be kept. */
export type Hit = {
  type: PrivateType;
  from: number;
  to: number;
  /** Kept in the token: the country of a phone number, the age band of a date of birth. */
  detail?: string;
};

/** What every finder is given: the text to look at, the day, and the country known already. */
export type Sight = Mapped & { today: string; country?: string };

/** How far before an identifier a word that names it may stand. */
const near = 40;

/**
 * What stands shortly before a place in the text, in its line; for what begins a line, also in the line before, as forms
 * are copied: the label, and under it the value. A line that holds a value of its own is the label of nothing.
 */
export function before(text: string, from: number, span = near): string {
  const part = text.slice(Math.max(0, from - span), from);
  const own = part.slice(part.lastIndexOf('\n') + 1);
  if (own.length === part.length || !/^[\s:=.•*#-]*$/.test(own)) return own;
  const above = part.slice(0, -own.length || part.length).replace(/[\s:=.•*#-]+$/, '');
  const label = above.slice(above.lastIndexOf('\n') + 1);
  return /[\d⟩]/.test(label) ? own : `${label} ${own}`;
}

/** What stands shortly after a place in the text. */
export function after(text: string, to: number, span = 20): string {
  const part = text.slice(to, to + span);
  const end = part.indexOf('\n');
  return end < 0 ? part : part.slice(0, end);
}

/** A pattern that finds any of these words or word beginnings; Latin ones at the start of a word. The words are in the form of `mapped`. */
export function anyOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) => {
    const plain = word.toLowerCase().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return /^[a-z]/.test(word) ? `(?<![a-z])${plain}${word.length < 5 ? '(?![a-z])' : ''}` : plain;
  });
  return new RegExp(escaped.join('|'));
}
