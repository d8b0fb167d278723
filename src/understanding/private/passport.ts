import words from '../words/private.json' with { type: 'json' };
import { anyOf, before, type Hit, type Sight } from './hit.ts';

const named = anyOf(words.passport);
const shape =
  /(?<![a-z0-9])(?=[a-z]{0,3} ?\d)(?:[a-z]{1,3} ?\d{6,9}|\d{2} ?\d{2} ?\d{6}|\d{2} \d{7}|\d{6,10})(?![a-z0-9])/g;
const mixed = /(?<![a-z0-9])(?=[a-z0-9]{8,9}(?![a-z0-9]))[a-z0-9]*\d{3,}[a-z0-9]*/g;
/** The machine readable lines at the foot of a passport or card. */
const mrz =
  /(?<![a-z0-9])(?:p|i|a|c|v)[a-z<][a-z]{3}[a-z0-9<]{10,39}|(?<![a-z0-9])[a-z0-9<]{9}\d[a-z]{3}\d{7}[mfx<]\d{7}[a-z0-9<]{0,16}/g;

/** Machine readable lines: rows with fillers `<`, or the second line with its check digits. */
export function mrzIn(sight: Sight): Hit[] {
  const hits: Hit[] = [];
  for (const match of sight.text.matchAll(mrz)) {
    if (!match[0].includes('<') && !/\d{7}[mfx]\d{7}/.test(match[0])) continue;
    const rest = /^[a-z0-9<\s]{0,100}</.exec(sight.text.slice(match.index + match[0].length))?.[0].length ?? 0;
    hits.push({ type: 'passport_mrz', from: match.index, to: match.index + match[0].length + rest });
  }
  return hits;
}

/** Passport numbers: only near a word that names them; nearly any short row of letters and digits could be one. */
export function passportsIn(sight: Sight): Hit[] {
  if (!named.test(sight.text)) return [];
  const hits: Hit[] = [];
  for (const pattern of [shape, mixed]) {
    for (const match of sight.text.matchAll(pattern)) {
      if (!named.test(before(sight.text, match.index))) continue;
      if (/^(?:19|20)\d{6}$/.test(match[0])) continue;
      hits.push({ type: 'passport', from: match.index, to: match.index + match[0].length });
    }
  }
  return hits;
}
