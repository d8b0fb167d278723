import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { negated } from './speech.ts';
import { wordsAt } from './tokens.ts';

/** A longer answer is no name of a city or a clinic. */
const longest = 80;

/** The preferred Russian city or clinic (R010): a city in English, a clinic in the person's words, or "no preference". */
export function find(text: Text, asked: boolean): Found | null {
  const cities = hitsOf(text, 'city').filter((hit) => !negated(text, hit.from));
  const clinics = hitsOf(text, 'clinic').filter((hit) => hit.code !== 'no preference' && !negated(text, hit.from));
  const city = cities[0];
  const clinic = clinics[0];
  const names = [...new Set([...clinics, ...cities].map((hit) => hit.code))];
  const words = wordsAt(
    text,
    Math.min(city?.from ?? Infinity, clinic?.from ?? Infinity),
    Math.max(cities.at(-1)?.to ?? 0, clinics.at(-1)?.to ?? 0),
  );
  if (names.length > 0) return foundOf([names.join(', ')], words);
  if (!asked) return null;
  const none = hitsOf(text, 'clinic').find((hit) => hit.code === 'no preference');
  if (none !== undefined) return foundOf(['no preference'], wordsAt(text, none.from, none.to));
  const typo = nearest(text, 'city');
  if (typo !== null) return typo;
  return /(?:عياد|مستشف|مركز|معهد|clinic|hospital|cent(?:er|re)|institute)/.test(text.fold) &&
    text.clean.length <= longest
    ? foundOf([text.clean], text.clean)
    : null;
}
