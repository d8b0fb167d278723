import type { Text } from '../../normalise.ts';
import type { Link, Row } from './links.ts';
import type { Member } from './people.ts';
import { listed, only, retoldIn, taken, told } from './retold.ts';
import { counted, type Marks, one, plus, type Size, type Tally, whole } from './tally.ts';
import { same, toneOf } from './tones.ts';

/**
 * How many a row of travellers is, the patient included; several sizes if it may be read in several ways, none if it does
 * not say. A count of all ends the list that it introduces: "we are 4: me, my wife and 2 kids".
 */
export function sizesOf(text: Text, row: Row, marks: Marks): Size[] {
  const tally: Tally = { text, sum: { min: 0, max: 0 }, count: null, vague: false, met: new Set(), also: [] };
  if (taken(text, row)) tally.met.add('patient');
  else if (marks.accompanying) tally.met.add('accompanying');
  let last: Member | null = null;
  let retold = 0;
  for (const [at, { member, link }] of row.entries()) {
    const joined: Link = last !== null && /^with/.test(last.role) ? 'with' : link;
    const ended = at === row.length - 1;
    if (joined === 'within' && tally.count !== null) break;
    if (retold > 0) {
      retold -= 1;
      last = member;
      continue;
    }
    if (told(row, at)) tally.met.add('patient');
    else if (last !== null && same(text, last, member, joined)) {
      if (member.role !== 'companion' || last.role !== 'kin') note(tally, member);
      else tally.met.add('companion');
    } else if (only(last, joined)) break;
    else if (!take(tally, member, last, joined, ended)) break;
    retold = retoldIn(row, at);
    last = member;
  }
  if (tally.count !== null) return counted(tally, tally.count, marks);
  if (tally.vague) return [];
  if (marks.excluded) return [plus(tally.sum, one)];
  return marks.included ? [tally.sum] : whole(tally, row[0]?.link === 'with');
}

/** Adds a member to the tally; `false` if the row is decided. */
function take(tally: Tally, member: Member, last: Member | null, link: Link, ended: boolean): boolean {
  if (member.role === 'total' || member.role === 'number') return takeCount(tally, member, last, link, ended);
  if (tally.count !== null) return takeBeside(tally, tally.count, member, link);
  if (member.role === 'with me' || member.role === 'with him') takeWith(tally, member, ended);
  else if (member.size === null) tally.vague = true;
  else if (!known(tally, member)) {
    if (listed(last, member, link)) tally.sum = { min: tally.sum.min - 2, max: tally.sum.max - 3 };
    if (member.trailing === true && ended && member.size.min > tally.sum.max + 1) tally.also.push(member.size);
    tally.sum = plus(tally.sum, member.size);
  }
  note(tally, member);
  return true;
}

/** The patient and the one who writes are counted once. */
function known(tally: Tally, { role }: Member): boolean {
  if (role === 'he') return tally.met.has('patient') || tally.met.has('he');
  return (role === 'self' || role === 'patient') && tally.met.has(role);
}

function note({ met, text }: Tally, member: Member): void {
  const tone = member.role === 'kin' || member.role === 'child' ? toneOf(text, member) : 'bare';
  const named = met.has('child') || met.has('kin') || met.has('adult');
  if (tone === 'theirs' ? !named : tone === 'mine') met.add(tone);
  if (tone === 'theirs' && named) met.add('their own');
  if (/parent/.test(member.code)) met.add('parent');
  if (member.role === 'companion' && met.has('kin') && !met.has('theirs')) met.add('patient');
  if (met.size === 0 && member.role === 'self') met.add('self first');
  met.add(member.role);
  met.add(member.code);
}

/**
 * A number of people adds to those before it by "and" or "with"; else it is the count of all, or, if others follow without
 * a break ("my son 7 and me"), an age.
 */
function takeCount(tally: Tally, member: Member, last: Member | null, link: Link, ended: boolean): boolean {
  const age = link === 'none' && !ended && member.role === 'number' && tally.count === null && !tally.vague;
  if (member.size === null || (last !== null && age)) return true;
  if (last === null) {
    tally.count = member;
    return true;
  }
  const adds = (link === 'and' || link === 'with') && !tally.vague;
  if (adds && tally.count === null) {
    tally.sum = plus(tally.sum, member.size);
    tally.met.add('companion');
    return true;
  }
  if (adds && tally.count !== null && tally.count.size !== null) {
    tally.sum = plus(tally.count.size, member.size);
    tally.count = null;
    tally.met.add('self');
    return true;
  }
  if (tally.count !== null) return false;
  if (member.size.max < tally.sum.max) tally.vague = true;
  else tally.count = member;
  return false;
}

/** Somebody named after a count of all: "3 and the patient" is four, "3 with the patient" is three. */
function takeBeside(tally: Tally, count: Member, member: Member, link: Link): boolean {
  if (count.size === null) return false;
  if (link === 'and') {
    if (member.size === null) return false;
    tally.sum = member.role === 'with me' ? count.size : plus(count.size, member.size);
    tally.count = null;
    tally.met.add('self');
    note(tally, member);
    return true;
  }
  const more = plus(count.size, one);
  if (/^with/.test(member.role) && count.we !== true) {
    if (count.size.max === 1) tally.count = { ...count, size: more };
    else tally.also.push(more);
  } else if (link === 'with' && count.size.max === 1 && /^(?:patient|he|self)$/.test(member.role))
    tally.count = { ...count, size: more };
  return false;
}

/** "معاي ٢" begins with the one who writes; "ابوي ومعاه ٢" names nobody new, but says that the father is the patient. */
function takeWith(tally: Tally, { role }: Member, ended: boolean): void {
  const { met } = tally;
  if (role === 'with me') {
    if (!met.has('self')) tally.sum = plus(tally.sum, one);
    met.add('self');
    return;
  }
  const first = tally.sum.max === 0;
  const another = first || (ended && (!met.has('mine') || met.has('self first')));
  if (!met.has('patient') && !met.has('he') && another) tally.sum = plus(tally.sum, one);
  if (another || !ended) met.add('patient');
}
