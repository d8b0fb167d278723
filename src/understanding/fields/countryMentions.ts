import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import { arabiziNames } from './countryArabizi.ts';
import { type CountryHow, isoCodes } from './countryNames.ts';
import { formsOf } from './forms.ts';
import { hitsOf } from './lexicon.ts';
import { tokensOf } from './tokens.ts';
import dialCodes from './words/dialCodes.json' with { type: 'json' };

/** A country named in a message: tokens `from` up to, not including, `to`; several codes if the name does not tell which. */
export type Mention = { codes: readonly string[]; how: CountryHow; from: number; to: number };

/** All countries a message names, whatever it says of them. */
export function mentionsIn(text: Text, asked: boolean, listening: Listening): Mention[] {
  return [
    ...named(text, listening),
    ...arabiziNames(text).map((name) => ({ codes: [name.code], how: name.how, from: name.from, to: name.to })),
    ...flags(text),
    ...dialled(text, asked),
    ...omanOrAmman(text, listening),
    ...alAin(text, asked),
    ...(asked ? isoCode(text) : []),
  ];
}

function named(text: Text, listening: Listening): Mention[] {
  return hitsOf(text, 'country').flatMap((hit) => {
    if (hit.code === 'none') return [];
    const [code = '', how = 'other'] = hit.code.split(' ');
    const all = code.split(',');
    const known = all.filter((one) => one === listening.country);
    return [{ codes: known.length > 0 ? known : all, how: how as CountryHow, from: hit.from, to: hit.to }];
  });
}

/** Flags; the Russian one stands for the journey. */
function flags(text: Text): Mention[] {
  if (!text.clean.includes('\ud83c')) return [];
  return [...text.clean.matchAll(/[\u{1f1e6}-\u{1f1ff}]{2}/gu)].flatMap((match) => {
    const code = [...match[0]]
      .map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65))
      .join('');
    return code === 'RU' ? [] : [{ codes: [code], how: 'place', from: 0, to: 0 }];
  });
}

const codes = new Map(Object.entries(dialCodes));

/** "+965", "00965"; "965" alone only as an answer. */
function dialled(text: Text, asked: boolean): Mention[] {
  if (!/(?:\+|00|^ ?|[^\d])\d{2,3}(?!\d)/.test(text.clean)) return [];
  const tokens = tokensOf(text);
  const bare = !asked || tokens.length > 3 ? /^$/ : tokens.length === 1 ? /^(9[67]\d|20)$/ : /^(9[67]\d)$/;
  return tokens.flatMap((token, at) => {
    const digits = (/^(?:\+|00)(\d{2,3})$/.exec(token.fold) ?? bare.exec(token.fold))?.[1];
    const code = digits === undefined ? undefined : codes.get(digits);
    return code === undefined ? [] : [{ codes: [code], how: 'place', from: at, to: at + 1 }];
  });
}

/** "KZ" as the whole answer, in capitals. */
function isoCode(text: Text): Mention[] {
  const code = text.clean;
  return isoCodes.has(code) ? [{ codes: [code], how: 'place', from: 0, to: 1 }] : [];
}

/** عمان is Oman or the city of Amman, unless a vowel sign, a word beside it or what is known already settles it. */
function omanOrAmman(text: Text, listening: Listening): Mention[] {
  if (!text.fold.includes('عمان')) return [];
  const vowelled = /م[\u064b-\u0650]?\u0651/.test(text.clean) ? 'JO' : /ع\u064f/.test(text.clean) ? 'OM' : undefined;
  const settled = vowelled ?? listening.country;
  const readings = settled === 'OM' || settled === 'JO' ? [settled] : ['OM', 'JO'];
  return tokensOf(text).flatMap((token, at) => {
    const name = token.fold.endsWith('عمان') && formsOf(token.fold).includes('عمان');
    const taken = hitsOf(text, 'country').some((hit) => hit.from <= at && at < hit.to);
    return name && !taken ? [{ codes: readings, how: 'place', from: at, to: at + 1 }] : [];
  });
}

/** العين is the town of Al Ain after "from" or "living in", beside the Emirates or as a bare answer; else it is the eye. */
function alAin(text: Text, asked: boolean): Mention[] {
  if (!text.fold.includes('العين')) return [];
  const tokens = tokensOf(text);
  const others = hitsOf(text, 'other');
  return tokens.flatMap((token, at) => {
    if (!token.fold.endsWith('العين') || token.fold.length > 6) return [];
    const eye = others.some((hit) => hit.code === 'eye' && hit.from < at && at - hit.to <= 1);
    const emirates = hitsOf(text, 'country').some((hit) => hit.code.startsWith('AE'));
    const from = others.some((hit) => hit.code === 'from' && hit.to === at);
    const home = others.some((hit) => hit.code === 'residence' && hit.to <= at && at - hit.to <= 1);
    const town = emirates || home || (!eye && (from || (asked && tokens.length <= 3)));
    return town ? [{ codes: ['AE'], how: 'place', from: at, to: at + 1 }] : [];
  });
}
