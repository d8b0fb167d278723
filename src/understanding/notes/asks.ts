import { byVocabulary } from '../byVocabulary.ts';
import { ranked } from '../learned/ranked.ts';
import { type Topic, topics } from '../meaning.ts';
import { clean, fold, textOf } from '../normalise.ts';
import { spokenOf } from '../spoken.ts';
import { topicsIn } from '../topics.ts';
import { clinicQuestionOf, type QuestionForm } from './clinicQuestion.ts';
import words from './words/asks.json' with { type: 'json' };

/** Clauses of a note that ask us something, where they stand in it, and what wants a boundary answer (`domain.md` 8.1). */
export type Asked = { topics: Topic[]; spans: { from: number; to: number }[] };

/** Questions that everybody answers the same need no boundary; a step of ours is no decision of others. */
const open: readonly Topic[] = ['ask_process', 'bot_identity'];
/** What was learned is believed from here on; when it is all there is, from less on. */
const sure = 0.5;
const likely = 0.3;
/** Of a clause that only reports. */
const certain = 0.8;

/**
 * The questions a note puts to us, read clause by clause; what it states is not looked at, so that a note about an
 * operation's risks is not one about its price. The question for the clinic must have been taken out of it before; of that
 * one only a price or a promise asked for counts, because no clinic may be asked for them in our name either.
 */
export function asksIn(note: string, clinicQuestion: string | null, today: string): Asked {
  const found = new Set<Topic>(clinicQuestion === null ? [] : inClinicQuestion(clinicQuestion));
  const spans: Asked['spans'] = [];
  for (const sentence of sentencesIn(note)) {
    const parts = askingParts(sentence.text);
    for (const { from, to, stated } of parts) {
      const text = sentence.text.slice(from, to);
      const own = topicsOf(text, stated, today);
      for (const topic of own) found.add(topic);
      if (!stated && (own.length > 0 || text.includes('?')))
        spans.push({ from: sentence.from + from, to: sentence.from + to });
    }
  }
  return { topics: topics.filter((topic) => found.has(topic)), spans };
}

type Part = { text: string; from: number };

/** Sentences with their signs: a colon or a comma ends none. */
function sentencesIn(note: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of note.matchAll(/[.!?;](?=[\s.!?;]|$)|[?;\n]/g)) {
    const to = match.index + match[0].length;
    if (note.slice(from, to).trim() !== '') parts.push({ text: note.slice(from, to), from });
    from = to;
  }
  if (note.slice(from).trim() !== '') parts.push({ text: note.slice(from), from });
  return parts;
}

const either = (own: readonly string[]): string => own.map((word) => fold(clean(word))).join('|');
const begins = new RegExp(`^(?:(?:${either(words.lead)}) ?)*(?:${either(words.begins)})(?![\\p{L}])`, 'u');
const requests = new RegExp(`^(?:(?:${either(words.lead)}) ?)*(?:${either(words.requests)})(?![\\p{L}])`, 'u');
const relays = new RegExp(`(?:^|[^\\p{L}])(?:${either(words.relays)})(?![\\p{L}])`, 'u');

/** The clauses of a sentence that ask: behind "they ask" all, under a question mark the last, elsewhere those that begin like a question. */
function askingParts(sentence: string): { from: number; to: number; stated: boolean }[] {
  const clauses: { from: number; to: number }[] = [];
  let start = 0;
  for (const match of sentence.matchAll(/[,:]\s|\s-\s|\s(?:but|بس|لكن)\s/g)) {
    clauses.push({ from: start, to: match.index });
    start = match.index + match[0].length;
  }
  clauses.push({ from: start, to: sentence.length });
  const marked = sentence.includes('?');
  let relayed = false;
  return clauses.flatMap((clause, at) => {
    const text = fold(clean(sentence.slice(clause.from, clause.to)));
    const begun = begins.test(text);
    const told = relays.test(text);
    if (told) relayed = true;
    const last = marked && at === clauses.length - 1;
    const surely = begun || last || requests.test(text);
    return surely || relayed ? [{ ...clause, stated: !begun && !last }] : [];
  });
}

/**
 * What a clause asks: what its words and what was learned agree on, in the whole and in its halves; of a half that tells no
 * topic the likeliest, or what its form comes to. Of a clause that only reports a question its words alone count.
 */
function topicsOf(text: string, stated: boolean, today: string): Topic[] {
  const halves = text.split(/ (?:and|n|\+|&|or|و) | و(?=[\u0621-\u064a]{3})/).slice(0, mostHalves);
  const found = new Set<string>();
  if (halves.length > 1) for (const { label, byWords } of labelsOf(text, today)) if (byWords) found.add(label);
  for (const half of halves) {
    const labels = labelsOf(half, today);
    const sureOnes = labels.filter(({ score, byWords }) => byWords || score >= (stated ? certain : sure));
    const guess = stated ? [] : labels.slice(0, 1).filter(({ score }) => score >= likely);
    const own = (sureOnes.length > 0 ? sureOnes : guess).map(({ label }) => label);
    if (own.length === 0 && (!stated || halves.length === 1)) own.push(...byForm(half));
    for (const label of own) found.add(label);
  }
  return topics.filter((topic) => found.has(topic) && /^(?:ask_|send_files)/.test(topic) && !open.includes(topic));
}
const mostHalves = 4;

function labelsOf(text: string, today: string): { label: string; score: number; byWords: boolean }[] {
  const heard = byVocabulary(text, { pending: null, today });
  const words = new Set<string>(topicsIn(heard.spoken).map(({ topic }) => topic));
  return ranked(heard).map((one) => ({ ...one, byWords: words.has(one.label) }));
}

/** Asked of the clinic, these want a word from us all the same: nobody can promise them beforehand. */
const evenOfClinic: readonly Topic[] = ['ask_price', 'ask_outcome', 'ask_visa', 'ask_insurance'];

function inClinicQuestion(question: string): Topic[] {
  const found = topicsIn(spokenOf(textOf(question))).map(({ topic }) => topic);
  return evenOfClinic.filter((topic) => found.includes(topic));
}

/** What a question to us comes to by its form alone, when no topic tells it. */
function byForm(text: string): Topic[] {
  const { forms, decide } = clinicQuestionOf(text);
  if (decide) return ['ask_medical_advice'];
  return forms.flatMap((form) => boundaries[form] ?? []);
}
const boundaries: Partial<Record<QuestionForm, Topic>> = {
  in_person: 'ask_appointment',
  cost: 'ask_price',
  reply_timing: 'ask_timing',
};
