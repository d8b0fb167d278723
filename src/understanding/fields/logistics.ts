import { fold, type Text } from '../normalise.ts';
import { type Logistic, logistics } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated, past, questioned, wanted } from './speech.ts';
import { breaks, tokensOf, wordsAt } from './tokens.ts';
import around from './words/around.json' with { type: 'json' };

/** Local help wanted (R016), several at once; an empty list if the person says that none is needed. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'logistics').filter((hit) => hit.code !== 'ignored' && !article(text, hit));
  const wishes = hits.filter((hit) => hit.code !== 'none' && (asked || !onlyAsked('logistics', text, hit)));
  const counted = wishes.filter((hit) => !refused(text, hit) && (asked || meant(text, hit)));
  const codes = new Set(counted.map((hit) => hit.code));
  if (!asked && codes.size < 2 && !counted.some((hit) => wanted(text, hit.from))) return null;
  const first = counted[0];
  if (first === undefined) {
    const none = hits.find((hit) => hit.code === 'none' || refused(text, hit));
    return asked && none !== undefined ? foundOf([[]], wordsAt(text, none.from, none.to)) : null;
  }
  const but = new Set(wishes.filter((hit) => refused(text, hit)).map((hit) => hit.code));
  const value: Logistic[] = logistics.filter((code) => (codes.has('all') ? !but.has(code) : codes.has(code)));
  return foundOf([value], wordsAt(text, first.from, (counted.at(-1) ?? first).to));
}

/** Unasked, a thing counts that is not asked about, was not had before and is not booked by the family. */
function meant(text: Text, hit: Hit): boolean {
  return hit.code !== 'all' && !questioned(text, hit.from) && !past(text, hit.from) && !booked(text, hit.from);
}

/** "All" folds to the same letters as the article of "al fondoq". */
function article(text: Text, hit: Hit): boolean {
  return hit.to - hit.from === 1 && /^al$/i.test(wordsAt(text, hit.from, hit.to));
}

/** "No hotel", "all but the visa", "الفندق لا". */
function refused(text: Text, hit: Hit): boolean {
  if (hit.code === 'all') return false;
  return negated(text, hit.from) || excepted(text, hit.from) || saysNoAfter(text, hit.to);
}

const exceptions = new Set(around.exception.map((word) => fold(word)));

/** Whether a word of exception stands up to two words before, not with a comma between. */
function excepted(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    if (breaks(tokens[before + 1]?.gap ?? '')) return false;
    if (exceptions.has(tokens[before]?.fold ?? ''))
      return hitsOf(text, 'logistics').some((hit) => hit.code === 'all' && hit.to <= before);
  }
  return false;
}

const noes = new Set(around.noAfter.map((word) => fold(word)));

function saysNoAfter(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  if (!noes.has(tokens[at]?.fold ?? '') || breaks(tokens[at]?.gap ?? '')) return false;
  return at + 1 === tokens.length || breaks(tokens[at + 1]?.gap ?? '');
}

/** "before we book flights", "قبل ما نحجز": not a wish. */
function booked(text: Text, at: number): boolean {
  const words = wordsAt(text, Math.max(0, at - 4), at);
  return /(?:before|قبل|booked|حجزنا|we book|أحجز|احجز)/i.test(words);
}
