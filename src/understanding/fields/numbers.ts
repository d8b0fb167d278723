import type { Text } from '../normalise.ts';
import { once } from '../once.ts';
import { hitsOf } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A number in a message, in digits or in words of Arabic, English or Arabizi: tokens `from` up to, not including, `to`. */
export type Numeral = { value: number; from: number; to: number };

/** All numbers of a message in order; "خمسة وستين" and "sixty-five" are one, "2.5" too. */
export const numbersOf: (text: Text) => readonly Numeral[] = once(read);

function read(text: Text): Numeral[] {
  const tokens = tokensOf(text);
  const numbers: Numeral[] = [];
  tokens.forEach((token, at) => {
    const code = token.fold.charCodeAt(0);
    if (code < 48 || code > 57 || !/^\d{1,15}$/.test(token.fold)) return;
    const last = numbers.at(-1);
    if (last?.to === at && token.gap === '.' && token.fold.length === 1 && Number.isInteger(last.value)) {
      last.value += Number(token.fold) / 10;
      last.to = at + 1;
    } else numbers.push({ value: Number(token.fold), from: at, to: at + 1 });
  });
  for (const hit of hitsOf(text, 'numbers'))
    if (!teens(text, tokens[hit.from])) numbers.push({ value: Number(hit.code), from: hit.from, to: hit.to });
  numbers.sort((a, b) => a.from - b.from);
  return joined(numbers, tokens);
}

/** Folding makes "teen" the same as "ten". */
function teens(text: Text, token: Token | undefined): boolean {
  return token?.fold === 'ten' && /^te{2,}n$/i.test(text.clean.slice(token.start, token.end));
}

/** Units and tens that belong together: "خمس وستين", "خمس و ستين", "sixty five", "خمسة وعشرون". */
function joined(numbers: Numeral[], tokens: readonly Token[]): Numeral[] {
  const result: Numeral[] = [];
  for (const number of numbers) {
    const last = result.at(-1);
    if (last !== undefined && number.from < last.to) continue;
    const word = tokens[number.from]?.fold ?? '';
    const previous = tokens[number.from - 1]?.fold;
    const close =
      last !== undefined &&
      (last.to === number.from || (last.to === number.from - 1 && /^(?:و|w|wa|and)$/.test(previous ?? '')));
    const digits = /^\d/.test(word) && !/[a-z]/.test(word);
    if (last !== undefined && close && !digits && joins(last.value, number.value, word, last.to < number.from)) {
      last.value += number.value;
      last.to = number.to;
    } else result.push({ ...number });
  }
  return result;
}

function joins(before: number, value: number, word: string, and: boolean): boolean {
  const tens = value >= 20 && value <= 90 && before >= 1 && before <= 9;
  if (tens) return and || word.startsWith('و');
  const units = before >= 20 && before <= 90 && before % 10 === 0 && value >= 1 && value <= 9;
  return units && /^[a-z]/.test(word) && !and;
}
