import type { Mapped } from '../normalise.ts';
import { allOf } from './allOf.ts';

/** A word right before four digits or more, or right behind seven. */
const seam = /(?<![a-z0-9])[a-z]{2,12}(?=\d{4})|(?<![a-z0-9])\d{7,24}(?=[a-z]{2,12}(?![a-z0-9]))/g;
const glued = /[a-z]\d{4}|\d{7}[a-z]/;
/** Links, addresses and machine readable lines are left in one piece. */
const whole = /@|\/\/|<|[a-z0-9][./?=&][a-z]/;

/** Parts a label from the digits it is glued to ("QID284…", "0551234567mobile"), so that all finders see both. */
export function parted({ text, at }: Mapped): Mapped {
  const seams: number[] = [];
  if (!glued.test(text)) return { text, at };
  for (const run of allOf(/\S+/g, text)) {
    if (!glued.test(run[0]) || whole.test(run[0])) continue;
    for (const match of allOf(seam, run[0])) seams.push(run.index + match.index + match[0].length);
  }
  if (seams.length === 0) return { text, at };
  let open = '';
  const places: number[] = [];
  [...seams, text.length].reduce((from, to) => {
    open += text.slice(from, to) + (to < text.length ? ' ' : '');
    for (let i = from; i < to; i += 1) places.push(at[i] ?? 0);
    places.push(at[to] ?? 0);
    return to;
  }, 0);
  return { text: open, at: places };
}
