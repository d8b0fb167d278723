import type { Mapped } from '../normalise.ts';
import { label } from './labels.ts';
import type { PrivateType } from './privateTypes.ts';
import type { Mark } from './stems.ts';

/** Something private in a text: characters `from` to `to` (excluded) of the mapped text, and what of it may be kept. */
export type Hit = {
  type: PrivateType;
  from: number;
  to: number;
  /** Kept in the token: the country of a phone number, the age band of a date of birth. */
  detail?: string;
};

/**
 * What every finder is given: the text to look at, the labels in it and their kinds as bits, the text as it came, the day,
 * and the country known already.
 */
export type Sight = Mapped & { labels: readonly Mark[]; kinds: number; raw: string; today: string; country?: string };

/** How far before an identifier a word that names it may stand. */
const near = 40;

/**
 * Where the context before a place begins: in its line; for what begins a line, also in the line before, as forms are
 * copied: the label, and under it the value. A line that holds a value of its own is the label of nothing.
 */
function contextStart(text: string, from: number, span: number): number {
  const start = Math.max(0, from - span);
  const part = text.slice(start, from);
  const line = part.lastIndexOf('\n') + 1;
  const own = part.slice(line);
  if (line === 0 || !/^[\s:=.•*#-]*$/.test(own)) return start + line;
  const above = part.slice(0, line).replace(/[\s:=.•*#-]+$/, '');
  const label = above.lastIndexOf('\n') + 1;
  return /[\d⟩]/.test(above.slice(label)) ? start + line : start + label;
}

/** What stands shortly before a place in the text. */
export function before(text: string, from: number, span = near): string {
  return text.slice(contextStart(text, from, span), from);
}

/** What stands shortly after a place in the text. */
export function after(text: string, to: number, span = 20): string {
  const part = text.slice(to, to + span);
  const end = part.indexOf('\n');
  return end < 0 ? part : part.slice(0, end);
}

/** The index of the first label that begins at or behind a place. */
function firstFrom(labels: readonly Mark[], place: number): number {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.from ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The kinds of all labels shortly before a place. */
export function kindsBefore(sight: Sight, from: number, span = near): number {
  if (sight.labels.length === 0) return 0;
  const start = contextStart(sight.text, from, span);
  let kinds = 0;
  for (let i = firstFrom(sight.labels, from) - 1; i >= 0; i -= 1) {
    const mark = sight.labels[i];
    if (mark === undefined || mark.from < start) break;
    if (mark.to <= from) kinds |= mark.kinds;
  }
  return kinds;
}

/** The kinds of all labels shortly after a place. */
export function kindsAfter(sight: Sight, to: number, span = 20): number {
  if (sight.labels.length === 0) return 0;
  const end = to + after(sight.text, to, span).length;
  let kinds = 0;
  for (let i = firstFrom(sight.labels, to); i < sight.labels.length; i += 1) {
    const mark = sight.labels[i];
    if (mark === undefined || mark.from >= end) break;
    if (mark.to <= end) kinds |= mark.kinds;
  }
  return kinds;
}

/** Of these kinds, those of the label that ends nearest before a place, with that label; `null` if there is none. */
export function nearestBefore(sight: Sight, from: number, wanted: number, span = near): Mark | null {
  if ((sight.kinds & wanted) === 0) return null;
  const start = contextStart(sight.text, from, span);
  let best: Mark | null = null;
  for (let i = firstFrom(sight.labels, from) - 1; i >= 0; i -= 1) {
    const mark = sight.labels[i];
    if (mark === undefined || mark.from < start) break;
    if ((mark.kinds & wanted) !== 0 && mark.to <= from && (best === null || mark.to >= best.to)) best = mark;
  }
  return best === null ? null : { ...best, kinds: best.kinds & wanted };
}

const bridge =
  /^[\s,:=()/-]{1,4}(?:(?:is|are|this|thats|that|it|its|the|my|his|her|our|of|number|no|هو|هي|هذا|هذه|هذي|ده|دي|رقم|حق|مال|this is|saudi|uae|dubai|kuwait|kuwaiti|qatar|qatari|oman|omani|bahrain|indian|egyptian|سعودي|كويتي|قطري|عماني|بحريني|اماراتي)[\s,:=-]{1,2}){0,5}$/;

/** The label that follows a value and names it: "P1234567 is my passport", "٩٩٨٨٧٧ رقم الملف". */
export function namedBehind(sight: Sight, to: number, wanted: number): Mark | null {
  if ((sight.kinds & wanted) === 0) return null;
  const first = firstFrom(sight.labels, to);
  for (let i = first; i < first + 6; i += 1) {
    const mark = sight.labels[i];
    if (mark === undefined || mark.from > to + 28) return null;
    if ((mark.kinds & wanted) === 0) continue;
    if (!bridge.test(sight.text.slice(to, mark.from).replace(/(?:ال|و|ب)$/, ' '))) return null;
    // "A123 passport, 5544 file": what stands behind a label of its own belongs to that label
    return /^[\s:=#.]{0,3}(?:no\.?|number|رقم)?[\s:=#.]{0,3}[a-z]{0,2}\d{4}/.test(
      sight.text.slice(mark.to, mark.to + 24),
    )
      ? null
      : { ...mark, kinds: mark.kinds & wanted };
  }
  return null;
}

/** Whether the words around a number say that it is a price, an order, a flight: nobody's number. */
export function isSomethingElse(sight: Sight, from: number, to: number): boolean {
  if (/[$€£] ?$/.test(sight.text.slice(Math.max(0, from - 2), from)) || /^ ?[$€£]/.test(sight.text.slice(to, to + 2)))
    return true;
  return (
    (sight.kinds & label.notId) !== 0 && ((kindsBefore(sight, from, 15) | kindsAfter(sight, to, 9)) & label.notId) !== 0
  );
}
