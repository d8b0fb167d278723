import { isArabizi, skeletonOfArabic, skeletonOfLatin } from '../arabizi.ts';
import { type Text, textOf } from '../normalise.ts';
import { isOrdinary } from './directionWords.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf, phrasesOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Fewer consonants than this say too many things. */
const leastConsonants = 3;
/** A word is taken for a mistyped one from this length on: shorter ones are too near to ordinary words. */
const leastLetters = 6;
/** In answers of few words an Arabic one may be shorter: Arabic writes fewer letters. */
const leastArabic = 5;
const fewWords = 3;
/** Sentences of more words than this are not searched for mistyped ones. */
const mostWords = 8;
/** And longer ones not for their sounds either. */
const longestHeard = 24;
const longestPhrase = 3;

let sounds: Map<string, string | null> | undefined;

/** Every Arabic phrase by its consonants; those that are two directions' stand for none. */
function soundsOfAll(): Map<string, string | null> {
  if (sounds !== undefined) return sounds;
  sounds = new Map();
  for (const [phrase, code] of phrasesOf('direction')) {
    if (!/^[؀-ۿ ]+$/.test(phrase)) continue;
    const sound = phrase
      .split(' ')
      .map((word) => skeletonOfArabic(word.replace(/^ال(?=...)/, '')))
      .join(' ');
    const there = sounds.get(sound);
    sounds.set(sound, there === undefined || there === code ? code : null);
  }
  return sounds;
}

/**
 * A direction in Arabic written with Latin letters as the person likes ("wram 5abeeth"), or with a mistyped word: the
 * whole answer, or one word of a sentence.
 */
export function heardAs(text: Text): Found | null {
  if (tokensOf(text).length > longestHeard) return null;
  const tokens = tokensOf(text).filter((_, at) => !ofAnother(text, at));
  const codes = bySound(tokens);
  if (tokens.length === tokensOf(text).length && codes.size === 0) {
    const whole = mistyped(text, isArabic(text.fold) ? leastArabic : leastLetters);
    if (whole !== null) return whole.value === 'none' ? null : whole;
  }
  const found = codes.size > 0 ? codes : byLetters(tokens);
  if (found.size !== 1) return null;
  const said = foundOf([...found], text.clean.slice(0, 160));
  return said === null ? null : { ...said, near: true };
}

const otherLists = [
  'goal',
  'documents',
  'logistics',
  'writer',
  'travellers',
  'urgency',
  'dates',
  'country',
  'city',
  'speech',
] as const;

/** Whether a word is one of another vocabulary: then it is not a mistyped one of this. */
function ofAnother(text: Text, at: number): boolean {
  return otherLists.some((list) => hitsOf(text, list).some((hit) => hit.from <= at && at < hit.to));
}

function bySound(tokens: readonly Token[]): Set<string> {
  const codes = new Set<string>();
  const latin = tokens.filter((token) => /^[a-z0-9']*[a-z][a-z0-9']*$/.test(token.fold));
  if (latin.length === 0) return codes;
  const arabic = isArabizi(latin.map((token) => token.fold));
  const consonants = latin.map((token) =>
    skeletonOfLatin(token.fold.replace(/^'|^(?:el|al|il|bel|bil|lil|w)(?=[a-z2-9]{3})/, '')),
  );
  const all = soundsOfAll();
  for (let at = 0; at < consonants.length; at += 1) {
    for (let length = Math.min(longestPhrase, consonants.length - at); length > 0; length -= 1) {
      const sound = consonants.slice(at, at + length).join(' ');
      const code = sound.length < leastConsonants ? undefined : all.get(sound);
      if (code === undefined || code === null || code === 'other') continue;
      if (length === 1 && !arabic && !/[a-z][2-9]|[2-9][a-z]/.test(latin[at]?.fold ?? '')) continue;
      if (code !== 'none') codes.add(code);
      at += length - 1;
      break;
    }
  }
  return codes;
}

function byLetters(tokens: readonly Token[]): Set<string> {
  const codes = new Set<string>();
  if (tokens.length > mostWords) return codes;
  for (const token of tokens) {
    const least = tokens.length <= fewWords && isArabic(token.fold) ? leastArabic : leastLetters;
    const found = mistyped(textOf(token.fold), least);
    if (typeof found?.value === 'string' && found.value !== 'none') codes.add(found.value);
  }
  return codes;
}

function isArabic(word: string): boolean {
  return /^[؀-ۿ]+$/.test(word);
}

function mistyped(text: Text, least: number): Found | null {
  const letters = text.fold.replace(/^ال/, '');
  if (letters.length < least || isOrdinary(letters)) return null;
  return nearest(text, 'direction', (code) => code !== 'other');
}
