import { isArabizi, skeletonOfLatin } from './arabizi.ts';
import { keysOfWord } from './keys.ts';
import type { Text } from './normalise.ts';
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
};

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

export function spokenOf(text: Text): Spoken {
  const parts = text.letters.replace(/'/g, '').match(/[\p{L}\p{N}]+|[.!?;\n](?=\s|$|[\p{L}?!])|\?/gu) ?? [];
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
    const latinWord = arabizi && /[a-z]/.test(part);
    if (latinWord && articles.has(part)) continue;
    const forms = formsOf(part);
    const skeleton = latinWord ? skeletonOfLatin(part.replace(/^(?:el|al|il)(?=[a-z2-9]{3})/, '')) : '';
    words.push({ word: part, forms, skeleton, sentence, keys: keysOfWord(forms, skeleton) });
  }
  return { words, arabizi, questions, made: [] };
}

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
