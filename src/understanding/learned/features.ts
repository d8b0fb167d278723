import { skeletonOfArabic, skeletonOfLatin } from '../arabizi.ts';
import type { Spoken, Word } from '../spoken.ts';
import { conceptsOf, isEnglish } from './concepts.ts';

/** How many kinds of features are told apart; those that share a number share their weights. A power of two. */
export const featureSpace = 1 << 15;

/** More words of a message add nothing. */
const mostWords = 60;
/** Longer words are cut: nothing is learned from their tails. */
const longestWord = 16;

/**
 * Walks through all features of a message: `word` is shown every word and gives its features, `add` every other feature.
 * Learning and scoring share this walk, so that what is weighed is what was learned.
 */
export function walk(
  spoken: Spoken,
  found: readonly string[],
  word: (one: Word) => WordFeatures,
  add: (feature: number) => void,
): void {
  let before: WordFeatures | null = null;
  const last = Math.min(spoken.words.length, mostWords);
  for (let at = 0; at < last; at += 1) {
    const features = word(spoken.words[at] as Word);
    eachOfPair(before, features, add);
    before = features;
  }
  eachOfPair(before, null, add);
  eachOfWhole(spoken, found, add);
}

/** A whole word says more than the letters in it, and what the vocabularies found more than either: they are counted so many times. */
const wordWeight = 3;
const foundWeight = 2;

/** What one word is counted as, wherever it stands, and by what it is paired with its neighbours. */
export type WordFeatures = { own: readonly number[]; word: number; sound: number; concept: number };

/**
 * A word as itself, by the letters inside it (two to five in a row, which forgive typing errors and endings), by the
 * consonants that Arabizi and Arabic share, and by what it is about. Numbers below `featureSpace`, always the same.
 */
export function featuresOfWord(one: Word): WordFeatures {
  const plain = withoutArticle(one);
  const word = hashOf(seeds.word, plain);
  const own = new Set([feature(word)]);
  addRuns(plain, seeds.letters, own);
  const consonants = soundOf(one, plain);
  const sound = consonants === '' ? 0 : hashOf(seeds.sound, consonants);
  if (sound !== 0) own.add(feature(sound));
  addRuns(consonants, seeds.consonants, own);
  const concepts = conceptsOf(one, consonants).map((name) => hashOf(seeds.concept, name));
  for (const concept of concepts) own.add(feature(concept));
  const again = Array<number>(wordWeight - 1).fill(feature(word));
  return { own: [...own, ...again], word, sound, concept: concepts[0] ?? 0 };
}

/** Two to five letters in a row, the word's ends included. */
function addRuns(word: string, seed: number, features: Set<number>): void {
  const letters = `_${word.slice(0, longestWord)}_`;
  for (let from = 0; from < letters.length - 1; from += 1) {
    let hash = seed;
    const to = Math.min(from + 5, letters.length);
    for (let at = from; at < to; at += 1) {
      hash = mixed(hash, letters.charCodeAt(at));
      if (at > from) features.add(feature(hash));
    }
  }
}

/** What two neighbours are counted as; `null` is an end of the message. */
function eachOfPair(a: WordFeatures | null, b: WordFeatures | null, each: (feature: number) => void): void {
  each(feature(pair(a === null ? seeds.edge : a.word, b === null ? seeds.edge : b.word)));
  if (a === null || b === null) return;
  if (a.sound !== 0 && b.sound !== 0) each(feature(pair(a.sound, b.sound)));
  if (a.concept !== 0 && b.concept !== 0) each(feature(pair(a.concept, b.concept)));
}

/** What a message is counted as as a whole: whether it asks, how long it is, what the vocabularies made of it. */
function eachOfWhole({ words, questions }: Spoken, found: readonly string[], each: (feature: number) => void): void {
  const length = Math.min(6, 32 - Math.clz32(words.length));
  for (let time = 0; time < foundWeight; time += 1) {
    each(feature(mixed(seeds.length, length)));
    each(feature(hashOf(seeds.first, found[0] ?? '')));
    if (questions.size > 0) each(feature(seeds.asks));
    for (const label of found) each(feature(hashOf(seeds.found, label)));
  }
}

const seeds = {
  edge: 11,
  word: 23,
  sound: 37,
  concept: 31,
  asks: 41,
  length: 53,
  found: 67,
  first: 79,
  letters: 97,
  consonants: 113,
};

function feature(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 0) & (featureSpace - 1);
}

/** Without the article; any number is one word. */
function withoutArticle({ word, forms }: Word): string {
  if (/^\d+$/.test(word)) return '#';
  return word.startsWith('ال') ? (forms.find((form) => form.length === word.length - 2) ?? word) : word;
}

/** The consonants, in Arabic letters, of a word of either script; an English word has none, a Latin one that nobody knows may be Arabic. */
function soundOf({ skeleton }: Word, word: string): string {
  if (skeleton !== '') return skeleton;
  const code = word.charCodeAt(0);
  if (code >= 0x600 && code <= 0x6ff) return skeletonOfArabic(word);
  return code >= 0x61 && code <= 0x7a && !isEnglish(word) ? skeletonOfLatin(word) : '';
}

function hashOf(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return mixed(hash, text.length);
}

function pair(a: number, b: number): number {
  return mixed(mixed(a, b & 0xffff), b >>> 16);
}

/** One step of FNV-1a, with a turn so that short texts spread as well. */
function mixed(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x01000193);
  return next ^ (next >>> 15);
}
