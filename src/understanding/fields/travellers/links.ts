import type { Text } from '../../normalise.ts';
import { once } from '../../once.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { type Token, tokensOf } from '../tokens.ts';
import type { Member } from './people.ts';

/** How one traveller is joined to the next: "A and B", "A with B", "6 including A", "A, B", or merely side by side. */
export type Link = 'and' | 'with' | 'within' | 'comma' | 'none';

/** A row of travellers, each with its link to the one before; the first has that of the words before the row. */
export type Row = Joined[];
type Joined = { member: Member; link: Link };

/** The rows of travellers that a message names. In an answer a few other words may stand before an "and". */
export function rowsOf(text: Text, hits: readonly Hit[], members: readonly Member[], asked: boolean): Row[] {
  const rows: Row[] = [];
  for (const member of members) {
    const row = rows.at(-1);
    const last = row?.at(-1)?.member;
    const link = last === undefined ? null : linkOf(text, last.to, member.from, asked);
    if (row === undefined || link === null || (!asked && apart(text, row, member, link)))
      rows.push([{ member, link: leading(text, member) }]);
    else row.push({ member: doubted(text, hits, member), link });
  }
  return rows;
}

/** "14 yrs female, with her father": who stands alone before the comma is the patient, and no traveller told here. */
function apart(text: Text, row: Row, member: Member, link: Link): boolean {
  const [only] = row;
  if (row.length > 1 || only === undefined || only.member.sized) return false;
  const nobody = only.member.size === null || (link === 'with' && /^(?:adult|child)$/.test(only.member.role));
  return (
    nobody &&
    tokensOf(text)
      .slice(only.member.to, member.from + 1)
      .some(({ gap }) => gap.includes(','))
  );
}

/** "and maybe my sister", "my sister might join": one more or none. */
function doubted(text: Text, hits: readonly Hit[], member: Member): Member {
  if (member.sized || member.size === null) return member;
  const after = tokensOf(text)[member.to]?.gap === '';
  const near = hits.some(
    (hit) =>
      hit.code === 'maybe' &&
      ((after && hit.from === member.to) || (hit.to <= member.from && member.from - hit.to <= 1)),
  );
  return near ? { ...member, size: { min: 0, max: member.size.max } } : member;
}

function leading(text: Text, member: Member): Link {
  for (let at = member.from - 1; at >= member.from - 3; at -= 1) {
    const code = codeAt(text, at);
    if (code === 'with' || (code === 'and' && shortWith(text, at))) return 'with';
    if (code === 'and' || starts(text, member.from)) return 'and';
    if (code !== 'skip') break;
  }
  return 'none';
}

/** "travels w his son", "w/ wife": the letter is short for "with" behind a verb or before a slash. */
function shortWith(text: Text, at: number): boolean {
  const tokens = tokensOf(text);
  if (tokens[at]?.fold !== 'w') return false;
  return (
    tokens[at + 1]?.gap === '/' || hitsOf(text, 'travellers').some((hit) => hit.code === 'travel' && hit.to === at)
  );
}

/** At most this many words that say nothing of travellers may stand in a row. */
const mostBetween = 6;

function linkOf(text: Text, from: number, to: number, asked: boolean): Link | null {
  if (to - from > 2 * mostBetween) return null;
  const tokens = tokensOf(text);
  let foreign = 0;
  let and = starts(text, to);
  let beside = false;
  let within = false;
  let gaps = '';
  for (let at = from; at <= to; at += 1) {
    const past = afterBracket(tokens, at, to);
    if (past > at) at = past;
    gaps += past > from ? (tokens[at]?.gap ?? '').replace(')', '') : (tokens[at]?.gap ?? '');
    if (at === to) break;
    const code = codeAt(text, at);
    within ||= code === 'within' || code === 'including patient';
    if (code === null) {
      if (!asked) return null;
      foreign += 1;
    }
    and ||= code === 'and';
    beside ||= code === 'with';
  }
  if (gaps !== '' && (asked ? /[.;?!:=]/ : /[.;?!:=\n(]/).test(gaps)) return null;
  if (foreign > 0 && !(foreign <= mostBetween && (starts(text, to) || near(text, to)))) return null;
  if (within) return 'within';
  if (and || gaps.includes('&')) return 'and';
  if (beside) return 'with';
  return gaps !== '' && /[,\n/()–—-]/.test(gaps) ? 'comma' : 'none';
}

/** "3 kids (4, 8, 11) and a maid": behind a bracket that opens at token `at` and closes before token `to`. */
function afterBracket(tokens: readonly Token[], at: number, to: number): number {
  if (!(tokens[at]?.gap ?? '').endsWith('(')) return at;
  for (let close = at + 1; close <= to; close += 1) if ((tokens[close]?.gap ?? '').startsWith(')')) return close;
  return at;
}

/** An "and" or "with" just before token `at`, articles and possessives aside. */
function near(text: Text, at: number): boolean {
  let before = at - 1;
  while (before > at - 3 && codeAt(text, before) === 'skip') before -= 1;
  return /^(?:and|with)$/.test(codeAt(text, before) ?? '');
}

/** Whether the word at token `at` begins with the letter for "and"; a word that has it as its own letter must have it twice. */
export function starts(text: Text, at: number): boolean {
  const token = tokensOf(text)[at];
  if (token === undefined || !token.fold.startsWith('و')) return false;
  return text.clean.startsWith('وو', token.start) || !/^(?:وا?لد|واحد|وحد)/.test(token.fold);
}

function codeAt(text: Text, at: number): string | null {
  return passed[codes(text)[at] ?? passed.length] ?? null;
}

/** For each token the word it is among those that may stand between travellers, as its place in `passed`. */
const codes = once((text: Text): number[] => {
  const found: number[] = [];
  for (const { code, from, to } of hitsOf(text, 'travellers')) {
    if (code === 'with him' && tokensOf(text)[to - 1]?.fold === 'her') {
      found[from] = passed.indexOf('with');
      found[to - 1] = passed.indexOf('skip');
    }
    const rank = passed.indexOf(code);
    for (let at = from; rank >= 0 && at < to; at += 1) found[at] = Math.min(rank, found[at] ?? rank);
  }
  return found;
});
/** Words that may stand between travellers; of two that one word may be, the first counts. */
const passed = [
  'within',
  'and',
  'with',
  'maybe',
  'including patient',
  'without patient',
  'we',
  'travel',
  'accompany',
  'skip',
];
