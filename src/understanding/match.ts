import { idOf, longestStart } from './keys.ts';
import { type Element, type Phrase, phraseOf, spelledOut } from './phrase.ts';
import type { Spoken, Word } from './spoken.ts';

/** A hit of a phrase: words `from` to `to` (excluded), and how much the phrase says. */
export type Hit = { label: string; from: number; to: number; weight: number; sentence: number };

/** Phrases per label and language as written in `words/*.json`; `unless` names phrases that take the label back in the same sentence. */
export type Vocabulary = Record<string, { [language: string]: readonly string[] }>;

/**
 * Makes a vocabulary ready for searching. A phrase is a row of words: `a|b` one of several, `stem*` any ending, `@name` a
 * class of words, `~` up to three words between, `~~` up to eight, `^` and `$` the ends of the message.
 */
export function compile(vocabulary: Vocabulary, classes: Record<string, string> = {}): (spoken: Spoken) => Hit[] {
  const phrases = Object.entries(vocabulary).flatMap(([label, languages]) =>
    Object.entries(languages).flatMap(([language, sources]) =>
      sources
        .flatMap(spelledOut)
        .map((source) =>
          phraseOf(language === 'unless' ? `!${label}` : label, source, classes, language === 'arabizi'),
        ),
    ),
  );
  const index = indexOf(phrases);
  return (spoken) => search(spoken, index);
}

/** Files each phrase under one of its elements, the one whose words are rarest in the vocabulary, so that few phrases are tried. */
function indexOf(phrases: readonly Phrase[]): (readonly Phrase[] | undefined)[] {
  const uses = new Map<string, number>();
  for (const { elements } of phrases)
    for (const element of elements) for (const key of keysOf(element)) uses.set(key, (uses.get(key) ?? 0) + 1);
  const commonest = (element: Element) => Math.max(...keysOf(element).map((key) => uses.get(key) ?? 0));
  const index: Phrase[][] = [];
  for (const phrase of phrases) {
    const anchor = phrase.elements.reduce((best, element) => (commonest(element) < commonest(best) ? element : best));
    for (const key of keysOf(anchor).map(idOf)) {
      const there = index[key];
      if (there) there.push(phrase);
      else index[key] = [phrase];
    }
  }
  return index;
}

/** The keys under which a word finds this element: the word itself, a beginning, a skeleton. */
function keysOf(element: Element): string[] {
  return [...element.exact]
    .map((word) => `=${word}`)
    .concat(
      element.starts.map((start) => `${start.slice(0, longestStart)}*`),
      [...element.skeletons].map((skeleton) => `~${skeleton}`),
      element.skeletonStarts.map((skeleton) => `~${skeleton}*`),
    );
}

const nothing: Hit[] = [];

/** Who says the same thing more often says nothing more. */
const timesCounted = 6;

function search(spoken: Spoken, index: readonly (readonly Phrase[] | undefined)[]): Hit[] {
  const candidates = new Set<Phrase>();
  for (const word of spoken.words) {
    for (const key of word.keys) {
      const there = index[key];
      if (there === undefined) continue;
      for (const phrase of there) if (phrase.weight <= spoken.words.length) candidates.add(phrase);
    }
  }
  if (candidates.size === 0) return nothing;
  const hits: Hit[] = [];
  for (const phrase of candidates) {
    let times = 0;
    for (let from = 0; from < (phrase.fromStart ? 1 : spoken.words.length) && times < timesCounted; from += 1) {
      const to = endOf(phrase, spoken.words, from);
      if (to === 0) continue;
      hits.push({ label: phrase.label, from, to, weight: phrase.weight, sentence: spoken.words[from]?.sentence ?? 0 });
      times += 1;
    }
  }
  const undone = hits.filter((hit) => hit.label.startsWith('!'));
  if (undone.length === 0) return hits;
  return hits.filter(
    (hit) =>
      !hit.label.startsWith('!') && !undone.some((no) => no.label === `!${hit.label}` && no.sentence === hit.sentence),
  );
}

/** The word after the phrase when it begins at `from`, else 0. */
function endOf(phrase: Phrase, words: readonly Word[], from: number): number {
  let at = from;
  const sentence = words[from]?.sentence;
  for (const [i, element] of phrase.elements.entries()) {
    const last = i === 0 ? at : Math.min(at + element.gap, words.length - 1);
    let found = -1;
    for (let here = at; here <= last; here += 1) {
      const word = words[here];
      if (word === undefined || word.sentence !== sentence) break;
      if (isOne(element, word)) {
        found = here;
        break;
      }
    }
    if (found < 0) return 0;
    at = found + 1;
  }
  return phrase.toEnd && at < words.length ? 0 : at;
}

function isOne(element: Element, word: Word): boolean {
  for (const form of word.forms) {
    if (element.exact.has(form)) return true;
    for (const start of element.starts) if (form.startsWith(start)) return true;
  }
  if (word.skeleton === '') return false;
  return (
    element.skeletons.has(word.skeleton) || element.skeletonStarts.some((start) => word.skeleton.startsWith(start))
  );
}
