import type { Span } from './spans.ts';

/** A shorter text is looked at as a whole again: to choose parts of it would cost more. */
const short = 800;
/** What a value is called stands in its line or the one above; a form may have an empty one between. */
const linesAround = 2;

/**
 * The lines around some places of a text, in order: where something was replaced there, a neighbour may be seen now that
 * was hidden before, and nowhere else, for no finder looks farther than a line or two.
 */
export function nearby(text: string, places: readonly number[]): Span[] {
  if (text.length < short) return [{ from: 0, to: text.length }];
  const parts: Span[] = [];
  for (const place of places) {
    let [from, to] = [place, place];
    for (let line = 0; line <= linesAround; line += 1) {
      from = from <= 0 ? 0 : text.lastIndexOf('\n', from - 1);
      if (from < 0) from = 0;
      const end = to >= text.length ? -1 : text.indexOf('\n', to + 1);
      to = end < 0 ? text.length : end;
    }
    const last = parts.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}
