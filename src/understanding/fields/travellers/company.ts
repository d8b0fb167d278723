import type { Text } from '../../normalise.ts';
import type { Hit } from '../lexicon.ts';
import { breaks, clauseAt, sentenceAt, tokensOf } from '../tokens.ts';
import type { Row } from './links.ts';
import type { Member, Role } from './people.ts';
import { taken } from './retold.ts';

/** Whether the sentence of a member is about travelling. */
export function travelling(text: Text, hits: readonly Hit[], member: { from: number }): boolean {
  const { from, to } = sentenceAt(tokensOf(text), member.from);
  return hits.some((hit) => /^(?:travel|accompany)$/.test(hit.code) && hit.from >= from && hit.to <= to);
}

/** "her husband will accompany", "الوالدين يرافقونه": behind the row a verb says that it goes with somebody else. */
export function accompanies(text: Text, hits: readonly Hit[], row: Row, asked: boolean): boolean {
  if (!row.every(({ member }) => member.role === 'self' || (relatives.has(member.role) && member.size !== null)))
    return false;
  const end = row.at(-1)?.member.to ?? 0;
  const verbs =
    asked || row.some(({ member }) => member.role === 'self' || member.role === 'child')
      ? /^accompany$/
      : /^(?:accompany|travel)$/;
  return hits.some(
    (hit) => verbs.test(hit.code) && hit.from >= end && hit.from - end <= 1 && unbroken(text, end, hit.from),
  );
}

/**
 * Unasked: relatives with whom somebody travels, who is not named beside them. "Travels with his mother", "with wife and
 * son" and "مع ابوه بس" as a clause of its own, "accompanied by", "husband will accompany". "We travel with my father"
 * does not say how many we are.
 */
export function follow(text: Text, hits: readonly Hit[], row: Row): boolean {
  if (!row.every(({ member }) => relatives.has(member.role) && member.size !== null)) return false;
  if (accompanies(text, hits, row, false)) return true;
  const first = row[0];
  if (first !== undefined && first.link !== 'with' && (added(text, row) || alone(text, hits, row)))
    return filled(text, hits, row);
  if (first?.link !== 'with') return false;
  const clause = clauseAt(tokensOf(text), first.member.from);
  const verb = hits.findLast(
    (hit) =>
      hit.code === 'travel' &&
      hit.from >= clause.from &&
      hit.to <= first.member.from &&
      first.member.from - hit.to <= 5,
  );
  if (verb !== undefined) return !several(text, verb);
  return filled(text, hits, row);
}
const relatives: ReadonlySet<Role> = new Set<Role>(['kin', 'child', 'adult', 'companion']);

/** "/ husband + 1 kid /". */
function added(text: Text, row: Row): boolean {
  const second = row[1]?.member.from ?? 0;
  return (
    row.length > 1 &&
    tokensOf(text)
      .slice(row[0]?.member.to, second + 1)
      .some(({ fold }) => fold === '+')
  );
}

/** "…, mum only". */
function alone(text: Text, hits: readonly Hit[], row: Row): boolean {
  const clause = clauseAt(tokensOf(text), row[0]?.member.from ?? 0);
  return hits.some((hit) => hit.code === 'but' && hit.from >= clause.from && hit.to <= clause.to);
}

/** Unasked: the patient and others in a clause of their own: "him and a friend", "هي وزوجها", "patient and son". */
export function party(text: Text, hits: readonly Hit[], row: Row): boolean {
  const first = row[0]?.member;
  const second = row[1]?.member;
  const patient = [first, first?.role === 'self' ? second : first].some(
    (member) => member?.role === 'patient' || member?.role === 'he',
  );
  if (taken(text, row)) return first?.role === 'kin' || ending(text, hits, row);
  if (row.length < 2 || !patient) return false;
  return row.every(({ member }) => member.size !== null) && filled(text, hits, row);
}

/** Whether a row ends its clause. */
function ending(text: Text, hits: readonly Hit[], row: Row): boolean {
  const end = row.at(-1)?.member.to ?? 0;
  const { to } = clauseAt(tokensOf(text), end - 1);
  for (let at = end; at < to; at += 1)
    if (!hits.some((hit) => little.has(hit.code) && hit.from <= at && at < hit.to)) return false;
  return true;
}

/** Whether a row is all that its clause says, but for "with", "only" and their like; it is no list behind a colon. */
function filled(text: Text, hits: readonly Hit[], row: Row): boolean {
  const tokens = tokensOf(text);
  const [first, last] = [row[0]?.member, row.at(-1)?.member];
  if (first === undefined || last === undefined) return false;
  const clause = { from: clauseAt(tokens, first.from).from, to: clauseAt(tokens, last.to - 1).to };
  const from = dashed(text, clause.from, first.from).at(-1) ?? clause.from;
  const to = dashed(text, last.to - 1, clause.to)[0] ?? clause.to;
  if ((tokens[from]?.gap ?? '').includes(':')) return false;
  const small = (at: number) => hits.some((hit) => little.has(hit.code) && hit.from <= at && at < hit.to);
  for (let at = from; at < first.from; at += 1) if (!small(at)) return false;
  for (let at = last.to; at < to; at += 1) if (!small(at)) return false;
  return true;
}
const little: ReadonlySet<string> = new Set(['skip', 'with', 'with him', 'and', 'travel', 'but', 'alone', 'only one']);

/** The tokens after `from` up to `to` before which a dash or a slash stands between spaces, which ends a clause of a note. */
function dashed(text: Text, from: number, to: number): number[] {
  const found: number[] = [];
  const tokens = tokensOf(text);
  for (let at = from + 1; at <= to && at < tokens.length; at += 1)
    if (/^[-–—/|]$/.test(tokens[at]?.gap ?? '') && text.clean[(tokens[at]?.start ?? 0) - 1] === ' ') found.push(at);
  return found;
}

/** A verb of ours: "نسافر", "we will travel". */
function several(text: Text, verb: Hit): boolean {
  const tokens = tokensOf(text);
  if (/^(?:و?ب?ن|b?n)/.test(tokens[verb.from]?.fold ?? '')) return true;
  return tokens
    .slice(Math.max(0, verb.from - 3), verb.from)
    .some(({ fold }) => /^(?:we|we'l|we're|احنا|حنا|نحن)$/.test(fold));
}

/** "I have 3 kids", "عندها ولدين": who belongs to somebody, not who travels. */
export function owned(hits: readonly Hit[], member: Member): boolean {
  return member.role !== 'patient' && hits.some((hit) => hit.code === 'has' && hit.to === member.from);
}

/** Whether no punctuation stands before the tokens `from` to `to`. */
export function unbroken(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  for (let at = from; at <= to; at += 1) if (breaks(tokens[at]?.gap ?? '')) return false;
  return true;
}
