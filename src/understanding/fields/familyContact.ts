import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { wordsAt } from './tokens.ts';
import { personIn } from './writer.ts';

/** Who speaks for the family (R119): a role such as "الابن الأكبر", never a name or a number; only when asked. */
export function find(text: Text, asked: boolean): Found | null {
  if (!asked) return null;
  const role = hitsOf(text, 'other').find((hit) => hit.code === 'contact role');
  const person = personIn(text);
  const best =
    role === undefined || (person !== undefined && person.to - person.from > role.to - role.from) ? person : role;
  if (best === undefined) return null;
  const words = wordsAt(text, best.from, best.to);
  return foundOf([words], words);
}
