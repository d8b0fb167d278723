import { mayBeReport } from '../report.ts';
import { isLatin, signs, signTable } from './alphabet.ts';
import { label, labelStems } from './labels.ts';
import { readingOf } from './reading.ts';
import { maySpell } from './spelled.ts';

/** A shorter row of digits is no number of anybody, unless a word says so. */
const longRow = 7;
/** More characters than this never stand between two groups of one number. */
const widestJoint = 3;
/** So many digits in all may hide behind a label. */
const fewestLabelled = 4;

const always = label.password | label.mail | label.name | label.name_soft | label.name_own | label.name_field;
const withAnyDigit = label.address | label.born | label.born_verb | label.card;
/** A block or a street of Kuwait by its letter, a code with its sender's letter before it. */
const lettered = /[قشج][ .:]{0,2}[\d٠-٩۰-۹]|[a-z]-[\d٠-٩۰-۹]{4}/i;

/** Whether anything in a text can be private, told in one walk or two; most messages are done with this. */
export function mayBePrivate(text: string): boolean {
  const digits = digitsIn(text);
  if (digits < 0) return true;
  const reading = readingOf(text);
  const kinds = labelStems.kindsIn(reading);
  if ((kinds & always) !== 0) return true;
  if (digits > 0 && ((kinds & withAnyDigit) !== 0 || lettered.test(text))) return true;
  if (digits >= fewestLabelled && (kinds & ~label.digits) !== 0) return true;
  if ((kinds & label.digits) !== 0 && maySpell(reading)) return true;
  return mayBeReport(text, reading);
}

/** How many digits there are; -1 for a text that must be looked at in any case: it holds a long number, an address, a strange sign. */
function digitsIn(text: string): number {
  const table = signTable;
  let digits = 0;
  let row = 0;
  let joint = 0;
  let previous: number = signs.other;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const sign = table[code] ?? signs.strange;
    if (sign === signs.skipped) continue;
    if (sign === signs.digit) {
      digits += 1;
      row += 1;
      joint = 0;
      if (row >= longRow) return -1;
    } else if (sign === signs.strange || code === 0x40 || code === 0x3c) {
      // "@", "<" and letters of other scripts
      return -1;
    } else if (code === 0xd83c && isDigitSign(text.charCodeAt(i + 1))) {
      return -1;
    } else if (sign >= signs.firstLetter) {
      row = 0;
    } else if (code === 0x2e && previous !== signs.other && isLatin(table[text.charCodeAt(i + 1)] ?? signs.strange)) {
      return -1;
    } else if (code === 0x2f && text.charCodeAt(i + 1) === 0x2f) {
      return -1;
    } else {
      joint += 1;
      if (joint > widestJoint) row = 0;
    }
    previous = sign;
  }
  return digits;
}

/** The second half of a digit with a comma or full stop, among the emoji. */
function isDigitSign(half: number): boolean {
  return half >= 0xdd00 && half <= 0xdd0c;
}
