import type { Text } from '../../normalise.ts';
import { type Found, foundOf } from '../found.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { clauseAt, sentenceAt, tokensOf, wordsAt } from '../tokens.ts';
import type { Row } from './links.ts';
import type { Role } from './people.ts';

/** Unasked, the row itself must be about travelling: counted people or companions, or a list with the writer or patient. */
export function says(text: Text, hits: readonly Hit[], row: Row): boolean {
  const first = row[0]?.member;
  if (first === undefined) return false;
  if (row.length === 1) {
    if (first.role === 'total' || first.code === 'two companions') return true;
    if (first.role === 'companion') return first.sized;
    if (first.code !== 'only one' && !(first.role === 'adult' && first.sized)) return false;
    return travelling(text, hits, first);
  }
  if (row.some(({ member }) => counting.has(member.role))) return true;
  if (row.some(({ member }) => anchors.has(member.role))) {
    if (travelling(text, hits, first)) return true;
    const people = row.filter(({ member }) => !member.role.startsWith('with')).length;
    return people >= 3 && !hitsOf(text, 'writer').some((hit) => hit.code !== 'none' && hit.from === first.from);
  }
  const adults = row.some(({ member }) => member.role === 'adult' && member.sized);
  return adults && row.every(({ member }) => member.role === 'adult' || member.role === 'child');
}
const counting: ReadonlySet<Role> = new Set<Role>(['total', 'number', 'companion']);
const anchors: ReadonlySet<Role> = new Set<Role>(['self', 'patient', 'he', 'with me', 'with him']);

function travelling(text: Text, hits: readonly Hit[], member: { from: number }): boolean {
  const { from, to } = sentenceAt(tokensOf(text), member.from);
  return hits.some((hit) => hit.code === 'travel' && hit.from >= from && hit.to <= to);
}

/** "لحالي", "no companions"; not "he cannot travel alone". */
export function alone(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const tokens = tokensOf(text);
  for (const hit of hits) {
    if (hit.code !== 'alone') continue;
    const before = tokens.slice(Math.max(0, hit.from - 4), hit.from).map((token) => token.fold);
    if (before.some((word) => refuses.has(word))) continue;
    const clause = clauseAt(tokens, hit.from);
    const apart = clause.from === hit.from && clause.to === hit.to;
    if (asked || apart || travelling(text, hits, hit)) return foundOf([1], wordsAt(text, hit.from, hit.to));
  }
  return null;
}
const refuses: ReadonlySet<string> = new Set([
  "can't",
  'cant',
  'canot',
  'not',
  "won't",
  'wont',
  'never',
  'ما',
  'مو',
  'مب',
  'مش',
  'لا',
  'لن',
  'مايقدر',
  'ماتقدر',
  'مستحيل',
  'mo',
  'mb',
  'ma',
]);
