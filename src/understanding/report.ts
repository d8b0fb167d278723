import { emergencyIn } from './emergency.ts';
import { textOf } from './normalise.ts';
import { allOf } from './private/allOf.ts';
import { type Reading, readingOf } from './private/reading.ts';
import { stemsOf } from './private/stems.ts';
import { selfHarmIn } from './selfHarm.ts';
import { spokenOf } from './spoken.ts';
import words from './words/report.json' with { type: 'json' };

const kind = { analytes: 1, units: 2, headings: 4, headings_colon: 64, findings: 8, soft: 16, drugs: 32 } as const;
/** What a word of each list says at most; an analyte and a unit say nothing without their number, a drug less. */
const weights = {
  analytes: 1,
  units: 0.5,
  headings: 1.5,
  headings_colon: 1.5,
  findings: 1,
  soft: 0.5,
  drugs: 1,
} as const;
const lists = Object.keys(kind) as (keyof typeof kind)[];
const stems = stemsOf(lists.map((name) => [words[name], kind[name]] as const));

/** From this score on a text is a pasted report; one value mentioned in a question stays well below. */
const reportScore = 3;
/** Within a report, a line is part of it from this score on. */
const lineScore = 0.5;
const shortestReport = 25;
/** With so much from the lists, doses of medicines that stand in none are counted too. */
const worthDoses = 1;

/** Whether a text as it came may be a report: never false for one that is. */
export function mayBeReport(text: string, reading: Reading): boolean {
  if (text.length < shortestReport) return false;
  const most = stems.sumIn(reading, weightOf);
  return most >= reportScore || (most >= worthDoses && most + (text.match(/\p{Nd}+/gu)?.length ?? 0) >= reportScore);
}

function weightOf(kinds: number): number {
  let most = 0;
  for (const name of lists) if ((kinds & kind[name]) !== 0 && weights[name] > most) most = weights[name];
  return most;
}

type Told = { from: number; weight: number };

const value = /(?:[ :=(<>~)-]{1,4}(?:level|of|is|was|result|count|هو|كان|نسبه|ال)?){0,3}[ :=<>~]{0,3}\d/y;
/** What makes a heading of a word that is also one of talk. */
const colon = / ?(?:[:=]|- )|\n/y;
const dose = /[ :=-]{0,3}(?:\d|(?:mg|tab|قرص|حبه) ?\d)/y;
const doses =
  /(?<![a-z])(?!from|and|in |on )[a-z]{4,20}(?:olol|pril|sartan|statin|formin|mab|nib|azole|mycin|cillin|parin|xaban|gliptin|gliflozin|dipine|done|pam|lam|oxacin|prazole|platin|taxel|semide|thiazide) ?\d{1,4}|(?:قرص|حبه|حبوب|جرعه|كبسوله) ?\d|\d+ ?(?:ملغ|ملجم|مجم|ملجرام|مليجرام)|(?<!\d)\d{2,4} ?(?:mg|mcg|u|units)(?![a-z])/g;
/** "67M", "54 F", "3VD", "2/14 nodes", "3.2 x 2.8 cm": shapes of clinical shorthand. */
const shorthand =
  /(?<!\d)\d{2} ?(?:m|f|yo)(?![a-z])|\dvd(?![a-z])|(?<!\d)\d{1,3}\/\d{1,3} (?:lymph )?nodes|\d(?:\.\d+)? ?[x×*] ?\d+(?:\.\d+)? ?(?:cm|mm|سم|ملم|مم)?|\d ?mm(?![a-z])|(?<![a-z\d])p?t\d[a-c]?n\d[a-c]?(?:m[\dx])?/g;
const letter = /[a-z\u0621-\u064a]/;
const leading = /(?:^|[^\u0621-\u064a])(?:و|ف|ب|ل|ك)?(?:ال|لل)?$/;

/** How much each place of a text speaks like a report. */
function toldIn(text: string): Told[] {
  const told: Told[] = [];
  let end = 0;
  for (const mark of stems.marksIn(readingOf(text))) {
    if (mark.from < end || !isWord(text, mark.from)) continue;
    const weight = weightAt(text, mark.kinds, mark.from, mark.to);
    if (weight === 0) continue;
    told.push({ from: mark.from, weight });
    end = mark.to;
  }
  if (told.reduce((sum, one) => sum + one.weight, 0) < worthDoses) return told;
  for (const match of allOf(doses, text))
    if (!isTold(told, match.index, match[0].length)) told.push({ from: match.index, weight: 0.8 });
  for (const match of allOf(shorthand, text)) told.push({ from: match.index, weight: 0.5 });
  return told;
}

function isTold(told: readonly Told[], from: number, length: number): boolean {
  return told.some((one) => one.from < from + length && from < one.from + 28 && one.weight >= 1);
}

/** Arabic words begin behind nothing but an article or a joined word. */
function isWord(text: string, from: number): boolean {
  const previous = text[from - 1] ?? ' ';
  return !letter.test(previous) || leading.test(text.slice(Math.max(0, from - 5), from));
}

function weightAt(text: string, kinds: number, from: number, to: number): number {
  let weight = 0;
  if ((kinds & kind.headings) !== 0) weight = weights.headings;
  else if ((kinds & kind.headings_colon) !== 0 && followed(colon, text, to)) weight = weights.headings;
  else if ((kinds & kind.findings) !== 0) weight = weights.findings;
  else if ((kinds & kind.soft) !== 0) weight = weights.soft;
  if ((kinds & kind.analytes) !== 0 && followed(value, text, to)) weight = Math.max(weight, weights.analytes);
  if ((kinds & kind.drugs) !== 0)
    weight = Math.max(weight, followed(dose, text, to) ? weights.drugs : weights.drugs / 2);
  if ((kinds & kind.units) !== 0 && /\d ?$/.test(text.slice(Math.max(0, from - 2), from)))
    weight = Math.max(weight, weights.units);
  return weight;
}

function followed(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * Where a pasted medical report stands in a text (in the form of `mapped`): lab panels, findings, discharge notes,
 * medication lists (R022); `null` if there is none. Lines that say nothing medical before and after it, and any line
 * that tells of danger now, stay outside.
 */
export function reportIn(text: string): { from: number; to: number } | null {
  if (!mayBeReport(text, readingOf(text))) return null;
  const told = toldIn(text);
  if (told.reduce((sum, one) => sum + one.weight, 0) < reportScore) return null;
  const lines = linesOf(text).map((line) => ({ ...line, score: 0 }));
  let at = 0;
  for (const one of told.sort((a, b) => a.from - b.from)) {
    while ((lines[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= one.from) at += 1;
    const line = lines[at];
    if (line !== undefined) line.score += one.weight;
  }
  const inside = lines.filter((line) => line.score >= lineScore && !isUrgent(line.text));
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  const urgent = lines.find((line) => line.from > first.from && line.from < last.from && isUrgent(line.text));
  return { from: first.from, to: urgent === undefined ? last.to : urgent.from };
}

function linesOf(text: string): { text: string; from: number; to: number }[] {
  const lines: { text: string; from: number; to: number }[] = [];
  for (const match of allOf(/[^\n]+?(?:[.!?](?=\s|$)|\n|$)/g, text)) {
    lines.push({ text: match[0], from: match.index, to: match.index + match[0].replace(/\s+$/, '').length });
  }
  return lines;
}

function isUrgent(line: string): boolean {
  const spoken = spokenOf(textOf(line));
  return emergencyIn(spoken) === 'emergency' || selfHarmIn(spoken) !== null;
}
