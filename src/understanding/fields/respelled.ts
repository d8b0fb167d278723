import { isArabizi, skeletonOfArabic, skeletonOfLatin } from '../arabizi.ts';
import { clean, fold, type Text, textOf } from '../normalise.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { tokensOf } from './tokens.ts';
import { vocabularies } from './vocabularies.ts';

type List = 'dates' | 'urgency';

/** An answer of more words than this is a story; its unknown words are not mistyped ones. */
const mostWords = 8;
/** Little words that tell an English answer. */
const english = /(?:^| )(?:the|is|to|of|and|or|we|for|in|on|not|will|my|our|after|before|with|can|any)(?: |$)/;
const shortest = { mistyped: 5, skeleton: 3 };

/**
 * An answer to the question just asked with its unknown words put right, or `null` if none is: Arabic in Latin letters by
 * its consonants ("eshshahr" is شهر), mistyped words of the vocabulary by their likeness ("janurary").
 */
export function respelled(text: Text, list: List, accepts: (code: string) => boolean): Text | null {
  const tokens = tokensOf(text);
  if (tokens.length > mostWords) return null;
  const arabizi = isArabizi(text.words) || !english.test(text.fold);
  const known = (at: number) =>
    [...hitsOf(text, list), ...hitsOf(text, 'speech')].some((hit) => hit.from <= at && at < hit.to);
  let changed = false;
  const words = tokens.map((token, at) => {
    const gap = token.gap === '' ? ' ' : token.gap;
    if (/^\d/.test(token.fold) && /^\d+$/.test(token.fold)) return gap + token.fold;
    const word = known(at) ? null : ((arabizi ? inArabic(token.fold, list) : null) ?? meant(token.fold, list, accepts));
    if (word !== null) changed = true;
    return gap + (word ?? token.fold);
  });
  return changed ? textOf(words.join('').trim()) : null;
}

function meant(word: string, list: List, accepts: (code: string) => boolean): string | null {
  if (word.length < shortest.mistyped) return null;
  const found = nearest(textOf(word), list, accepts);
  return typeof found?.value === 'string' ? (first(list, found.value) ?? null) : null;
}

function first(list: List, code: string): string | undefined {
  const phrases: Readonly<Record<string, readonly string[]>> = vocabularies[list].phrases;
  return phrases[code]?.[0];
}

function inArabic(word: string, list: List): string | null {
  if (!/^[a-z0-9']+$/.test(word)) return null;
  const skeleton = skeletonOfLatin(word);
  const words = skeletonsOf(list);
  return skeleton.length < shortest.skeleton && !/^[ei]?l/.test(word) ? null : (words.get(skeleton) ?? null);
}

const skeletons = new Map<List, Map<string, string | null>>();

/** The Arabic words of a vocabulary by their consonants, with their article and without; `null` where words of other meanings share them. */
function skeletonsOf(list: List): Map<string, string | null> {
  const there = skeletons.get(list);
  if (there !== undefined) return there;
  const words = new Map<string, string | null>();
  const codes = new Map<string, Set<string>>();
  for (const [code, phrases] of Object.entries(vocabularies[list].phrases)) {
    for (const own of phrases.map((phrase: string) => fold(clean(phrase)).split(' '))) {
      for (const word of own.length === 1 ? own.flatMap((one) => [one, `ال${one}`]) : own)
        if (/^[ء-ي]+$/.test(word)) put(skeletonOfArabic(word), word, code);
    }
  }
  skeletons.set(list, words);
  return words;

  function put(skeleton: string, word: string, code: string): void {
    const own = codes.get(skeleton) ?? new Set();
    const before = words.get(skeleton);
    if (before === undefined) words.set(skeleton, word);
    else if (before !== word && !own.has(code)) words.set(skeleton, null);
    codes.set(skeleton, own.add(code));
  }
}
