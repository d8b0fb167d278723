import { readField } from '../fields/findFields.ts';
import { labelledLines } from '../fields/labels.ts';
import { hitsOf } from '../fields/lexicon.ts';
import { tokensOf } from '../fields/tokens.ts';
import type { Listening } from '../meaning.ts';
import { clean, fold, type Text, textOf } from '../normalise.ts';
import words from './words/documentsThere.json' with { type: 'json' };

type Named = { type: string };
type Span = { from: number; to: number };

/**
 * Kinds of documents that a note says are there: on a line of documents, in a sentence that says so, and where one stands
 * with its date or language ("MRI (Oct 2026, EN)"), even inside a question. One that is asked about, wanted or still to
 * come is none.
 */
export function documentsIn(note: string, listening: Listening): string[] {
  const text = textOf(note);
  const lists = labelledLines(text).flatMap(({ field, value }) =>
    field === 'documents' ? [firstSentence(value)] : [],
  );
  const named = [...lists, ...sentencesIn(note).flatMap(({ from, to }) => listOf(note.slice(from, to)))].flatMap(
    (list) => namedIn(readField('documents', textOf(list), listening)?.value),
  );
  const told = sentencesIn(note).flatMap(({ from, to }) =>
    isToCome(textOf(note.slice(from, to))) ? [] : [note.slice(from, to)],
  );
  named.push(...namedIn(readField('documents', textOf(told.join('')), listening, false)?.value));
  const types = [...new Set(named.map(({ type }) => type))];
  return types.length > 1 ? types.filter((type) => headings[type]?.test(text.clean) !== true) : types;
}

/** Sentences that are lists of documents and nothing else: dates and parts of the body in them say nothing of the case. */
export function documentListsIn(note: string): Span[] {
  return sentencesIn(note).filter(({ from, to }) => {
    const text = textOf(note.slice(from, to));
    const first = hitsOf(text, 'documents').find((hit) => hit.code !== 'none');
    return first !== undefined && first.from < 3 && listOf(text.clean).length > 0 && !text.clean.includes('?');
  });
}

/** "Reports: MRI, CT", "lab tests (hormones)": the word over a list is no document of its own. */
const headings: Record<string, RegExp> = {
  report: /(?:reports?|records?|تقارير)[^.,\n:(]{0,20}[:(]/i,
  lab: /(?:labs?|tests?|تحاليل)[^.,\n:(]{0,20}\((?=[^)]{0,20}(?:hormon|هرمون))/i,
};

/** On a line with other sentences the first is the list. */
function firstSentence(value: string): string {
  const end = value.search(/[!?;](?=\s)|[^\d\s]\.(?=\s)/);
  return end < 0 ? value : value.slice(0, end + 1);
}

const namedIn = (value: unknown): Named[] => (Array.isArray(value) ? (value as Named[]) : []);

function sentencesIn(note: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of note.matchAll(/[.!?](?=\s|$)|\n/g)) {
    spans.push({ from, to: match.index + 1 });
    from = match.index + 1;
  }
  return [...spans, { from, to: note.length }];
}

/** The sentence, of a question only what stands before the end of a bracket, if it gives documents their date or language, or ends by saying that they are there. */
function listOf(sentence: string): string[] {
  const asks = sentence.includes('?');
  const text = textOf(asks ? sentence.slice(0, sentence.indexOf(')') + 1) : sentence);
  const hits = hitsOf(text, 'documents').filter((hit) => hit.code !== 'none');
  if (hits.length === 0 || isToCome(text)) return [];
  const told = hits.some(({ to }) => isTold(text, to) && (!asks || opensBracket(text, to)));
  return told || (!asks && there.has(text.words.at(-1) ?? '')) ? [text.clean] : [];
}

const isToCome = (text: Text): boolean => text.words.some((word) => toCome.has(word));
const isTold = (text: Text, at: number): boolean =>
  tokensOf(text)
    .slice(at, at + reach)
    .some((token) => /^20[12]\d$/.test(token.fold) || written.has(token.fold));
const opensBracket = (text: Text, at: number): boolean =>
  tokensOf(text)
    .slice(at, at + 3)
    .some(({ gap }) => gap.includes('('));

/** How far behind its document a date or a language may stand. */
const reach = 6;
const folded = (own: readonly string[]): Set<string> => new Set(own.map((word) => fold(clean(word))));
const written = folded(words.written);
const there = folded(words.there);
const toCome = folded(words.toCome);
