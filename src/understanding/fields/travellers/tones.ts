import type { Text } from '../../normalise.ts';
import { tokensOf } from '../tokens.ts';
import type { Link } from './links.ts';
import type { Member } from './people.ts';

/** Whose relative somebody is by the words: of the one who writes, of the patient, or it is not said. */
export type Tone = 'mine' | 'theirs' | 'bare';

export function toneOf(text: Text, member: Member): Tone {
  const tokens = tokensOf(text);
  const at = noun(text, member);
  const before = tokens.slice(Math.max(0, member.from - 2), at).map((token) => token.fold);
  const word = tokens[at]?.fold ?? '';
  if (before.some((other) => /^(?:my|our)$/.test(other))) return 'mine';
  if (before.some((other) => /^(?:his|her|their|patient's)$/.test(other))) return 'theirs';
  if (/^[a-z0-9']+$/.test(word)) return arabizi(word);
  if (/^و?ال/.test(word) || text.clean[(tokens[at]?.end ?? 0) - 1] === 'ة') return 'bare';
  if (/(?:ي|نا|ويه|ايه)$/.test(word)) return 'mine';
  return /(?:ه|ها|هم)$/.test(word) ? 'theirs' : 'bare';
}

/** The token of the noun, behind a number that counts it. */
function noun(text: Text, member: Member): number {
  const digits = /^(?:\d+|\+)$/;
  let at = member.from;
  while (at < member.to - 1 && digits.test(tokensOf(text)[at]?.fold ?? '')) at += 1;
  return at;
}

const english = /^(?:baby|mummy|mommy|daddy|granny|hubby|auntie|aunty|wifey|lady|nanny)$/;
const mine =
  /^(?:zaw?j|zo|wa?l|we?l|wi?l|[ie]b[nn]|be?n|bi?n|om|um|ub|ob|ab|a5|akh|o5|u5|ukh|okh|5a|kha|3a|ja?d|ya?d|7[ou]?r|ma?rt|ra[jy]l|wald).*[iy]$/;

function arabizi(word: string): Tone {
  if (english.test(word)) return 'bare';
  return mine.test(word) ? 'mine' : 'bare';
}

/** "انا المريض", "انا ابوه", "ابوي المريض", "patient is my father", "male attendant": one person told twice. */
export function same(text: Text, first: Member, second: Member, link: Link): boolean {
  if (link !== 'none' || second.sized) return false;
  if (first.role === 'adult' && /^(?:kin|kins)$/.test(second.code))
    return /^(?:male|female|lady)$/.test(tokensOf(text)[first.to - 1]?.fold ?? '');
  if (second.size === null) return /^(?:kin|child)$/.test(first.role) && /^(?:adult|child)$/.test(second.role);
  if (first.role === 'total') return second.role === 'adult';
  if (first.role === 'kin' && /^(?:محرم|مرافق|mahram|mehram|ma7ram)/.test(tokensOf(text)[second.from]?.fold ?? ''))
    return true;
  const one = first.size?.max === 1 && second.size?.max === 1;
  if (first.role === 'adult')
    return second.code === 'people' || second.code === 'adults' || second.role === 'companion';
  if (!one) return false;
  const pair = `${first.role} ${second.role}`;
  if (twice.has(pair)) return true;
  if (pair === 'kin patient') return toneOf(text, first) === 'mine' || defined(text, first);
  if (pair === 'self kin')
    return toneOf(text, second) === 'theirs' && /^[\u0600-\u06ff]/.test(tokensOf(text)[second.from]?.fold ?? '');
  if (pair === 'kin kin') return construct(text, first, second);
  return pair === 'patient kin' && toneOf(text, second) === 'mine';
}

/** "زوجة ولدي", "ابن اخوها": a relative of a relative is one person. */
function construct(text: Text, first: Member, second: Member): boolean {
  const word = tokensOf(text)[first.from];
  if (word === undefined || first.sized || !/^[\u0600-\u06ff]/.test(word.fold) || defined(text, first)) return false;
  const [tone, other] = [toneOf(text, first), toneOf(text, second)];
  return (tone === 'bare' && other !== 'bare') || (tone === 'theirs' && other === 'mine');
}
const twice: ReadonlySet<string> = new Set([
  'self patient',
  'patient self',
  'self companion',
  'companion kin',
  'child child',
  'child patient',
  'adult patient',
]);

/** "الاخ المريض" is the patient, "زوجة المريض" is not. */
function defined(text: Text, member: Member): boolean {
  return /^و?ال/.test(tokensOf(text)[member.from]?.fold ?? '');
}
