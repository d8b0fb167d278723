import type { Text } from '../../normalise.ts';
import type { Hit } from '../lexicon.ts';
import { clauseAt, tokensOf } from '../tokens.ts';
import { unbroken } from './company.ts';
import { membersOf } from './members.ts';
import type { Member } from './people.ts';

/**
 * Everybody a message names among travellers, without those who do not come. "We are 7 but only 3 will travel",
 * "بس بيسافر المريض وولده": who stands before that does not count.
 */
export function goersIn(text: Text, hits: readonly Hit[], asked: boolean): readonly Member[] {
  const members = comers(text, hits, membersOf(text, hits, asked));
  const verbs = hits.filter((hit) => hit.code === 'travel');
  const but = hits.find(
    (hit) =>
      /^(?:but|only one)$/.test(hit.code) &&
      members.some((member) => member.to <= hit.from && (member.sized || (member.size?.max ?? 0) > 1)) &&
      verbs.some((verb) => verb.from >= hit.to && verb.from - hit.to <= 3 && unbroken(text, hit.to, verb.from)),
  );
  if (but === undefined) return members;
  const start = but.code === 'but' ? but.to : but.from;
  const after = membersOf(text, hits, true).filter(
    (member) => member.from >= start && (member.role !== 'number' || verbs.some((verb) => beside(verb, member))),
  );
  if (after.length === 0) return members;
  return asked
    ? after
    : after.map((member) => (member.role === 'number' ? { ...member, role: 'total', we: true } : member));
}

/** "only 3 will travel", "بيسافر اثنين"; not "بس يسافرون يوم ١٥". */
function beside(verb: Hit, { from, to }: Member): boolean {
  return from === verb.to || (verb.from >= to && verb.from - to <= 1);
}

/** "His wives and 6 kids stay in Doha": they do not count, if others are named. */
function comers(text: Text, hits: readonly Hit[], members: readonly Member[]): readonly Member[] {
  const stays = hits.filter((hit) => hit.code === 'stays');
  if (stays.length === 0) return members;
  const tokens = tokensOf(text);
  const away = (member: Member) => {
    const { from, to } = clauseAt(tokens, member.from);
    return stays.some((hit) => hit.from >= from && hit.to <= to);
  };
  return members.some((member) => !away(member)) ? members.filter((member) => !away(member)) : members;
}
