import { emergencyIn } from './emergency.ts';
import { textOf } from './normalise.ts';
import { allOf } from './private/allOf.ts';
import { mostTold, sumOf, type Told, toldIn } from './private/medicalSigns.ts';
import { type Reading, readingOf } from './private/reading.ts';
import { selfHarmIn } from './selfHarm.ts';
import { spokenOf } from './spoken.ts';

/** From this score on a text is a pasted report; one value mentioned in a question stays well below. */
const reportScore = 3;
/** So much of it must be what only a report holds. */
const reportProof = 1;
/** Within a report, a line is part of it from this score on. */
const lineScore = 0.5;
const shortestReport = 25;
/** So many lines in a row may say nothing medical within a report. */
const mostSilent = 3;

/** Whether a text as it came may be a report: never false for one that is. */
export function mayBeReport(text: string, reading: Reading): boolean {
  return text.length >= shortestReport && mostTold(text, reading, reportScore) >= reportScore;
}

type Span = { from: number; to: number };

/**
 * Where pasted medical reports stand in a text (in the form of `mapped`): lab panels, findings, discharge notes,
 * medication lists (R022); nothing if there is none. A note that names an illness, its wishes and its documents is none.
 * Lines that say nothing medical before and after it, and any line that tells of danger now, stay outside.
 */
export function reportsIn(text: string): Span[] {
  if (!mayBeReport(text, readingOf(text))) return [];
  const told = toldIn(text);
  if (!isReport(told)) return [];
  const parts = partsOf(told, linesOf(text));
  if (!parts.some((part) => isReport(part.told))) return [];
  return parts
    .filter((part) => isReport(part.told) || sumOf(part.told.filter((one) => one.proof)) >= reportProof)
    .flatMap(({ lines }) => joined(lines.map((line) => (isUrgent(text, line) ? null : line))));
}

const isReport = (told: readonly Told[]) =>
  sumOf(told) >= reportScore && sumOf(told.filter((one) => one.proof)) >= reportProof;

type Part = { lines: Line[]; told: Told[] };
type Line = Span & { told: Told[] };

/** Lines that speak like a report, with few others between: what is said far away is another matter. */
function partsOf(told: readonly Told[], spans: readonly Span[]): Part[] {
  const lines: Line[] = spans.map((line) => ({ ...line, told: [] }));
  let at = 0;
  for (const one of told) {
    while ((lines[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= one.from) at += 1;
    lines[at]?.told.push(one);
  }
  const parts: Part[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    if (sumOf(line.told) < lineScore) continue;
    const part = parts.at(-1);
    const between = lines.slice(Math.max(0, last + 1), i);
    if (part === undefined || between.length > mostSilent) parts.push({ lines: [line], told: [...line.told] });
    else {
      part.lines.push(...between, line);
      part.told.push(...line.told);
    }
    last = i;
  }
  return parts;
}

/** Lines side by side as one, parted where a line is left out. */
function joined(lines: readonly (Span | null)[]): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const line of lines) {
    if (line === null) open = null;
    else if (open !== null) open.to = line.to;
    else {
      open = { ...line };
      spans.push(open);
    }
  }
  return spans;
}

/** Lines, and the sentences in them. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const { index } of allOf(/\n|[.!?](?=\s|$)/g, text)) {
    if (index > from) lines.push({ from, to: text[index] === '\n' ? index : index + 1 });
    from = index + 1;
  }
  if (from < text.length) lines.push({ from, to: text.length });
  return lines.filter((line) => text.slice(line.from, line.to).trim() !== '');
}

/** What is read of a line is what no report would say: "HER2 Ki67 40%" looks like Arabic in Latin letters. */
function isUrgent(text: string, line: Line): boolean {
  let rest = '';
  let at = line.from;
  for (const { from, to, proof } of line.told) {
    if (!proof || from < at) continue;
    rest += `${text.slice(at, from)} `;
    at = to;
  }
  const spoken = spokenOf(textOf(rest + text.slice(at, line.to)));
  return emergencyIn(spoken) === 'emergency' || selfHarmIn(spoken) !== null;
}
