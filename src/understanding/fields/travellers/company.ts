import type { Text } from '../../normalise.ts';
import { type Found, foundOf } from '../found.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { numbersOf } from '../numbers.ts';
import { tokensOf, wordsAt } from '../tokens.ts';

const links =
  /^(?:و|and|w|plus|\+|a|an|my|his|her|the|with|مع|معاي|معي|ومعي|ومعاي|male|female|both|our|wil|travel|traveling|come|coming|go|going|نسافر|يسافر)$/;

/**
 * People named one by one: "أنا وزوجتي وولدي" is three, "patient, wife, son" too. Without the patient or the writer among
 * them it is not said whether the patient is one of them: two readings if asked, nothing if not.
 */
export function company(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const named = hits.filter((hit) => /^(?:patient|self|relation|two relations|group|companion)$/.test(hit.code));
  const chain = longest(text, named);
  const first = chain[0];
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return null;
  const count = chain.reduce((sum, hit) => sum + sizeOf(text, hit), 0);
  const whole = chain.some((hit) => hit.code === 'patient' || hit.code === 'self');
  const words = wordsAt(text, first.from, last.to);
  const travels = hits.some((hit) => hit.code === 'travel');
  if (chain.every((hit) => hit.code === 'group')) return null;
  if (whole) return count >= 2 && (asked || travels || linked(text, chain)) ? foundOf([count], words) : null;
  if (!asked || count < 1 || (count === 1 && numbersOf(text).length > 0)) return null;
  if (chain.some((hit) => hit.code === 'group')) return foundOf([count], words);
  return foundOf([count + 1, ...(count >= 2 ? [count] : [])], words);
}

/** Three or more people in a row with the patient or the writer among them: that is the whole company. */
export function roster(text: Text, hits: readonly Hit[]): Found | null {
  const chain = longest(
    text,
    hits.filter((hit) => /^(?:patient|self|relation|two relations|companion|group)$/.test(hit.code)),
  );
  return chain.length >= 3 ? company(text, hits, false) : null;
}

function sizeOf(text: Text, hit: Hit): number {
  if (hit.code === 'two relations') return 2;
  const number = numbersOf(text).find((other) => other.to === hit.from);
  return hit.code === 'patient' || hit.code === 'self' || number === undefined || number.value > 12 ? 1 : number.value;
}

/** The longest row of people joined by "and", commas or pluses. */
function longest(text: Text, named: readonly Hit[]): Hit[] {
  let best: Hit[] = [];
  let row: Hit[] = [];
  for (const hit of named) {
    const last = row.at(-1);
    row = last !== undefined && joins(text, last.to, hit.from) ? [...row, hit] : [hit];
    if (row.length > best.length) best = row;
  }
  return best;
}

function joins(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  if (to < from) return false;
  const numbers = numbersOf(text);
  const between = tokens
    .slice(from, to)
    .filter(
      (token, at) =>
        !links.test(token.fold) && !numbers.some((number) => number.from <= from + at && from + at < number.to),
    );
  const gaps = tokens
    .slice(from, to + 1)
    .map((token) => token.gap)
    .join('');
  if (between.length > 0 || /[.;?!\n]/.test(gaps)) return false;
  return to > from || /[,+&/]/.test(gaps) || /^(?:و|and$|w$)/.test(tokens[to]?.fold ?? '');
}

/** Unasked, "me and my wife" counts only if nothing else explains it: the row must hold an "and" with the writer or patient first. */
function linked(text: Text, chain: readonly Hit[]): boolean {
  const first = chain[0];
  const illness = hitsOf(text, 'writer').some((hit) => hit.code !== 'none' && hit.from === first?.from);
  return !illness && chain.length >= 3;
}
