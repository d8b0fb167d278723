import { emergencyIn } from './emergency.ts';
import { textOf } from './normalise.ts';
import { selfHarmIn } from './selfHarm.ts';
import { spokenOf } from './spoken.ts';
import words from './words/report.json' with { type: 'json' };

const analytes = new RegExp(
  `(?<![a-z\\u0621-\\u064a])(?:${words.analytes.join('|')})(?:[ :=()-]|level|of|is|was|هو|كان|نسبه|ال){0,4}[ :=<>]{0,3}\\d+(?:[.,]\\d+)?`,
  'g',
);
const units = new RegExp(`\\d ?(?:${words.units.join('|')})(?![a-z])`, 'g');
const doses =
  /(?<![a-z])[a-z]{4,20}(?:ol|in|ine|ide|ate|rel|pril|sartan|statin|formin|mab|nib|zole|cin|one|am|fen|done|parin|xaban|gliptin|olol|pine) ?\d{1,4}(?:\.\d+)?(?: ?mg| ?mcg| ?ml| ?od| ?bd| ?tds|(?=[ ,;.\n]|$))|(?:قرص|حبه|حبوب|جرعه|كبسوله) ?\d|\d+ ?(?:ملغ|ملجم|مجم|ملجرام|مليجرام)/g;
const headings = new RegExp(`(?<![a-z\\u0621-\\u064a])(?:${words.headings.join('|')})(?![a-z])`, 'g');
const findings = new RegExp(`(?<![a-z\\u0621-\\u064a])(?:${words.findings.join('|')})(?![a-z])`, 'g');

/** How much a passage speaks like a report: labs and doses 1, units 0.5, headings 1.5, clinical findings 1. */
function scoreOf(passage: string): number {
  const count = (pattern: RegExp) => passage.match(pattern)?.length ?? 0;
  return count(analytes) + count(units) * 0.5 + count(doses) + count(headings) * 1.5 + count(findings);
}

/** From this score on a text is a pasted report; one value mentioned in a question stays well below. */
const reportScore = 3;
/** Within a report, a line is part of it from this score on. */
const lineScore = 1;

/**
 * Where a pasted medical report stands in a text (in the form of `mapped`): lab panels, findings, discharge notes,
 * medication lists (R022); `null` if there is none. Lines that say nothing medical before and after it, and any line
 * that tells of danger now, stay outside.
 */
export function reportIn(text: string): { from: number; to: number } | null {
  if (text.length < 25 || scoreOf(text) < reportScore) return null;
  const lines = linesOf(text);
  const inside = lines.filter((line) => scoreOf(line.text) >= lineScore && !isUrgent(line.text));
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  const urgent = lines.find((line) => line.from > first.from && line.from < last.from && isUrgent(line.text));
  return { from: first.from, to: urgent === undefined ? last.to : urgent.from };
}

function linesOf(text: string): { text: string; from: number; to: number }[] {
  const lines: { text: string; from: number; to: number }[] = [];
  for (const match of text.matchAll(/[^\n]+?(?:[.!?](?=\s|$)|\n|$)/g)) {
    lines.push({ text: match[0], from: match.index, to: match.index + match[0].replace(/\s+$/, '').length });
  }
  return lines;
}

function isUrgent(line: string): boolean {
  const spoken = spokenOf(textOf(line));
  return emergencyIn(spoken) === 'emergency' || selfHarmIn(spoken) !== null;
}
