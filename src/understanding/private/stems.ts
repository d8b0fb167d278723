import { alphabetSize, isApart, signs } from './alphabet.ts';
import { type Reading, readingOf } from './reading.ts';

/** A word of a list that stands in a text, and the kinds of lists that hold it, as bits. */
export type Mark = { kinds: number; from: number; to: number };

/** Finds all words of some lists in one walk over a text. */
export type Stems = {
  /** The words in the order of their beginnings; of those that begin at one place, the kinds of all and the end of the longest. */
  marksIn: (text: Reading) => Mark[];
  /** The kinds alone, all together; the text may be as it came. */
  kindsIn: (text: Reading) => number;
  /** The kinds of each of the words, summed up by some measure of them; the text may be as it came. */
  sumIn: (text: Reading, measure: (kinds: number) => number) => number;
};

/** A word of Latin or Cyrillic letters shorter than this is found only as a whole: "id" is no part of "idea". */
const shortest = 5;

type Tree = { next: Uint16Array; ends: Int32Array; closed: Int32Array; starts: Uint8Array };
/** The first three signs of the words of a tree, as a sieve that fits into the nearest cache. */
const sieve = 0x4000;
const startOf = (a: number, b: number, c: number) => ((a * alphabetSize + b) * 31 + c * 7) & (sieve - 1);

/**
 * A tree of words. A word of Latin or Cyrillic letters begins where a word begins, and if it is short ends where one ends;
 * an Arabic one stands anywhere, with its articles and endings. A letter typed twice counts once, and any row of spaces and punctuation is one
 * space. Linear, for the words are bounded.
 *
 * @param lists words of two letters or more, and the bit of their kind
 */
export function stemsOf(lists: readonly (readonly [readonly string[], number])[]): Stems {
  const tree = treeOf(lists);
  return {
    marksIn: (text) => {
      const marks: Mark[] = [];
      walk(tree, text, (kinds, from, to) => marks.push({ kinds, from, to }));
      return marks;
    },
    kindsIn: (text) => {
      let all = 0;
      walk(tree, text, (kinds) => {
        all |= kinds;
      });
      return all;
    },
    sumIn: (text, measure) => {
      let sum = 0;
      walk(tree, text, (kinds) => {
        sum += measure(kinds);
      });
      return sum;
    },
  };
}

function treeOf(lists: readonly (readonly [readonly string[], number])[]): Tree {
  const size = 2 + lists.reduce((sum, [words]) => sum + words.reduce((all, word) => all + word.length, 0), 0);
  const next = new Uint16Array(size * alphabetSize);
  const ends = new Int32Array(size);
  const closed = new Int32Array(size);
  const starts = new Uint8Array(sieve);
  let nodes = 1;
  for (const [words, kind] of lists) {
    for (const word of words) {
      const { length, signs: row } = readingOf(word);
      if (length < 2) throw new Error(`too short a word: ${word}`);
      const [first = 0, second = 0, third = 0] = row;
      let node = 0;
      for (let i = 0; i < length; i += 1) {
        const at = node * alphabetSize + (row[i] ?? 0);
        if (next[at] === 0) {
          next[at] = nodes;
          nodes += 1;
        }
        node = next[at] ?? 0;
      }
      const there = word.length < shortest && isApart(first) ? closed : ends;
      there[node] = (there[node] ?? 0) | kind;
      if (length > 2) starts[startOf(first, second, third)] = 1;
      else for (let last = 0; last < alphabetSize; last += 1) starts[startOf(first, second, last)] = 1;
    }
  }
  return { next, ends, closed, starts };
}

/** Tells of every place where a word begins: its kinds, where it stands in the text, and the end of the longest. */
function walk(tree: Tree, text: Reading, take: (kinds: number, from: number, to: number) => void): void {
  const { next, ends, closed, starts } = tree;
  const { signs: row, places, length } = text;
  let inWord = false;
  for (let from = 0; from < length; from += 1) {
    const first = row[from] ?? 0;
    const apart = isApart(first);
    const begins = first >= signs.firstLetter && !(apart && inWord);
    inWord = apart;
    if (!begins || starts[startOf(first, row[from + 1] ?? 0, row[from + 2] ?? 0)] === 0) continue;
    let node = 0;
    let kinds = 0;
    let end = from;
    // no word goes on behind the text, where there is nothing but spaces
    for (let i = from; ; i += 1) {
      node = next[node * alphabetSize + (row[i] ?? 0)] ?? 0;
      if (node === 0) break;
      const open = ends[node] ?? 0;
      const whole = closed[node] ?? 0;
      if (open !== 0 || (whole !== 0 && !isApart(row[i + 1] ?? 0))) {
        kinds |= open | (isApart(row[i + 1] ?? 0) ? 0 : whole);
        end = i;
      }
    }
    if (kinds !== 0) take(kinds, places[from] ?? 0, (places[end] ?? 0) + 1);
  }
}
