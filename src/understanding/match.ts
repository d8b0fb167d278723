import { isArabizi, skeletonOfArabic, skeletonOfLatin } from './arabizi.ts';
import { foldLetters, type Text } from './normalise.ts';

/** One word of a message as vocabularies see it. */
export type Word = {
  word: string;
  /** The word itself, and without the particles Arabic writes onto it. */
  forms: readonly string[];
  /** The consonants, of a word of Arabizi only. */
  skeleton: string;
  /** Which sentence it stands in, from 0: no phrase reaches from one sentence into another. */
  sentence: number;
};

/** A message, cut into words once for all vocabularies. */
export type Spoken = {
  words: readonly Word[];
  /** Whether its Latin words are Arabic. */
  arabizi: boolean;
  /** Numbers of the sentences that end in a question mark. */
  questions: ReadonlySet<number>;
};

/** A longer message is a document: what stands behind this is not looked at. */
const wordsRead = 1500;

export function spokenOf(text: Text): Spoken {
  const parts = foldLetters(text.clean).replace(/'/g, '').match(/[\p{L}\p{N}]+|[.!?;\n](?=\s|$|[\p{L}?!])|\?/gu) ?? [];
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
    words.push({
      word: part,
      forms: formsOf(part),
      skeleton: latinWord ? skeletonOfLatin(part.replace(/^(?:el|al|il)(?=[a-z2-9]{3})/, '')) : '',
      sentence,
    });
  }
  return { words, arabizi, questions };
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

/** A hit of a phrase: words `from` to `to` (excluded), and how much the phrase says. */
export type Hit = { label: string; from: number; to: number; weight: number; sentence: number };

/** Phrases per label and language as written in `words/*.json`; `unless` names phrases that take the label back in the same sentence. */
export type Vocabulary = Record<string, { [language: string]: readonly string[] }>;

type Element = { exact: Set<string>; starts: string[]; skeletons: Set<string>; gap: number; size: number };
type Phrase = { label: string; elements: Element[]; fromStart: boolean; toEnd: boolean; weight: number };

/**
 * Makes a vocabulary ready for searching. A phrase is a row of words: `a|b` one of several, `stem*` any ending, `@name` a
 * class of words, `~` up to three words between, `~~` up to eight, `^` and `$` the ends of the message.
 */
export function compile(vocabulary: Vocabulary, classes: Record<string, string> = {}): (spoken: Spoken) => Hit[] {
  const index = new Map<string, Phrase[]>();
  const file = (key: string, phrase: Phrase) => {
    const there = index.get(key);
    if (there) there.push(phrase);
    else index.set(key, [phrase]);
  };
  for (const [label, languages] of Object.entries(vocabulary)) {
    for (const [language, phrases] of Object.entries(languages)) {
      for (const source of phrases.flatMap(spelledOut)) {
        const phrase = phraseOf(language === 'unless' ? `!${label}` : label, source, classes, language === 'arabizi');
        const anchor = phrase.elements.reduce((best, e) => (e.size < best.size ? e : best));
        for (const word of anchor.exact) file(`=${word}`, phrase);
        for (const start of anchor.starts) file(`${start}*`, phrase);
        for (const skeleton of anchor.skeletons) file(`~${skeleton}`, phrase);
      }
    }
  }
  return (spoken) => search(spoken, index);
}

/** `a|b_c d` stands for two phrases, `a d` and `b c d`. */
function spelledOut(source: string): string[] {
  const parts = source.split(' ');
  const i = parts.findIndex((part) => part.split('|').some((one) => one.includes('_') && !one.startsWith('@')));
  if (i < 0) return [source];
  const alternatives = (parts[i] ?? '').split('|');
  const single = alternatives.filter((one) => !one.includes('_') || one.startsWith('@'));
  const rows = alternatives.filter((one) => one.includes('_') && !one.startsWith('@')).map((one) => one.split('_').filter((word) => word !== ''));
  const instead = single.length > 0 ? [[single.join('|')], ...rows] : rows;
  return instead.flatMap((words) => spelledOut([...parts.slice(0, i), ...words, ...parts.slice(i + 1)].join(' ')));
}

function search(spoken: Spoken, index: Map<string, Phrase[]>): Hit[] {
  const candidates = new Set<Phrase>();
  const take = (key: string) => index.get(key)?.forEach((phrase) => candidates.add(phrase));
  for (const word of spoken.words) {
    for (const form of word.forms) {
      take(`=${form}`);
      for (let length = 2; length <= Math.min(form.length, 12); length += 1) take(`${form.slice(0, length)}*`);
    }
    if (word.skeleton !== '') take(`~${word.skeleton}`);
  }
  const hits: Hit[] = [];
  for (const phrase of candidates) {
    for (let from = 0; from < (phrase.fromStart ? 1 : spoken.words.length); from += 1) {
      const to = endOf(phrase, spoken.words, from);
      if (to > 0) hits.push({ label: phrase.label, from, to, weight: phrase.weight, sentence: spoken.words[from]?.sentence ?? 0 });
    }
  }
  const undone = hits.filter((hit) => hit.label.startsWith('!'));
  return hits.filter((hit) => !hit.label.startsWith('!') && !undone.some((no) => no.label === `!${hit.label}` && no.sentence === hit.sentence));
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
  return word.skeleton !== '' && element.skeletons.has(word.skeleton);
}

function phraseOf(label: string, source: string, classes: Record<string, string>, arabizi: boolean): Phrase {
  const parts = source.split(' ');
  const elements: Element[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part === '~') gap = 3;
    else if (part === '~~') gap = 8;
    else if (part !== '^' && part !== '$') {
      elements.push(elementOf(part, gap, classes, parts.length, arabizi));
      gap = 0;
    }
  }
  if (elements.length === 0) throw new Error(`a phrase without words: ${label}: ${source}`);
  return { label, elements, fromStart: parts[0] === '^', toEnd: parts.at(-1) === '$', weight: elements.length };
}

/** A skeleton of fewer consonants means too many words to stand alone. */
const leastAlone = 3;

function elementOf(part: string, gap: number, classes: Record<string, string>, parts: number, arabizi: boolean): Element {
  const element: Element = { exact: new Set(), starts: [], skeletons: new Set(), gap, size: 0 };
  const alternatives = part.split('|').flatMap((one) => {
    if (!one.startsWith('@')) return [one];
    const words = classes[one.slice(1)];
    if (words === undefined) throw new Error(`no such class of words: ${one}`);
    return words.split(/[|\s]+/);
  });
  for (const alternative of alternatives) {
    const stem = alternative.endsWith('*');
    const word = foldLetters(alternative.replace(/[*']/g, ''));
    if (stem) element.starts.push(word);
    else element.exact.add(word);
    const latin = /[a-z]/.test(word);
    if (latin && !arabizi) continue;
    const skeleton = latin ? skeletonOfLatin(word) : skeletonOfArabic(word);
    if (skeleton.length >= (parts > 1 ? 2 : leastAlone)) element.skeletons.add(skeleton);
  }
  element.size = element.exact.size + element.starts.length;
  return element;
}
