import type { Mapped } from '../normalise.ts';
import words from '../words/private.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import { label, labelStems } from './labels.ts';
import { type Reading, readingOf } from './reading.ts';
import { stemsOf } from './stems.ts';

const digits: Record<string, string | undefined> = words.digits;
const doubled = new Set(words.digits_doubled);
const names = [...Object.keys(words.digits), ...words.digits_doubled].sort((a, b) => b.length - a.length).join('|');
/** Names of digits in a row, perhaps with digits among them; nothing but a space, a comma, a dash or "and" between. */
const row = new RegExp(`(?<![\\p{L}\\d])(?:${names})(?:[ ,.-]{1,2}و?(?:${names}|\\d{1,4})(?![\\p{L}\\d])){3,30}`, 'gu');
const each = /\p{L}+|\d/gu;
const stems = stemsOf([[[...Object.keys(words.digits), ...words.digits_doubled], 1]]);
/** So many names are a number; fewer are one only where a code is spoken of. */
const fewest = 6;
const fewestOfCode = 4;

/** Letters typed for digits: "O55 1234567", "1o1o1o1o1o". */
const typed = /(?<![a-z0-9.@/])[\doil](?:[ -]?[\doil]){6,20}(?![a-z0-9@])/g;
const token = /[\doil]+/g;
const look: Record<string, string> = { o: '0', i: '1', l: '1' };

/** No more than a few digits or "and" stand between two names of one number. */
const widestGap = 8;

/** Whether a text names as many digits in a row as a number or a code has. */
export function maySpell(text: Reading): boolean {
  let names = 0;
  let end = 0;
  for (const { from, to } of stems.marksIn(text)) {
    names = from - end > widestGap ? 1 : names + 1;
    if (names >= fewestOfCode) return true;
    end = to;
  }
  return false;
}

/** The text with digits that are spelled, or typed as letters, as digits; every character still stands for its original. */
export function withDigits(seen: Mapped): Mapped {
  return unspelled(untyped(seen));
}

function untyped(seen: Mapped): Mapped {
  if (!/\d[oil]|[oil]\d/.test(seen.text)) return seen;
  const text = seen.text.replace(typed, (all) => {
    if (!/[oil]/.test(all) || all.replace(/\D/g, '').length < 5) return all;
    return all.replace(token, (one) =>
      /\d/.test(one) ? one.replace(/[oil]/g, (letter) => look[letter] ?? letter) : one,
    );
  });
  return { text, at: seen.at };
}

function unspelled(seen: Mapped): Mapped {
  const reading = readingOf(seen.text);
  if (!maySpell(reading)) return seen;
  const kinds = labelStems.kindsIn(reading);
  const least = (kinds & label.otp) !== 0 ? fewestOfCode : fewest;
  let text = '';
  const at: number[] = [];
  let copied = 0;
  const copy = (to: number) => {
    text += seen.text.slice(copied, to);
    for (let i = copied; i < to; i += 1) at.push(seen.at[i] ?? 0);
    copied = to;
  };
  for (const match of allOf(row, seen.text)) {
    const parts = allOf(each, match[0]).map((part) => ({ from: part.index, value: digitOf(part[0]) }));
    const values = parts
      .map((part) => part.value)
      .join('')
      .replace(/2x(\d)/g, '$1$1')
      .replace(/2x/g, '');
    if (parts.filter((part) => part.value !== '').length < least) continue;
    copy(match.index);
    // the digits stand for the whole row: what is replaced of them is replaced of it
    [...values].forEach((value, i) => {
      text += value;
      at.push(seen.at[match.index + (i === 0 ? 0 : (parts[Math.min(i, parts.length - 1)]?.from ?? 0))] ?? 0);
    });
    copied = match.index + match[0].length;
  }
  if (at.length === 0) return seen;
  copy(seen.text.length);
  at.push(seen.at[seen.text.length] ?? 0);
  return { text, at };
}

function digitOf(part: string): string {
  if (/^\d/.test(part)) return part;
  const word = digits[part] ?? digits[part.replace(/^و/, '')];
  return word ?? (doubled.has(part) ? '2x' : '');
}
