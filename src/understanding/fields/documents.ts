import { fold, type Text } from '../normalise.ts';
import type { DocumentName, DocumentType } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf, phrasesOf } from './lexicon.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated, questioned } from './speech.ts';
import { sentenceAt, tokensOf, wordsAt } from './tokens.ts';
import around from './words/around.json' with { type: 'json' };

/**
 * Documents by name only (R011): type, language and date in the person's words. Unasked, only documents that the text says
 * are there; one that is wanted, asked about or missing is none.
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'documents').filter(
    (hit) =>
      hit.code !== 'none' &&
      !absent(text, hit.from) &&
      (asked || (!onlyAsked('documents', text, hit) && there(text, hit))),
  );
  const first = hits[0];
  const last = hits.at(-1);
  if (first === undefined || last === undefined) return null;
  const named = hits.map((hit, at) => nameOf(text, hit, hits[at - 1], hits[at + 1]));
  const specific = named.filter((name) => name.type !== 'report' || named.length === 1 || !describes(named, name));
  const distinct = specific.filter((name, at) => specific.findIndex((other) => same(other, name)) === at);
  return foundOf([distinct], wordsAt(text, first.from, last.to));
}

const between = new Set(around.betweenNotAndDocument.map((word) => fold(word)));

/** "No reports", and "we don't have any reports" with the words that may stand between. */
function absent(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  let from = at;
  while (from > at - 3 && from > 0 && between.has(tokens[from - 1]?.fold ?? '')) from -= 1;
  return negated(text, at) || (from < at && negated(text, from));
}

/** One kind of document counts once; of kinds we have no name for every one counts. */
function same(one: DocumentName, other: DocumentName): boolean {
  return one.type === other.type && (one.type !== 'other' || one.words === other.words);
}

/** "تقرير رنين" and "MRI report" are one document. */
function describes(named: readonly DocumentName[], report: DocumentName): boolean {
  const at = named.indexOf(report);
  return [named[at - 1], named[at + 1]].some((other) => other !== undefined && other.words === report.words);
}

function there(text: Text, hit: Hit): boolean {
  if (questioned(text, hit.from)) return false;
  const { from, to } = sentenceAt(tokensOf(text), hit.from);
  return hitsOf(text, 'other').some(
    (other) =>
      other.code === 'have' &&
      other.from >= from &&
      other.from < to &&
      !negated(text, other.from) &&
      !(other.from <= hit.from && hit.from < other.to),
  );
}

function nameOf(text: Text, hit: Hit, before: Hit | undefined, after: Hit | undefined): DocumentName {
  const tokens = tokensOf(text);
  const end = sentenceAt(tokens, hit.from).to;
  const limit = after === undefined || after.from > end ? end : after.from;
  const tail = { from: hit.to, to: Math.min(limit, hit.to + 8) };
  const language = hitsOf(text, 'language').find((other) => other.from >= tail.from && other.to <= tail.to);
  const date = dateIn(text, tail.from, tail.to);
  const touchesBefore = before?.to === hit.from && joins(text, hit.from);
  const touchesAfter = after?.from === hit.to && joins(text, hit.to);
  const words = wordsAt(text, touchesBefore ? before.from : hit.from, touchesAfter ? after.to : hit.to);
  return {
    type: hit.code as DocumentType,
    ...(language === undefined || language.code === 'both' ? {} : { language: language.code }),
    ...(date === undefined ? {} : { date }),
    words,
  };
}

/** Whether a word belongs to the one before it: no punctuation between, and no "and" written onto it ("تقرير ورنين" are two). */
function joins(text: Text, at: number): boolean {
  const token = tokensOf(text)[at];
  if (token === undefined || token.gap !== '') return false;
  return !token.fold.startsWith('و') || beginsWithWaw().has(token.fold);
}

let withWaw: ReadonlySet<string> | undefined;
function beginsWithWaw(): ReadonlySet<string> {
  withWaw ??= new Set(
    phrasesOf('documents').flatMap(([phrase]) => phrase.split(' ').filter((word) => word.startsWith('و'))),
  );
  return withWaw;
}

/** The first date-like words in a stretch: a month with its year, "2026/9", "من شهر ٣". */
function dateIn(text: Text, from: number, to: number): string | undefined {
  const tokens = tokensOf(text);
  const part = wordsAt(text, from, to);
  const numeric = /\d{4}[/.-]\d{1,2}(?:[/.-]\d{1,2})?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[/.-]\d{4}/.exec(
    part,
  )?.[0];
  if (numeric !== undefined) return numeric;
  const numbered = hitsOf(text, 'dates').find(
    (hit) =>
      hit.code === 'unit month' && hit.from >= from && hit.to < to && /^\d{1,2}$/.test(tokens[hit.to]?.fold ?? ''),
  );
  if (numbered !== undefined) return wordsAt(text, numbered.from, numbered.to + 1);
  const month = hitsOf(text, 'dates').find((hit) => /^[mh] /.test(hit.code) && hit.from >= from && hit.to <= to);
  if (month === undefined) {
    const year = tokens.slice(from, to).find((token) => /^(?:19|20|14)\d\d$/.test(token.fold));
    return year?.fold;
  }
  const day =
    /^\d{1,2}$/.test(tokens[month.from - 1]?.fold ?? '') && month.from - 1 >= from ? month.from - 1 : month.from;
  const year = /^\d{4}$/.test(tokens[month.to]?.fold ?? '') ? month.to + 1 : month.to;
  return wordsAt(text, day, year);
}
