import type { Text } from '../../normalise.ts';
import { hitsOf } from '../lexicon.ts';
import type { Link, Row } from './links.ts';
import type { Member } from './people.ts';

/** "2 companions, his wife and son": how many members behind a number of companions name them again. */
export function retoldIn(row: Row, at: number): number {
  const { role, sized, size } = row[at]?.member ?? {};
  if (role !== 'companion' || sized !== true || size === undefined || size === null) return 0;
  if (!/^(?:comma|none)$/.test(row[at + 1]?.link ?? '')) return 0;
  let sum = 0;
  for (const [step, { member }] of row.slice(at + 1).entries()) {
    if (!/^(?:kin|child|adult)$/.test(member.role) || member.size === null) return 0;
    sum += member.size.min;
    if (sum >= size.min) return sum === size.min && size.min === size.max ? step + 1 : 0;
  }
  return 0;
}

/** "…, she is the patient" names nobody new. */
export function told(row: Row, at: number): boolean {
  const [before, here, after] = [row[at - 1], row[at], row[at + 1]];
  if (here?.member.role === 'patient') return at > 1 && before?.member.role === 'he' && here.link === 'none';
  return at > 0 && here?.member.role === 'he' && after?.member.role === 'patient' && after.link === 'none';
}

/** "The patient only, …": who follows does not come. */
export function only(last: Member | null, link: Link): boolean {
  return last?.code === 'only one' && link !== 'and' && link !== 'with';
}

/** "المرافقين الام والاب": companions without a number, and then who they are. */
export function listed(last: Member | null, member: Member, link: Link): boolean {
  const unsized = last?.role === 'companion' && !last.sized && last.size?.min === 2 && last.size.max === 3;
  return unsized && /^(?:kin|child)$/.test(member.role) && /^(?:comma|none)$/.test(link);
}

/** "My father travels with my brother", "a lady with her sister": who comes first is the patient. */
export function taken(text: Text, row: Row): boolean {
  const [first, second] = [row[0]?.member, row[1]?.member];
  if (first === undefined || second === undefined || first.sized || first.size?.max !== 1 || row[1]?.link !== 'with')
    return false;
  if (first.role === 'adult' || (first.role === 'child' && second.role === 'kin')) return true;
  if (first.role !== 'kin' || second.role !== 'kin') return false;
  return hitsOf(text, 'travellers').some(
    (hit) => hit.code === 'travel' && hit.from >= first.to && hit.to <= second.from,
  );
}
