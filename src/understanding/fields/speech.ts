import type { Text } from '../normalise.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { breaks, clauseAt, type Token, tokensOf } from './tokens.ts';

/** Whether a "not" stands just before token `at`: at most one word between, and no punctuation. */
export function negated(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  return hitsOf(text, 'speech').some(
    (hit) =>
      (hit.code === 'not' || hit.code === 'else') && hit.to <= at && at - hit.to <= 1 && whole(tokens, hit.to, at),
  );
}

/** Whether a word of past or of condition ("had", "after", "سوى") stands up to three words before token `at` in its clause. */
export function past(text: Text, at: number): boolean {
  return near(text, 'past', at, 3);
}

/** Whether a word of wish stands up to four words before token `at` in its clause. */
export function wanted(text: Text, at: number): boolean {
  return near(text, 'want', at, 4);
}

function near(text: Text, code: string, at: number, reach: number): boolean {
  const tokens = tokensOf(text);
  return hitsOf(text, 'speech').some(
    (hit) => hit.code === code && hit.to <= at && at - hit.to < reach && whole(tokens, hit.to, at),
  );
}

function whole(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to && at < tokens.length; at++) if (breaks(tokens[at]?.gap ?? '')) return false;
  return true;
}

/** Whether the sentence round token `at` asks something: it ends with a question mark, or its clause begins with a question word. */
export function questioned(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  for (let after = at + 1; after <= tokens.length; after++) {
    const gap = after === tokens.length ? text.clean.slice(tokens[after - 1]?.end ?? 0) : (tokens[after]?.gap ?? '');
    if (gap.includes('?')) return true;
    if (/[.;!\n]/.test(gap)) break;
  }
  const { from } = clauseAt(tokens, at);
  return hitsOf(text, 'speech').some(
    (hit) => hit.code === 'question' && hit.from >= from && hit.from <= from + 1 && hit.from <= at,
  );
}

/** Hits of a code. */
export function coded(hits: readonly Hit[], ...codes: string[]): Hit[] {
  return hits.filter((hit) => codes.includes(hit.code));
}
