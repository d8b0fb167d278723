import { fold, isCommon, type Text } from '../normalise.ts';
import { once } from '../once.ts';

/** One word of a message: folded, where it stands in `clean`, and what stands between it and the word before ('' for mere space). */
export type Token = { fold: string; start: number; end: number; gap: string };

const chunks = /[\p{L}\p{N}\p{M}'’`+]+/gu;
/** The same for common letters, faster. */
const commonChunks = /[A-Za-z0-9\u0621-\u063f\u0641-\u064a\u0660-\u0669\u0671-\u06d3'`+]+/g;
const parts = /\+\d{3,}|\d+|\+|[^\d+]+/g;
const units =
  /^(\d{1,4})(st|nd|rd|th|yo|y|yrs?|years?|months?|mos?|m|f|wks?|weeks?|days?|pax|p|pl|ppl|persons?|people|adults?|kids?|child|childs|children|boys?|girls?|sons?|daughters?|babys?|babies|infants?|ladies|lady|men|man|women|companions?|atendants?|escorts?|sisters?|brothers?|tickets?|travelers?|members?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/;
const ordinals = new Set(['st', 'nd', 'rd', 'th']);

/** The words of a message in order, numbers apart from letters ("٣أشخاص" is two words, "3arabi" is one); computed once per text. */
export const tokensOf: (text: Text) => Token[] = once(tokenise);

function tokenise(text: Text): Token[] {
  const tokens: Token[] = [];
  const found = [...text.clean.matchAll(isCommon(text.clean) ? commonChunks : chunks)];
  const aligned = found.length === text.words.length;
  let last = 0;
  found.forEach((match, at) => {
    const folded = aligned ? (text.words[at] ?? '') : fold(match[0]);
    const end = match.index + match[0].length;
    let gap = gapOf(text.clean, last, match.index);
    for (const part of partsOf(folded)) {
      if (part === '') continue;
      tokens.push({ fold: part, start: match.index, end, gap });
      gap = '';
    }
    last = end;
  });
  return tokens;
}

function gapOf(clean: string, from: number, to: number): string {
  if (to - from === 1 && clean.charCodeAt(from) === 32) return '';
  if (
    to - from === 1 &&
    clean[from] === '.' &&
    /[A-Za-z]/.test(clean[from - 1] ?? '') &&
    /[A-Za-z]/.test(clean[to] ?? '')
  )
    return '';
  return clean.slice(from, to).replace(/[ ]+/g, '');
}

function partsOf(word: string): string[] {
  let mixed = false;
  let latin = false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if ((code >= 48 && code <= 57) || code === 43) mixed = true;
    else if (code >= 97 && code <= 122) latin = true;
  }
  if (!mixed) return [word];
  if (!latin) return word.match(parts) ?? [];
  if (word.includes('+')) return word.split(/(\+)/).flatMap((part) => (part.includes('+') ? [part] : partsOf(part)));
  const unit = units.exec(word);
  if (unit === null) return [word];
  return ordinals.has(unit[2] ?? '') ? [unit[1] ?? ''] : [unit[1] ?? '', unit[2] ?? ''];
}

/** Whether a gap ends a phrase: anything but spaces, hyphens, slashes and quotes. */
export function breaks(gap: string): boolean {
  return gap !== '' && !/^[-–—/'"*_&«»“”]+$/.test(gap);
}

/** The person's own words from token `from` up to, not including, token `to`. */
export function wordsAt(text: Text, from: number, to: number): string {
  const tokens = tokensOf(text);
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined ? '' : text.clean.slice(first.start, last.end);
}

/** The clause round token `at`: as many tokens on both sides as no punctuation parts from it. */
export function clauseAt(tokens: readonly Token[], at: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && !breaks(tokens[from]?.gap ?? '')) from--;
  let to = at + 1;
  while (to < tokens.length && !breaks(tokens[to]?.gap ?? '')) to++;
  return { from, to };
}

/** The sentence round token `at`: like a clause, but commas, colons and brackets do not end it. */
export function sentenceAt(tokens: readonly Token[], at: number): { from: number; to: number } {
  let from = at;
  while (from > 0 && !ends.test(tokens[from]?.gap ?? '')) from--;
  let to = at + 1;
  while (to < tokens.length && !ends.test(tokens[to]?.gap ?? '')) to++;
  return { from, to };
}
const ends = /[.;?!\n]/;
