import type { Text } from '../../normalise.ts';
import type { Hit } from '../lexicon.ts';
import { negated } from '../speech.ts';
import { breaks, tokensOf } from '../tokens.ts';
import { type Amount, amountsOf } from './count.ts';
import { both, countable, follows, partitive, sizeOf } from './counted.ts';
import { starts } from './links.ts';
import { kinds, type Member } from './people.ts';

/** Everybody a message names, and every count of people in it, in order. A bare number counts only as an answer. */
export function membersOf(text: Text, hits: readonly Hit[], asked: boolean): Member[] {
  const amounts = amountsOf(text);
  const taken = new Set<Amount>();
  const nouns = hits.filter((hit) => hit.code in kinds && !possessive(text, hits, hit));
  const members: Member[] = [];
  for (const hit of nouns) {
    const [role, own] = kinds[hit.code] ?? ['kin', 0];
    const last = members.at(-1);
    if ((last !== undefined && hit.from < last.to) || (own !== 0 && negated(text, hit.from))) continue;
    const start = amounts.length > 0 ? partitive(text, hit) : 0;
    const before = amounts.find((amount) => amount.to === start && !taken.has(amount));
    const fits =
      before !== undefined &&
      !starts(text, hit.from) &&
      !breaks(tokensOf(text)[hit.from]?.gap ?? '') &&
      countable(role, own, hit.code, before);
    const after = fits ? undefined : amounts.find((amount) => follows(text, nouns, hit, own, amount));
    const amount = fits ? before : after;
    if (amount !== undefined) taken.add(amount);
    if (own === 0 && amount === undefined) continue;
    members.push({
      role,
      code: hit.code,
      size: sizeOf(text, hit, both(text, hit) && own === -1 ? 2 : own, amount),
      sized: amount !== undefined,
      from: fits && amount !== undefined ? amount.from : hit.from,
      to: after?.to ?? hit.to,
      ...(after !== undefined && own === -1 && role !== 'companion' ? { trailing: true } : {}),
    });
  }
  for (const amount of amounts) {
    if (taken.has(amount) || members.some((member) => member.from < amount.to && amount.from < member.to)) continue;
    const we = counts(hits, amount, 'count of', 1) || counts(hits, amount, 'we', asked ? 2 : 1);
    const surely = counts(hits, amount, 'count of', 1) || (we && ends(text, hits, amount));
    if (asked || surely || added(text, hits, amount))
      members.push({
        role: we ? 'total' : 'number',
        code: '',
        size: amount,
        sized: true,
        ...amount,
        ...(we ? { we } : {}),
      });
  }
  return outside(
    text,
    merged(
      hits,
      members.sort((a, b) => a.from - b.from),
    ),
  );
}

/** "her son", "patient's brother": the word is nobody of its own. */
function possessive(text: Text, hits: readonly Hit[], { code, to }: Hit): boolean {
  if (code === 'patient' && tokensOf(text)[to - 1]?.fold.endsWith("'s") === true) return true;
  return (
    (code === 'he' || code === 'with him') &&
    tokensOf(text)[to - 1]?.fold === 'her' &&
    hits.some((hit) => hit.from === to && /^(?:kin|parent|two |child)/.test(hit.code))
  );
}

/** "شخصين او ثلاثة", "مرافق او اثنين": two sizes of the same people. */
function merged(hits: readonly Hit[], members: readonly Member[]): Member[] {
  const result: Member[] = [];
  if (!hits.some((hit) => hit.code === 'or')) return [...members];
  for (const member of members) {
    const last = result.at(-1);
    const or = hits.find((hit) => hit.code === 'or' && hit.to === member.from);
    if (or === undefined || member.size === null) result.push(member);
    else if (last !== undefined && last.to === or.from && last.size !== null && last.size.max < member.size.max) {
      const kind = last.role === 'number' ? member : last;
      result[result.length - 1] = {
        ...kind,
        size: { min: last.size.min, max: member.size.max },
        sized: true,
        from: last.from,
        to: member.to,
      };
    } else if (member.size.max === 2 && hits.some((hit) => hit.code === 'people' && hit.to === or.from))
      result.push({ ...member, size: { min: 1, max: 2 } });
    else result.push(member);
  }
  return result;
}

/** "family of 4", "we are 3": a number behind a word that counts all. */
function counts(hits: readonly Hit[], amount: Amount, code: string, reach: number): boolean {
  return hits.some((hit) => hit.code === code && amount.from >= hit.to && amount.from - hit.to < reach + 1);
}

/** Unasked, "we are 3" counts where the clause ends or goes on about travelling: "there are 3 doctors" does not. */
function ends(text: Text, hits: readonly Hit[], amount: Amount): boolean {
  const next = tokensOf(text)[amount.to];
  if (next === undefined || breaks(next.gap)) return true;
  return hits.some(
    (hit) => hit.from === amount.to && /^(?:travel|people|skip|and|but|with|including patient)$/.test(hit.code),
  );
}

/** Unasked, "me plus 2", "patient + 1" and "معاه اثنين". */
function added(text: Text, hits: readonly Hit[], amount: Amount): boolean {
  const plus =
    /^(?:\+|plus)$/.test(tokensOf(text)[amount.from - 1]?.fold ?? '') ||
    hits.some((hit) => /^with /.test(hit.code) && hit.to === amount.from);
  return plus && ends(text, hits, amount);
}

/** "2 adults (me and my wife)": who stands in brackets is counted already. */
function outside(text: Text, members: Member[]): Member[] {
  const open = text.clean.indexOf('(');
  if (open < 0) return members;
  const close = text.clean.indexOf(')', open);
  const tokens = tokensOf(text);
  const startOf = (member: Member): number => tokens[member.from]?.start ?? 0;
  const counted = members.some((member) => startOf(member) < open && member.size !== null);
  if (!counted) return members;
  return members.filter((member) => startOf(member) < open || (close >= 0 && startOf(member) > close));
}
