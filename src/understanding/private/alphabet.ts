/**
 * Every character as a small number, so that a text can be walked without being rewritten: spellings of one letter, cases
 * and digit systems share theirs, as in `mapped`.
 */
export const signs = { other: 0, digit: 1, skipped: 2, strange: 3, firstLetter: 4 } as const;

const latin = 'abcdefghijklmnopqrstuvwxyz';
const arabic = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويء';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщъыьэюя';
const alike: Record<string, string> = {
  أإآٱ: 'ا',
  ىیئ: 'ي',
  ؤ: 'و',
  ةۀ: 'ه',
  کگ: 'ك',
  ڤ: 'ف',
  چ: 'ج',
  پ: 'ب',
  ژ: 'ز',
  ё: 'е',
  й: 'и',
};

/** How many different signs there are. */
export const alphabetSize = signs.firstLetter + latin.length + arabic.length + cyrillic.length + 1;

/** The sign of every UTF-16 unit. */
export const signTable = new Uint8Array(0x10000).fill(signs.strange);
fill(0, 0x7f, signs.other);
fill(0xa0, 0xbf, signs.other);
for (const power of [0xb2, 0xb3, 0xb9, 0xbc, 0xbd, 0xbe, 0xaa, 0xba]) signTable[power] = signs.strange;
fill(0x600, 0x60f, signs.other);
fill(0x610, 0x61a, signs.skipped);
fill(0x61b, 0x61f, signs.other);
fill(0x64b, 0x65f, signs.skipped);
fill(0x66a, 0x66d, signs.other);
fill(0x6d4, 0x6d4, signs.other);
fill(0x2010, 0x205f, signs.other);
// arrows, boxes, stars, hearts and the halves of emoji; digits in rings stay strange
fill(0x2190, 0x245f, signs.other);
fill(0x2500, 0x2775, signs.other);
fill(0x2794, 0x2bff, signs.other);
fill(0xd83d, 0xd83e, signs.other);
fill(0xdc00, 0xdfff, signs.other);
for (const [first, last] of [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x670, 0x670],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x20e3, 0x20e3],
  [0xfe0e, 0xfe0f],
  [0xfeff, 0xfeff],
] as const)
  fill(first, last, signs.skipped);
for (const zero of [0x30, 0x660, 0x6f0]) fill(zero, zero + 9, signs.digit);
[...latin, ...arabic, ...cyrillic].forEach((letter, i) => {
  signTable[letter.charCodeAt(0)] = signs.firstLetter + i;
  signTable[letter.toUpperCase().charCodeAt(0)] = signs.firstLetter + i;
});
for (const [letters, same] of Object.entries(alike))
  for (const letter of letters) signTable[letter.charCodeAt(0)] = signTable[same.charCodeAt(0)] ?? signs.strange;

function fill(first: number, last: number, sign: number): void {
  signTable.fill(sign, first, last + 1);
}

const firstCyrillic = signs.firstLetter + latin.length + arabic.length;

/** A letter of a script that writes each word by itself, with nothing joined to it: Latin or Cyrillic. */
export function isApart(sign: number): boolean {
  return isLatin(sign) || sign >= firstCyrillic;
}

export function isLatin(sign: number): boolean {
  return sign >= signs.firstLetter && sign < signs.firstLetter + latin.length;
}
