import { isArabizi, skeletonOfLatin } from './arabizi.ts';
import { keysOfWord } from './keys.ts';
import { isCommon, type Text } from './normalise.ts';
import type { Made } from './once.ts';

/** One word of a message as vocabularies see it. */
export type Word = {
  word: string;
  /** The word itself, and without the particles Arabic writes onto it. */
  forms: readonly string[];
  /** The consonants, of a word of Arabizi only. */
  skeleton: string;
  /** Which sentence it stands in, from 0: no phrase reaches from one sentence into another. */
  sentence: number;
  /** What vocabularies know it by. */
  keys: readonly number[];
} & Made;

/** A message, cut into words once for all vocabularies. */
export type Spoken = {
  words: readonly Word[];
  /** Whether its Latin words are Arabic. */
  arabizi: boolean;
  /** Numbers of the sentences that end in a question mark. */
  questions: ReadonlySet<number>;
} & Made;

/** A longer message is a document: what stands behind this is not looked at. */
const wordsRead = 1500;

/** Words, and the signs that end a sentence; the first does the same for common letters, faster. */
const commonParts =
  /[a-z0-9\u0621-\u063f\u0641-\u064a\u0660-\u0669\u0671-\u06d3]+|[.!?;\n](?=\s|$|[a-z\u0621-\u063f\u0641-\u064a\u0671-\u06d3?!])|\?/g;
const anyParts = /[\p{L}\p{N}]+|[.!?;\n](?=\s|$|[\p{L}?!])|\?/gu;

export function spokenOf(text: Text): Spoken {
  const letters = text.letters.includes("'") ? text.letters.replace(/'/g, '') : text.letters;
  const parts = letters.match(isCommon(letters) ? commonParts : anyParts) ?? [];
  const latin = parts.filter((part) => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(part));
  const arabizi = isArabizi(latin);
  const words: Word[] = [];
  let sentence = 0;
  const questions = new Set<number>();
  for (const part of parts) {
    if (words.length >= wordsRead) break;
    if (/^[.!?;\n]$/.test(part)) {
      if (part === '?') questions.add(words.at(-1)?.sentence ?? 0);
      if (words.length > 0 && words.at(-1)?.sentence === sentence) sentence += 1;
      continue;
    }
    if (arabizi && articles.has(part)) continue;
    words.push({ ...known(part, arabizi), sentence });
  }
  return { words, arabizi, questions, made: [] };
}

type Known = Omit<Word, 'sentence'>;
const wordsKnown = { plain: new Map<string, Known>(), arabizi: new Map<string, Known>() };
/** So many words are remembered; then one begins anew, so that nobody fills the memory. */
const mostKnown = 20_000;

/** A word as vocabularies see it; people use the same few thousand words, so each is taken apart once. */
function known(word: string, arabizi: boolean): Known {
  const there = arabizi ? wordsKnown.arabizi : wordsKnown.plain;
  let one = there.get(word);
  if (one !== undefined) return one;
  const forms = formsOf(word);
  const latin = arabizi && /[a-z]/.test(word);
  const skeleton = latin ? skeletonOfLatin(word.replace(/^(?:el|al|il)(?=[a-z2-9]{3})/, '')) : '';
  one = { word, forms, skeleton, keys: keysOfWord(forms, skeleton), made: [] };
  if (there.size >= mostKnown) there.clear();
  if (word.length <= longestKnown) there.set(word, one);
  return one;
}
/** Longer ones are no words. */
const longestKnown = 24;

const articles = new Set(['el', 'al', 'il', 'l']);
/** Particles written onto the next word: and, so, by, for, the, this, on; longest first. */
const particles = ['وبال', 'وال', 'فال', 'بال', 'كال', 'عال', 'هال', 'ولل', 'لل', 'ال', 'و', 'ف', 'ب', 'ل', 'ع'];

function formsOf(word: string): string[] {
  const forms = [word];
  const code = word.charCodeAt(0);
  if (code < 0x600 || code > 0x6ff) return forms;
  for (const particle of particles) {
    if (word.length - particle.length >= 3 && word.startsWith(particle)) forms.push(word.slice(particle.length));
  }
  return forms;
}
