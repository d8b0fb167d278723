import words from '../words/report.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import { type Reading, readingOf } from './reading.ts';
import { stemsOf } from './stems.ts';

/**
 * One place of a text that speaks like a report. `proof`: it is what only a report holds, a value, a dose, a finding, its
 * own heading; the name of an illness and the labels of a case note are none.
 */
export type Told = { from: number; to: number; weight: number; proof: boolean };

/** What a word of each list says at most; an analyte and a unit say nothing without their number, a drug less. */
const weights = {
  analytes: 1,
  units: 0.5,
  headings: 1.5,
  headings_colon: 1.5,
  labels: 0.5,
  diagnoses: 0.5,
  findings: 1,
  illnesses: 1,
  soft: 0.5,
  drugs: 1,
} as const;
const lists = Object.keys(weights) as (keyof typeof weights)[];
const kind = Object.fromEntries(lists.map((name, i) => [name, 1 << i])) as Record<(typeof lists)[number], number>;
const stems = stemsOf(lists.map((name) => [words[name], kind[name]] as const));
/** With so much from the lists, doses of medicines that stand in none are counted too. */
const worthDoses = 1;

/** How much the words of a text as it came can say at most; a number of it may be a dose, once there is enough else. */
export function mostTold(text: string, reading: Reading, enough: number): number {
  const most = stems.sumIn(reading, (kinds) => mostOf[kinds] ?? 0);
  return most >= worthDoses && most < enough ? most + (text.match(/\p{Nd}+/gu)?.length ?? 0) : most;
}

/** The most that a word of each combination of lists says. */
const mostOf = Float64Array.from({ length: 1 << lists.length }, (_, kinds) =>
  lists.reduce((most, name) => ((kinds & kind[name]) === 0 ? most : Math.max(most, weights[name])), 0),
);

/** A number right behind its analyte; a year or a month is none, for so lists of documents are written. */
const value =
  /(?:[ :=(<>~)-]{1,4}(?:level|of|is|was|result|count|هو|كان|نسبه|ال)?){0,3}[ :=<>~]{0,3}(?!(?:19|20)\d\d(?![\d.])|(?:0?\d|1[0-2]) ?[/.-] ?20\d\d)\d/y;
/** What makes a heading of a word that is also one of talk. */
const colon = / ?(?:[:=]|- )|\n/y;
/** "MRI report: Oct 2026", "Medications: none", "Labs: available": the list of documents, not what is in them. */
const onlyListed =
  / ?[:=-] ?(?:yes|no(?![a-z])|none|nil|not|n\/a|available|ready|attached|pending|list|will|later|done|have|with|to be|tbc|en(?![a-z])|ar(?![a-z])|english|arabic|in (?:english|arabic)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} ?\d|\d{1,2}[./-]\d{2,4}|20\d\d|متوفر|موجود|نعم|لا(?![ء-ي])|جاهز|عند|بنرسل|سنرسل|بعدين|لاحقا|انجليزي|عربي|есть|нет(?![а-я])|имеется|готов|англ|на рус)/y;
const dose = /[ :=-]{0,3}(?:\d|(?:mg|tab|قرص|حبه|мг) ?\d)/y;
const doses =
  /(?<![a-z])(?!from|and|in |on )[a-z]{4,20}(?:olol|pril|sartan|statin|formin|mab|nib|azole|mycin|cillin|parin|xaban|gliptin|gliflozin|dipine|done|pam|lam|oxacin|prazole|platin|taxel|semide|thiazide) ?\d{1,4}|(?:قرص|حبه|حبوب|جرعه|كبسوله) ?\d|\d+ ?(?:ملغ|ملجم|مجم|ملجرام|مليجرام|мг(?![а-я]))|(?<!\d)\d{2,4} ?(?:mg|mcg|u|units)(?![a-z])|(?<![\d-])[0-3]-[0-3]-[0-3](?![\d-])/g;
/** "3VD", "2/14 nodes", "3.2 x 2.8 cm": shapes of clinical shorthand. */
const shorthand =
  /(?:انسداد|تضيق|stenosis|occlusion|стеноз)(?: (?:بنسبه|نسبه|of|до|حوالي))? ?\d{2,3} ?%|\d{2,3} ?% (?:stenosis|occlusion|blockage|stenosed|occluded)|\dvd(?![a-z])|(?<!\d)\d{1,3}\/\d{1,3} (?:lymph )?nodes|\d(?:\.\d+)? ?[x×*х] ?\d+(?:\.\d+)? ?(?:cm|mm|سم|ملم|مم|см|мм)?|\d ?mm(?![a-z])|\d ?мм(?![а-я])|(?<![a-z\d])p?t\d[a-c]?n\d[a-c]?(?:m[\dx])?/g;
/** "67M", "54 F": how a report names its patient, and a note too. */
const patient = /(?<!\d)\d{2} ?(?:m|f|yo)(?![a-z])/g;
const letter = /[a-z\u0400-\u04ff\u0621-\u064a]/;
const leading = /(?:^|[^\u0621-\u064a])(?:و|ف|ب|ل|ك)?(?:ال|لل)?$/;

/** How much each place of a text, in the form of `mapped`, speaks like a report. */
export function toldIn(text: string): Told[] {
  const told: Told[] = [];
  let end = 0;
  let inDiagnosis = false;
  for (const mark of stems.marksIn(readingOf(text))) {
    if (mark.from < end || !isWord(text, mark.from)) continue;
    if (inDiagnosis && text.slice(end, mark.from).includes('\n')) inDiagnosis = false;
    const one = toldAt(text, mark, inDiagnosis);
    if (one.weight === 0) continue;
    if ((mark.kinds & kind.diagnoses) !== 0) inDiagnosis = true;
    told.push(one);
    end = mark.to;
  }
  if (sumOf(told) < worthDoses) return told;
  const shapes = (pattern: RegExp, weight: number, proof: boolean) =>
    allOf(pattern, text).map(({ index, 0: shown }) => ({ from: index, to: index + shown.length, weight, proof }));
  told.push(...shapes(doses, 0.8, true).filter((one) => !isTold(told, one)));
  told.push(...shapes(shorthand, 0.5, true), ...shapes(patient, 0.5, false));
  return told.sort((a, b) => a.from - b.from);
}

/** How much all places say together. */
export const sumOf = (told: readonly Told[]): number => told.reduce((sum, one) => sum + one.weight, 0);

function isTold(told: readonly Told[], { from, to }: Told): boolean {
  return told.some((one) => one.from < to && from < one.from + 28 && one.weight >= 1);
}

/** Arabic words begin behind nothing but an article or a joined word. */
function isWord(text: string, from: number): boolean {
  const previous = text[from - 1] ?? ' ';
  return !letter.test(previous) || leading.test(text.slice(Math.max(0, from - 5), from));
}

type Place = { kinds: number; from: number; to: number };

/** @param inDiagnosis behind the label of a diagnosis in its line: an illness named there is a case, not yet a report */
function toldAt(text: string, { kinds, from, to }: Place, inDiagnosis: boolean): Told {
  const best: Told = { from, to, weight: 0, proof: false };
  const says = (list: keyof typeof weights, proof: boolean, weight: number = weights[list]) => {
    if ((kinds & kind[list]) === 0 || weight < best.weight || (weight === best.weight && best.proof)) return;
    best.weight = weight;
    best.proof = proof;
  };
  says('soft', false);
  says('illnesses', !inDiagnosis, inDiagnosis ? weights.soft : weights.illnesses);
  says('findings', true);
  if (!followed(onlyListed, text, to)) {
    says('headings', true);
    if (followed(colon, text, to)) {
      says('headings_colon', true);
      says('labels', false);
      says('diagnoses', false);
    }
  }
  if ((kinds & kind.analytes) !== 0 && followed(value, text, to)) says('analytes', true);
  if ((kinds & kind.drugs) !== 0) {
    if (followed(dose, text, to)) says('drugs', true);
    else says('drugs', false, weights.drugs / 2);
  }
  if ((kinds & kind.units) !== 0 && /\d ?$/.test(text.slice(Math.max(0, from - 2), from))) says('units', true);
  return best;
}

function followed(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
