import type { Mapped } from '../normalise.ts';
import { allOf } from './allOf.ts';

/** A word right before four digits or more, or right behind seven. */
const seam = /(?<![a-z0-9])[a-z]{2,12}(?=\d{4})|(?<![a-z0-9])\d{7,24}(?=[a-z]{2,12}(?![a-z0-9]))/g;
const glued = /[a-z]\d{4}|\d{7}[a-z]/g;
/** Links, addresses and machine readable lines are left in one piece. */
const whole = /@|\/\/|<|[a-z0-9][./?=&][a-z]/;

/** Parts a label from the digits it is glued to ("QID284…", "0551234567mobile"), so that all finders see both. */
export function parted({ text, at }: Mapped): Mapped {
  const seams: number[] = [];
  for (const run of runsIn(text)) {
    if (whole.test(run.text)) continue;
    for (const match of allOf(seam, run.text)) seams.push(run.from + match.index + match[0].length);
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

/** What stands between two spaces and has letters and digits together. */
function runsIn(text: string): { text: string; from: number }[] {
  const runs: { text: string; from: number }[] = [];
  let end = 0;
  for (const { index } of allOf(glued, text)) {
    if (index < end) continue;
    let from = index;
    while (from > end && !/\s/.test(text[from - 1] ?? '')) from -= 1;
    end = index;
    while (end < text.length && !/\s/.test(text[end] ?? '')) end += 1;
    runs.push({ text: text.slice(from, end), from });
  }
  return runs;
}
