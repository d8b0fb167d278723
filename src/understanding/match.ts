import { idOf, longestStart } from './keys.ts';
import { once } from './once.ts';
import { type Element, type Phrase, phraseOf, spelledOut } from './phrase.ts';
import type { Spoken, Word } from './spoken.ts';

/** A hit of a phrase: words `from` to `to` (excluded), and how much the phrase says. */
export type Hit = { label: string; from: number; to: number; weight: number; sentence: number };

/** Phrases per label and language as written in `words/*.json`; `unless` names phrases that take the label back in the same sentence. */
export type Vocabulary = Record<string, { [language: string]: readonly string[] }>;

/** A vocabulary with the classes of words its phrases name. */
export type Book = { vocabulary: Vocabulary; classes?: Record<string, string> };

/**
 * Makes vocabularies ready for searching, all in one walk of a message. A phrase is a row of words: `a|b` one of several,
 * `stem*` any ending, `@name` a class of words, `~` up to three words between, `~~` up to eight, `^` and `$` the ends of
 * the message. The result gives the hits of one vocabulary by its name.
 */
export function compile<Name extends string>(books: Record<Name, Book>): (spoken: Spoken, name: Name) => Hit[] {
  const phrases: Filed[] = [];
  for (const [book, { vocabulary, classes = {} }] of Object.entries<Book>(books)) {
    for (const [label, languages] of Object.entries(vocabulary)) {
      for (const [language, sources] of Object.entries(languages)) {
        const own = language === 'unless' ? `!${label}` : label;
        for (const source of sources.flatMap(spelledOut))
          phrases.push({ book, ...phraseOf(own, source, classes, language === 'arabizi') });
      }
    }
  }
  const index = indexOf(phrases);
  const all = once((spoken: Spoken) => search(spoken, index));
  return (spoken, name) => all(spoken)[name] ?? [];
}

/** A phrase of one of the books. */
type Filed = Phrase & { book: string };
/** A phrase filed under the words of its element `at`; before that element stand so many words at most. */
type Anchored = { phrase: Filed; before: number; number: number };

/** Files each phrase under one of its elements, the one whose words are rarest in the vocabulary, so that few phrases are tried. */
function indexOf(phrases: readonly Filed[]): (readonly Anchored[] | undefined)[] {
  const uses = new Map<string, number>();
  for (const { elements } of phrases)
    for (const element of elements) for (const key of keysOf(element)) uses.set(key, (uses.get(key) ?? 0) + 1);
  const commonest = (element: Element) => Math.max(...keysOf(element).map((key) => uses.get(key) ?? 0));
  const index: Anchored[][] = [];
  for (const [number, phrase] of phrases.entries()) {
    const rarest = phrase.elements.reduce((best, element) => (commonest(element) < commonest(best) ? element : best));
    const at = phrase.elements.indexOf(rarest);
    const before = phrase.elements.slice(1, at + 1).reduce((sum, { gap }) => sum + gap + 1, 0);
    for (const key of keysOf(rarest).map(idOf)) {
      const there = index[key];
      if (there) there.push({ phrase, before, number });
      else index[key] = [{ phrase, before, number }];
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

/** Who says the same thing more often says nothing more. */
const timesCounted = 6;

function search({ words }: Spoken, index: readonly (readonly Anchored[] | undefined)[]): Record<string, Hit[]> {
  const found: Record<string, Hit[]> = {};
  /** How often a phrase was found, and from which word on it is still to be looked for. */
  const tried = new Map<number, { times: number; from: number }>();
  for (let at = 0; at < words.length; at += 1) {
    for (const key of words[at]?.keys ?? []) {
      const there = index[key];
      if (there === undefined) continue;
      for (const { phrase, before, number } of there) {
        if (phrase.weight > words.length) continue;
        const last = tried.get(number);
        if (last !== undefined && last.times >= timesCounted) continue;
        const upTo = phrase.fromStart ? Math.min(at, 0) : at;
        let times = last?.times ?? 0;
        for (let from = Math.max(last?.from ?? 0, at - before); from <= upTo && times < timesCounted; from += 1) {
          const to = endOf(phrase, words, from);
          if (to === 0) continue;
          const hit = { label: phrase.label, from, to, weight: phrase.weight, sentence: words[from]?.sentence ?? 0 };
          const book = found[phrase.book];
          if (book === undefined) found[phrase.book] = [hit];
          else book.push(hit);
          times += 1;
        }
        tried.set(number, { times, from: Math.max(last?.from ?? 0, upTo + 1) });
      }
    }
  }
  for (const book of Object.keys(found)) found[book] = withoutUndone(found[book] ?? []);
  return found;
}

/** What a phrase of `unless` takes back in its sentence is gone. */
function withoutUndone(hits: Hit[]): Hit[] {
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
