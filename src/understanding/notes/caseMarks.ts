import { clean, fold } from '../normalise.ts';
import words from './words/cases.json' with { type: 'json' };

export type Word = { word: string; from: number; to: number };
/**
 * Where what is said of one patient begins: `at` the mark itself, `from` the words behind it. `tells`: it says in words
 * that there was another before it; `within`: it stands inside a sentence ("the first 25 and the second 17").
 */
export type Mark = { number: number; at: number; from: number; tells: boolean; within: boolean };

const ordinals = new Map(
  Object.entries(words.ordinals).flatMap(([number, own]) => own.map((word) => [fold(clean(word)), Number(number)])),
);
const nouns = new Set(words.cases.map((word) => fold(clean(word))));
const numbering = new Set(words.numbering);

/** Every place that may begin the part of one patient; `announced`: the note says there are several, so that less will do. */
export function marksIn(note: string, tokens: readonly Word[], announced: boolean): Mark[] {
  return tokens.flatMap((_, at) => markAt(note, tokens, at, announced) ?? []);
}

function markAt(note: string, tokens: readonly Word[], at: number, announced: boolean): Mark | null {
  const [here, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (here === undefined) return null;
  const starts =
    here.from === 0 || /(?:[\n.;:!?]\s?|[-*•] ?|\d[.)] ?)$/.test(note.slice(Math.max(0, here.from - 3), here.from));
  const number = isOfOpinion(tokens, at) ? undefined : ordinals.get(here.word.replace(/^و(?=ال)/, ''));
  const named = nouns.has(here.word) ? (numbering.has(next?.word ?? '') ? third : next) : undefined;
  const nameds = ordinals.get(named?.word ?? '');
  const headed = named !== undefined && pauses(note, named.to);
  if (
    named !== undefined &&
    nameds !== undefined &&
    (headed ? starts || /^\d/.test(named.word) : starts && /^(?:\d|ال)/.test(named.word))
  )
    return { number: nameds, at: here.from, from: named.to, tells: /^ال/.test(named.word), within: false };
  if (number === undefined) return null;
  const noun = next !== undefined && nouns.has(next.word) ? next : undefined;
  if (starts && noun !== undefined && inOrder.test(here.word))
    return { number, at: here.from, from: noun.to, tells: true, within: false };
  if (!announced) return null;
  const own = { number, at: here.from, from: here.to, tells: false, within: !starts };
  if (/^\d$/.test(here.word)) {
    const sign = note.slice(here.to, here.to + 2);
    return /^ ?\)/.test(sign) || (starts && /^ ?[.:-]/.test(sign))
      ? { ...own, from: here.to + 2, within: false }
      : null;
  }
  return /^و?ال/.test(here.word) || /^(?:first|second|third)$/.test(here.word) ? own : null;
}

/** "Second opinion", "الرأي الثاني": counts opinions, and no patients. */
function isOfOpinion(tokens: readonly Word[], at: number): boolean {
  return (
    /^opinions?$/.test(tokens[at + 1]?.word ?? '') ||
    /^(?:و|ب|ل)?(?:ال)?(?:راي|را|استشاره)$/.test(tokens[at - 1]?.word ?? '')
  );
}

const inOrder = /^(?:first|second|third|fourth|1st|2nd|3rd|4th|another|other)$/;

/** Whether a word is followed by a sign, as a heading is. */
const pauses = (note: string, at: number): boolean => /^ ?[:.,)(\n–—-]/.test(note.slice(at, at + 2));
