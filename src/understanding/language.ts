import type { Spoken } from './spoken.ts';

const arabicWord = /[\u0621-\u064a]/;
const latinWord = /[a-z]/;

/** The language a message is written in, by its script; Arabic in Latin letters counts as Arabic. `null`: no words to tell it from. */
export function languageOf(spoken: Spoken): 'ar' | 'en' | null {
  let arabic = 0;
  let latin = 0;
  for (const { word } of spoken.words) {
    if (arabicWord.test(word)) arabic += 1;
    else if (latinWord.test(word) && word.length > 1) latin += 1;
  }
  if (arabic === 0 && latin === 0) return null;
  if (arabic > 0 && arabic * 2 >= latin) return 'ar';
  return spoken.arabizi ? 'ar' : 'en';
}
