import { allOf } from './allOf.ts';
import { type Hit, kindsBefore, namedBehind, nearestBefore, type Sight } from './hit.ts';
import { label } from './labels.ts';

const shape =
  /(?<![a-z0-9])(?!(?:no|id|is|nr|of|in|to)\b)(?=[a-z]{0,3}[ -]?\d)(?:[a-z]{1,3}[ -]?\d{6,9}|[a-z]{1,2} \d{2,4}[ -]\d{3,4}|\d{2} ?\d{2} ?(?:номер|№|no\.?)? ?\d{6}|\d{2} \d{7}|\d{6,10})(?![a-z0-9])/g;
const mixed = /(?<![a-z0-9])(?=[a-z0-9]{8,9}(?![a-z0-9]))[a-z0-9]*\d{3,}[a-z0-9]*/g;
/** The machine readable lines at the foot of a passport or card. */
const mrz =
  /(?<![a-z0-9])p<[a-z]{3}[a-z <]{2,40}<<[a-z<]{0,40}|(?<![a-z0-9])(?:p|i|a|c|v)[a-z<][a-z]{3}[a-z0-9<]{10,39}|(?<![a-z0-9])[a-z0-9<]{9}\d[a-z]{3}\d{7}[mfx<]\d{7}[a-z0-9<]{0,16}/g;

/** Machine readable lines: rows with fillers `<`, or the second line with its check digits. */
export function mrzIn(sight: Sight): Hit[] {
  if (!/<|\d{7}[mfx]\d{7}/.test(sight.text)) return [];
  const hits: Hit[] = [];
  for (const match of allOf(mrz, sight.text)) {
    if (!match[0].includes('<') && !/\d{7}[mfx]\d{7}/.test(match[0])) continue;
    const rest = /^[a-z0-9<\s]{0,100}</.exec(sight.text.slice(match.index + match[0].length))?.[0].length ?? 0;
    hits.push({
      type: 'passport_mrz',
      from: match.index,
      to: match.index + match[0].length + rest + lastDigit(sight.text, match.index + match[0].length + rest),
    });
  }
  return hits;
}

/** The check digit behind the last filler. */
function lastDigit(text: string, to: number): number {
  return text[to - 1] === '<' ? (/^\d{1,2}(?![a-z0-9])/.exec(text.slice(to, to + 3))?.[0].length ?? 0) : 0;
}

/** "PP# Z3456789", "PP No: 1234567"; the two letters alone stand for much else. */
const abbreviated = /(?<![a-z0-9])ppt? ?(?:#|:|no\.?|number|num) ?[:.#]? ?([a-z]{0,2} ?\d{6,9})(?![a-z0-9])/g;

/** Words of other numbers: the one nearest to a number names it. */
const others =
  label.phone | label.mrn | label.insurance_no | label.account | label.otp | label.kuwait_civil_id | label.born;

/** A letter or two and seven digits or eight: a passport wherever passports are spoken of, or where nothing else is said. */
const typical = /^[a-z]{1,2} ?\d{7,8}$/;
const alone = /^[a-z]{1,2}\d{7,8}\s*$/;

/** Passport numbers: only near a word that names them; nearly any short row of letters and digits could be one. */
export function passportsIn(sight: Sight): Hit[] {
  const hits: Hit[] = [];
  if (alone.test(sight.text)) hits.push({ type: 'passport', from: 0, to: sight.text.trimEnd().length });
  for (const match of allOf(abbreviated, sight.text)) {
    const to = match.index + match[0].length;
    hits.push({ type: 'passport', from: to - (match[1]?.length ?? 0), to });
  }
  const isAbbreviated = /(?<![a-z])ppt?(?![a-z])/.test(sight.text);
  if ((sight.kinds & label.passport) === 0 && !isAbbreviated) return hits;
  for (const pattern of [shape, mixed]) {
    for (const match of allOf(pattern, sight.text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const isNamed = (kindsBefore(sight, from) & label.passport) !== 0;
      if (!isNamed && !typical.test(match[0]) && namedBehind(sight, to, label.passport) === null) continue;
      if (/^(?:19|20)\d{6}$/.test(match[0]) || !/\d{5}|\d \d|\d-\d|[a-z]/.test(match[0])) continue;
      const nearest = nearestBefore(sight, from, label.passport | others);
      if (nearest !== null && (nearest.kinds & label.passport) === 0) continue;
      hits.push({ type: 'passport', from, to });
    }
  }
  return hits;
}
