import { signs, signTable } from './alphabet.ts';

/**
 * A text as signs, for walking trees of words: what is invisible left out, a letter typed twice and a row of spaces and
 * punctuation counted once; where in the text each sign stands; behind `length` nothing but `signs.other`.
 */
export type Reading = { signs: Uint8Array; places: Uint32Array; length: number };

/** So far a walk looks behind the end of a text: no word of any list holds two spaces in a row. */
const margin = 4;

/** Kept from one text to the next for speed alone: a reading holds until the next one is made. */
const reading: Reading = { signs: new Uint8Array(1_024), places: new Uint32Array(1_024), length: 0 };

/** Reads a text; linear, and without making anything for a text of usual length. */
export function readingOf(text: string): Reading {
  if (text.length + margin > reading.signs.length) {
    reading.signs = new Uint8Array(text.length + margin);
    reading.places = new Uint32Array(text.length + margin);
  }
  const { signs: row, places } = reading;
  const table = signTable;
  let length = 0;
  let previous = -1;
  for (let i = 0; i < text.length; i += 1) {
    let sign = table[text.charCodeAt(i)] ?? signs.strange;
    if (sign === signs.skipped) continue;
    if (sign === signs.strange) sign = signs.other;
    if (sign === previous && sign !== signs.digit) continue;
    row[length] = sign;
    places[length] = i;
    length += 1;
    previous = sign;
  }
  for (let i = length; i < length + margin; i += 1) row[i] = signs.other;
  places[length] = text.length;
  reading.length = length;
  return reading;
}
