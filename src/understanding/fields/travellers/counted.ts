import type { Text } from '../../normalise.ts';
import type { Hit } from '../lexicon.ts';
import { breaks, tokensOf } from '../tokens.ts';
import type { Amount } from './count.ts';
import { starts } from './links.ts';
import type { Member, Role } from './people.ts';

/** Whether a number before the noun counts it; a plural that looks like a dual ("سبعة بالغين") takes more than two. */
export function countable(role: Role, own: number, code: string, amount: Amount): boolean {
  if (role === 'self' || role === 'he' || role.startsWith('with') || code === 'family') return false;
  return own < 2 || amount.min >= own;
}

/** "مرافق واحد", "ولدين اثنين", "companions 2", "اخواني ثلاثة": the number behind its noun, if no other noun claims it. */
export function follows(text: Text, nouns: readonly Hit[], hit: Hit, own: number, amount: Amount): boolean {
  const labels = hit.code === 'number of companions';
  const gap = tokensOf(text)[amount.from]?.gap ?? '';
  const counted = labels || (hit.code === 'companions' && tokensOf(text)[hit.to]?.fold === 'عد');
  if (amount.from !== hit.to && !(counted && amount.from === hit.to + 1)) return false;
  if (
    (breaks(gap) && !(labels && gap === ':')) ||
    nouns.some(
      (other) => other.from === amount.to && !/^(?:he|self|with)/.test(other.code) && !starts(text, other.from),
    )
  )
    return false;
  if (tokensOf(text)[amount.to]?.fold === '+' && /^\d/.test(tokensOf(text)[amount.to + 1]?.fold ?? '')) return false;
  if (labels || hit.code === 'companion') return !startsAnother(text, amount);
  if (own === -1) return hit.code !== 'family' && amount.min >= 2;
  const noun = /kin|parent|adult|child|companion|patient/.test(hit.code);
  return noun && own === amount.min && own === amount.max && !startsAnother(text, amount);
}

/** Letters of "and" before the number make it somebody else. */
function startsAnother(text: Text, amount: Amount): boolean {
  const token = tokensOf(text)[amount.from];
  return token !== undefined && text.clean.startsWith('وو', token.start);
}

/** Where the count of a noun ends: "two of my sons", "اثنين من عياله". */
export function partitive(text: Text, { from }: Hit): number {
  const tokens = tokensOf(text);
  const at = owners.has(tokens[from - 1]?.fold ?? '') ? from - 1 : from;
  const of = tokens[at - 1]?.fold;
  return of === 'of' || of === 'من' ? at - 1 : from;
}
const owners: ReadonlySet<string> = new Set(['my', 'his', 'her', 'our', 'the']);

/** "both sons", "both his sons". */
export function both(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  return tokens[hit.from - 1]?.fold === 'both' || tokens[hit.from - 2]?.fold === 'both';
}

export function sizeOf(text: Text, hit: Hit, own: number, amount: Amount | undefined): Member['size'] {
  if (amount !== undefined) return { min: amount.min, max: amount.max };
  if (own !== -1) return { min: own, max: own };
  const arabic = /^و?(?:ال|ل|ب)?مرافق/.test(tokensOf(text)[hit.from]?.fold ?? '');
  return arabic ? { min: 2, max: 3 } : null;
}
