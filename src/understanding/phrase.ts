import { skeletonOfArabic, skeletonOfLatin } from './arabizi.ts';
import { foldLetters } from './normalise.ts';

/** One place of a phrase: the words that may stand there, and how many may stand before it. */
export type Element = {
  exact: Set<string>;
  starts: string[];
  skeletons: Set<string>;
  skeletonStarts: string[];
  gap: number;
};

/** A row of words to look for. */
export type Phrase = { label: string; elements: Element[]; fromStart: boolean; toEnd: boolean; weight: number };

/** `a|b_c d` stands for two phrases, `a d` and `b c d`. */
export function spelledOut(source: string): string[] {
  const parts = source.split(' ');
  const i = parts.findIndex((part) => part.split('|').some((one) => one.includes('_') && !one.startsWith('@')));
  if (i < 0) return [source];
  const alternatives = (parts[i] ?? '').split('|');
  const single = alternatives.filter((one) => !one.includes('_') || one.startsWith('@'));
  const rows = alternatives
    .filter((one) => one.includes('_') && !one.startsWith('@'))
    .map((one) => one.split('_').filter((word) => word !== ''));
  const instead = single.length > 0 ? [[single.join('|')], ...rows] : rows;
  return instead.flatMap((words) => spelledOut([...parts.slice(0, i), ...words, ...parts.slice(i + 1)].join(' ')));
}

/** The phrase a line of a vocabulary stands for; throws on a class that is not there, so that a mistake ends the start, not a message. */
export function phraseOf(label: string, source: string, classes: Record<string, string>, arabizi: boolean): Phrase {
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

function elementOf(
  part: string,
  gap: number,
  classes: Record<string, string>,
  parts: number,
  arabizi: boolean,
): Element {
  const element: Element = { exact: new Set(), starts: [], skeletons: new Set(), skeletonStarts: [], gap };
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
    if (stem && skeleton.length >= leastAlone) element.skeletonStarts.push(skeleton);
  }
  return element;
}
