import { distance } from './distance.ts';
import { foldLetters } from './normalise.ts';
import { once } from './once.ts';
import type { Spoken } from './spoken.ts';

/** Vocabulary of whole messages: per label and language what a person may write and nothing else. */
export type WholeMessages = Record<string, Record<string, readonly string[]>>;

/** The label of a whole message. */
export type Whole = { label: string; sure: boolean };

/** What is longer is a sentence about something, not a command; typing errors are looked for in shorter ones only. */
const longestCommand = 40;
const longestMistyped = 28;

/**
 * Makes the vocabulary ready: the function gives the label whose wording the whole message is, politeness aside and,
 * with `typos`, typing errors forgiven; `sure` when there were none. A command is shorter and costs more than a wrong option, so fewer
 * errors are forgiven: none up to 3 letters, one up to 8, two up to 14, else three.
 */
export function wholeMessages(
  vocabulary: WholeMessages,
  fillers: readonly string[] = [],
): (spoken: Spoken, typos: boolean) => Whole | null {
  const exact = new Map<string, string>();
  const shelves = new Map<string, Entry[]>();
  for (const [label, languages] of Object.entries(vocabulary)) {
    for (const wording of Object.values(languages).flat()) {
      const key = keyOf(wording);
      if (!exact.has(key)) exact.set(key, label);
      const entry = { key, label, letters: lettersOf(key) };
      for (const shelf of shelvesOf(key, key.length)) {
        const beside = shelves.get(shelf);
        if (beside === undefined) shelves.set(shelf, [entry]);
        else beside.push(entry);
      }
    }
  }
  const filler = new Set(fillers.map(keyOf));
  const coreOf = once(({ words }: Spoken): string => {
    let core = '';
    for (const { word } of words) if (!filler.has(word)) core += core === '' ? word : ` ${word}`;
    return core;
  });
  const straight = once((spoken: Spoken): Whole | null => {
    if (spoken.words.length === 0 || spoken.words.length > mostWords) return null;
    const whole = lineOf(spoken);
    if (whole.length > longestCommand + 24) return null;
    const label = exact.get(whole) ?? exact.get(coreOf(spoken));
    return label === undefined ? null : { label, sure: true };
  });
  const mistyped = once((spoken: Spoken): Whole | null => {
    if (spoken.words.length > mostWords) return null;
    const core = coreOf(spoken);
    const label = core.length < 4 || core.length > longestMistyped ? null : nearest(core, shelves);
    return label === null ? null : { label, sure: false };
  });
  return (spoken, typos) => straight(spoken) ?? (typos ? mistyped(spoken) : null);
}

/** More words are more letters than a command has. */
const mostWords = 32;
/** The words of a message in one line. */
const lineOf = once(({ words }: Spoken): string => {
  let line = '';
  for (const { word } of words) line += line === '' ? word : ` ${word}`;
  return line;
});

function forgiven(length: number): number {
  if (length <= 3) return 0;
  if (length <= 8) return 1;
  return length <= 14 ? 2 : 3;
}

type Entry = { key: string; label: string; letters: number };

/** Which letters a wording has, one bit each (letters may share one): an edit changes two at most, so most wordings need no counting. */
function lettersOf(key: string): number {
  let letters = 0;
  for (let i = 0; i < key.length; i += 1) letters |= 1 << (key.charCodeAt(i) & 31);
  return letters;
}

function bits(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where a wording is filed: by its length, and its first or second letter. */
function shelvesOf(key: string, length: number): [string, string] {
  return [`${length}${key[0]}`, `${length}_${key[1]}`];
}

function nearest(core: string, shelves: Map<string, Entry[]>): string | null {
  const mine = lettersOf(core);
  let best: string | null = null;
  let least = forgiven(core.length) + 1;
  for (let length = core.length - least + 1; length < core.length + least; length += 1) {
    for (const shelf of shelvesOf(core, length)) {
      for (const { key, label, letters } of shelves.get(shelf) ?? []) {
        const most = Math.min(least - 1, forgiven(key.length));
        if (most < 1 || bits(letters ^ mine) > most * 2) continue;
        const edits = distance(core, key, most);
        if (edits > most) continue;
        least = edits;
        best = label;
      }
    }
  }
  return best;
}

function keyOf(wording: string): string {
  return (
    foldLetters(wording)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
