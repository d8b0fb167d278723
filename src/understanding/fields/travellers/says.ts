import type { Text } from '../../normalise.ts';
import { type Found, foundOf } from '../found.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { questioned } from '../speech.ts';
import { clauseAt, tokensOf, wordsAt } from '../tokens.ts';
import { follow, owned, party, travelling } from './company.ts';
import type { Row } from './links.ts';
import type { Role } from './people.ts';

/** Unasked, the row itself must be about travelling: counted people or companions, or a list with the writer or patient. */
export function says(text: Text, hits: readonly Hit[], row: Row): boolean {
  const first = row[0]?.member;
  if (first === undefined || owned(hits, first)) return false;
  if (opensQuestion(text, first.from)) return false;
  if (follow(text, hits, row) || party(text, hits, row)) return true;
  if (row.length === 1) {
    if (first.role === 'total' && first.we !== true && wondered(text, first)) return false;
    if (first.role === 'total' || first.code === 'two companions') return true;
    if (first.role === 'companion') return first.sized;
    if (first.role === 'adult' && first.sized && hits.some((hit) => hit.code === 'we' && hit.to === first.from))
      return true;
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
/** "هل يمكن ان يرافق المريض شخصين": the clause asks. */
function opensQuestion(text: Text, at: number): boolean {
  const { from } = clauseAt(tokensOf(text), at);
  return hitsOf(text, 'speech').some((hit) => hit.code === 'question' && hit.from === from && hit.to <= at);
}

/** "Can 2 people stay with him?" asks and tells nothing; "2 pax, how much?" tells. */
function wondered(text: Text, { from, to }: { from: number; to: number }): boolean {
  const clause = clauseAt(tokensOf(text), from);
  return (clause.from < from || clause.to > to) && questioned(text, from);
}
const counting: ReadonlySet<Role> = new Set<Role>(['total', 'number', 'companion']);
const anchors: ReadonlySet<Role> = new Set<Role>(['self', 'patient', 'he', 'with me', 'with him']);

/** "محد بيروح معه", "nobody will travel with her". */
function nobody(hits: readonly Hit[]): Hit | undefined {
  return hits.find(
    ({ code, to }) =>
      code === 'nobody' &&
      hits.some((hit) => /^(?:travel|accompany)$/.test(hit.code) && hit.from >= to && hit.from - to <= 2),
  );
}

/** "لحالي", "no companions"; not "he cannot travel alone". */
export function alone(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const tokens = tokensOf(text);
  const none = nobody(hits);
  if (asked && lone.has(text.fold)) return foundOf([1], text.clean);
  if (none !== undefined) return foundOf([1], wordsAt(text, none.from, none.to));
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
const lone: ReadonlySet<string> = new Set(['شخص', 'نفر', 'فرد', 'person', 'sha5s', 'nafar']);
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
