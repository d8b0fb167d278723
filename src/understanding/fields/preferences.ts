import { fold, type Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { coded, negated, questioned } from './speech.ts';
import { clauseAt, tokensOf, wordsAt } from './tokens.ts';

/** Longer wishes are cut: a preference is a sentence, not a story. */
const longest = 300;

/** Preferences such as a female interpreter, halal food, prayer times, hours for calls (R120): the person's own clause. */
export function find(text: Text, asked: boolean): Found | null {
  if (asked) return text.fold === '' ? null : foundOf([text.clean.slice(0, longest)], text.clean.slice(0, longest));
  const hit = coded(hitsOf(text, 'other'), 'prefer').find(
    (other) => !questioned(text, other.from) && !negated(text, other.from),
  );
  const wish =
    /(?:نفضل|افضل|نبي|ابي|نبغي|ابغي|نريد|اريد|نحتاج|يفضل|prefer|want|need|please|only|would like|لو سمحت|nabi|abi)/;
  if (hit === undefined) return null;
  const { from, to } = clauseAt(tokensOf(text), hit.from);
  const words = wordsAt(text, from, to);
  return wish.test(fold(words)) && words.length <= longest ? foundOf([words], words) : null;
}
