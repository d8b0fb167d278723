import { alphabetSize, isLatin, signOf, signs } from './alphabet.ts';

/** A word of a list that stands in a text, and the kinds of lists that hold it, as bits. */
export type Mark = { kinds: number; from: number; to: number };

/** Finds all words of some lists in one walk over a text. */
export type Stems = {
  /** The words in the order of their beginnings; of those that begin at one place, the kinds of all and the end of the longest. */
  marksIn: (text: string) => Mark[];
  /** The kinds alone, all together; the text may be as it came. */
  kindsIn: (text: string) => number;
};

/** A Latin word shorter than this is found only as a whole: "id" is no part of "idea". */
const shortest = 5;
/** No word of a list is longer in signs. */
const longest = 48;

type Tree = { next: Uint16Array; ends: Int32Array; closed: Int32Array; starts: Uint8Array };
/** The first three signs of the words of a tree, as a sieve that fits into the nearest cache. */
const sieve = 0x4000;
const startOf = (a: number, b: number, c: number) => ((a * alphabetSize + b) * 31 + c * 7) & (sieve - 1);

/**
 * A tree of words. A Latin word begins where a word begins, and if it is short ends where a word ends; an Arabic one stands
 * anywhere, with its articles and endings. A letter typed twice counts once, and any row of spaces and punctuation is one
 * space. Linear, for the words are bounded.
 *
 * @param lists words of two letters or more, and the bit of their kind
 */
export function stemsOf(lists: readonly (readonly [readonly string[], number])[]): Stems {
  const tree = treeOf(lists);
  return {
    marksIn: (text) => {
      const marks: Mark[] = [];
      walk(tree, text, marks);
      return marks;
    },
    kindsIn: (text) => walk(tree, text, null),
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
      const length = read(word);
      if (length < 2) throw new Error(`too short a word: ${word}`);
      let node = 0;
      for (let i = 0; i < length; i += 1) {
        const at = node * alphabetSize + signAt(i);
        if (next[at] === 0) {
          next[at] = nodes;
          nodes += 1;
        }
        node = next[at] ?? 0;
      }
      const whole = word.length < shortest && isLatin(signAt(0));
      const there = whole ? closed : ends;
      there[node] = (there[node] ?? 0) | kind;
      if (length > 2) starts[startOf(signAt(0), signAt(1), signAt(2))] = 1;
      else for (let last = 0; last < alphabetSize; last += 1) starts[startOf(signAt(0), signAt(1), last)] = 1;
    }
  }
  return { next, ends, closed, starts };
}

/** The signs of the text that is being walked, and where each stands; kept from one text to the next for speed alone. */
let row = new Uint8Array(1_024);
let place = new Uint32Array(1_024);

function signAt(i: number): number {
  return row[i] ?? signs.other;
}

/** Reads a text into `row`: what is skipped left out, letters typed twice and rows of spaces shortened to one. */
function read(text: string): number {
  if (text.length + longest > row.length) {
    row = new Uint8Array(text.length + longest);
    place = new Uint32Array(text.length + longest);
  }
  let length = 0;
  let previous = -1;
  for (let i = 0; i < text.length; i += 1) {
    let sign = signOf(text.charCodeAt(i));
    if (sign === signs.skipped) continue;
    if (sign === signs.strange) sign = signs.other;
    if (sign === previous && sign !== signs.digit) continue;
    row[length] = sign;
    place[length] = i;
    length += 1;
    previous = sign;
  }
  row.fill(signs.other, length, length + longest);
  place[length] = text.length;
  return length;
}

/** Fills `marks`, or only gathers the kinds when there is nothing to fill. */
function walk(tree: Tree, text: string, marks: Mark[] | null): number {
  const { next, ends, closed, starts } = tree;
  const length = read(text);
  let all = 0;
  let inLatin = false;
  for (let from = 0; from < length; from += 1) {
    const first = signAt(from);
    const latin = isLatin(first);
    const begins = first >= signs.firstLetter && !(latin && inLatin);
    inLatin = latin;
    if (!begins || starts[startOf(first, signAt(from + 1), signAt(from + 2))] === 0) continue;
    let node = 0;
    let kinds = 0;
    let end = from;
    for (let i = from; i < from + longest; i += 1) {
      node = next[node * alphabetSize + signAt(i)] ?? 0;
      if (node === 0) break;
      const open = ends[node] ?? 0;
      const whole = closed[node] ?? 0;
      if (open !== 0 || (whole !== 0 && !isLatin(signAt(i + 1)))) {
        kinds |= open | (isLatin(signAt(i + 1)) ? 0 : whole);
        end = i;
      }
    }
    if (kinds === 0) continue;
    all |= kinds;
    marks?.push({ kinds, from: place[from] ?? 0, to: (place[end] ?? 0) + 1 });
  }
  return all;
}
