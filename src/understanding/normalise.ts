import type { Made } from './once.ts';

/**
 * One normaliser stands in front of every parser (`domain.md` 2.1, 6.8): people type the same word in many ways.
 * `clean` keeps the meaning (numbers and dates can be read from it); `fold` loses some of it and serves comparing only.
 */

/** The same text in the forms that parsers need; all are computed once per message. */
export type Text = {
  /** As it came. */
  raw: string;
  clean: string;
  /** `clean` with its letters folded and its punctuation as it is. */
  letters: string;
  fold: string;
  /** Words of `fold`. */
  words: string[];
} & Made;

export function textOf(raw: string): Text {
  const cleaned = clean(raw);
  const letters = foldLetters(cleaned);
  const folded = wordsOnly(letters);
  return { raw, clean: cleaned, letters, fold: folded, words: folded === '' ? [] : folded.split(' '), made: [] };
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad\u0640]|\ufe0e|\ufe0f/g;
/** Nothing but what NFKC and the other steps would leave as it is: most English messages. */
const plain = /^[\x21-\x7e](?:[\x21-\x7e]| (?! ))*$/;

/** NFKC, invisible and bidi marks and tatweel out, the three digit systems to ASCII, Arabic punctuation to ASCII, runs of spaces to one; line breaks stay. */
export function clean(text: string): string {
  if (plain.test(text)) return text.trimEnd();
  if (usual.test(text)) return cleanUsual(text);
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit)
    .replace(/(\d)\u20e3/g, '$1')
    .replace(/٬(?=\d)/g, ',')
    .replace(/[٫،؛؟]/g, (sign) => signs[sign] ?? sign)
    .replace(/[\u00a0\t\f\v\u2000-\u200a\u3000 ]+/g, ' ')
    .replace(/ ?\r?\n ?/g, '\n')
    .trim();
}

/** Letters, digits and signs of ASCII and Arabic that nothing but digits, signs and spaces have to be changed in: nearly all messages. */
const usual = /^[\n\x20-\x7e\u0621-\u063a\u0641-\u064a\u060c\u061b\u061f\u0660-\u0669]*$/;

function cleanUsual(text: string): string {
  const ascii = /[\u0660-\u0669\u060c\u061b\u061f]/.test(text)
    ? text.replace(/[\u0660-\u0669]/g, digit).replace(/[،؛؟]/g, (sign) => signs[sign] ?? sign)
    : text;
  return (/ [ \n]|\n /.test(ascii) ? ascii.replace(/ +/g, ' ').replace(/ ?\n ?/g, '\n') : ascii).trim();
}

const signs: Record<string, string> = { '٫': '.', '،': ',', '؛': ';', '؟': '?' };

function digit(d: string): string {
  return String.fromCharCode((d.charCodeAt(0) & 0xf) + 48);
}

const marks = /\p{M}/gu;
const folds: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڤ: 'ف',
  چ: 'ج',
  پ: 'ب',
  ژ: 'ز',
  ء: '',
};

/**
 * For comparing only: lower case, diacritics out, the spellings of one letter joined, runs of a letter shortened to one
 * (so "ابييي" is "ابي" and "اللي" is "الي"; vocabularies pass through the same function), punctuation to single spaces.
 */
export function fold(cleaned: string): string {
  return wordsOnly(foldLetters(cleaned));
}

/** Of ASCII and the Arabic block alone: plainer, faster expressions do for it. */
export function isCommon(letters: string): boolean {
  return /^[\n\x20-\x7e\u060c-\u061f\u0621-\u063f\u0641-\u064a\u0660-\u066d\u0671-\u06d3]*$/.test(letters);
}

function wordsOnly(letters: string): string {
  if (isCommon(letters))
    return letters.replace(/[^a-z0-9\u0621-\u063f\u0641-\u064a\u0660-\u0669\u0671-\u06d3'+]+/g, ' ').trim();
  return letters.replace(/[^\p{L}\p{N}'+]+/gu, ' ').trim();
}

/** The letters as in `fold`, the punctuation as it is: for those who need to see where a sentence ends. */
export function foldLetters(cleaned: string): string {
  return foldPlain(cleaned) ?? foldAny(cleaned);
}

function foldAny(cleaned: string): string {
  return cleaned
    .toLowerCase()
    .normalize('NFD')
    .replace(/([اوي])[\u0653-\u0655]/g, '$1')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[أإآٱىیئؤةۀکگڤچپژء]/g, (letter) => folds[letter] ?? letter)
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[’'`](?=\p{L})/gu, "'");
}

/** What `foldAny` makes of each character of ASCII and of the Arabic block; `undefined` elsewhere, and where the next letter matters. */
const folded: (string | undefined)[] = [];
const isLetter: boolean[] = [];
for (const [first, last] of [
  [0, 0x7f],
  [0x621, 0x6d3],
] as const) {
  for (let code = first; code <= last; code += 1) {
    const letter = String.fromCharCode(code);
    if (letter === '`') continue;
    folded[code] = foldAny(letter);
    isLetter[code] = /^\p{L}$/u.test(folded[code] ?? '');
  }
}

/** `foldAny` in one walk, for a text of ASCII and Arabic letters only, as nearly all are; `null` if it holds anything else. */
function foldPlain(cleaned: string): string | null {
  let out = '';
  let before = '';
  for (let i = 0; i < cleaned.length; i += 1) {
    const code = cleaned.charCodeAt(i);
    const letter = folded[code];
    if (letter === undefined) return null;
    if (letter === '' || (letter === before && isLetter[code] === true)) continue;
    out += letter;
    before = letter;
  }
  return out;
}

/** A text for finding: one plain character for each that counts, and where in the original each of them stands. */
export type Mapped = { text: string; at: number[] };

/**
 * Lower case, digits to ASCII, invisible marks and diacritics out, spellings of one letter joined, punctuation kept;
 * character `i` stands for `original.slice(at[i], at[i + 1])`, so that a hit can be replaced in the original (`domain.md` 2.1).
 */
export function mapped(original: string): Mapped {
  let text = '';
  const at: number[] = [];
  for (let start = 0; start < original.length; ) {
    const code = original.codePointAt(start) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const plainLetter = code < 0x80 ? String.fromCharCode(code).toLowerCase() : plainOf(String.fromCodePoint(code));
    for (const letter of plainLetter.split('')) {
      text += letter;
      at.push(start);
    }
    start += width;
  }
  at.push(original.length);
  return { text, at };
}

/** The value of a digit of any script: Unicode keeps them in tens, from zero up. */
function anyDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** Digits in black or double rings, which NFKC leaves as they are. */
function ringed(character: string): string {
  const code = character.charCodeAt(0);
  const one = [0x278a, 0x2780, 0x2776, 0x24f5].find((start) => start <= code) ?? code;
  return code === 0x24ff ? '0' : String(code - one + 1);
}

const plains = new Map<string, string>();
/** Characters already reduced are remembered; a message can hold no more kinds of them than Unicode has. */
const kindsRemembered = 4096;

function plainOf(character: string): string {
  const remembered = plains.get(character);
  if (remembered !== undefined) return remembered;
  const reduced = character
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\p{Nd}/gu, anyDigit)
    .replace(/[\u2776-\u277e\u2780-\u2788\u278a-\u2792\u24f5-\u24fd\u24ff]/g, ringed)
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[\u0653-\u0655]|\u20e3/g, '')
    .normalize('NFC')
    .replace(/[أإآٱىیئؤةۀکگڤچپژ]/g, (letter) => folds[letter] ?? letter)
    .replace(/[٫،؛؟٬]/g, (sign) => signs[sign] ?? ',')
    .replace(/[–—‐‑‒−]/g, '-')
    .replace(/[\u00a0\t\u2000-\u200a\u3000]/g, ' ');
  if (plains.size < kindsRemembered) plains.set(character, reduced);
  return reduced;
}
