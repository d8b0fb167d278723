import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import { type CountryHow, dialCodes } from './countryNames.ts';
import { formsOf } from './forms.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { negated, past } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

type Mention = { codes: readonly string[]; how: CountryHow; from: number; to: number; weight: number };

/**
 * The patient's country (R001). Residence and nationality that differ, and عمان (Oman or Amman), come back as two readings
 * (`domain.md` 6.6). Countries outside the Arab world count unasked only where the text says that somebody is from there;
 * Russia is where the family is going, not where it is from.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  const mentions = [
    ...named(text),
    ...flags(text),
    ...dialled(text, asked),
    ...omanOrAmman(text, listening),
    ...alAin(text, asked),
  ];
  for (const mention of mentions) mention.weight = weigh(text, mention, asked);
  const accepted = mentions
    .filter((mention) => mention.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.from - b.from);
  const best = accepted[0];
  if (best === undefined)
    return asked
      ? nearest(
          text,
          'country',
          (code) => !/^RU| short$/.test(code),
          (code) => code.slice(0, 2),
        )
      : null;
  const rivals = accepted.filter((mention) => mention.weight === best.weight || mention.how === 'demonym');
  const settled = rivals.filter((mention) => mention.codes.length === 1).flatMap((mention) => mention.codes);
  const codes = rivals.flatMap((mention) => {
    const agreed = mention.codes.filter((code) => settled.includes(code));
    return agreed.length > 0 ? agreed : mention.codes;
  });
  return foundOf(codes, best.to > best.from ? wordsAt(text, best.from, best.to) : text.clean);
}

function named(text: Text): Mention[] {
  return hitsOf(text, 'country').map((hit) => {
    const [code = '', how = 'other'] = hit.code.split(' ');
    return { codes: [code], how: how as CountryHow, from: hit.from, to: hit.to, weight: 0 };
  });
}

function flags(text: Text): Mention[] {
  if (!text.clean.includes('\ud83c')) return [];
  return [...text.clean.matchAll(/[\u{1f1e6}-\u{1f1ff}]{2}/gu)].flatMap((match) => {
    const code = [...match[0]]
      .map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65))
      .join('');
    return code === 'RU' ? [] : [{ codes: [code], how: 'place', from: 0, to: 0, weight: 0 }];
  });
}

/** "+965", "00965"; "965" alone only as an answer. */
function dialled(text: Text, asked: boolean): Mention[] {
  if (!/(?:\+|00|^ ?|[^\d])\d{2,3}(?!\d)/.test(text.clean)) return [];
  return tokensOf(text).flatMap((token, at) => {
    const digits =
      /^(?:\+|00)(\d{2,3})$/.exec(token.fold)?.[1] ?? (asked ? /^(9\d\d|20)$/.exec(token.fold)?.[1] : undefined);
    const code = digits === undefined ? undefined : dialCodes[digits];
    return code === undefined ? [] : [{ codes: [code], how: 'place', from: at, to: at + 1, weight: 0 }];
  });
}

/** عمان is Oman or the city of Amman, unless a shadda, a word beside it or what is known already settles it. */
function omanOrAmman(text: Text, listening: Listening): Mention[] {
  if (!text.fold.includes('عمان')) return [];
  const known = listening.country;
  const vowelled = /عمّان/.test(text.clean) ? 'JO' : /عُمان/.test(text.clean) ? 'OM' : known;
  const codes = vowelled === 'OM' || vowelled === 'JO' ? [vowelled] : ['OM', 'JO'];
  return tokensOf(text).flatMap((token, at) => {
    const name = token.fold.endsWith('عمان') && formsOf(token.fold).includes('عمان');
    const taken = hitsOf(text, 'country').some((hit) => hit.from <= at && at < hit.to);
    return name && !taken ? [{ codes, how: 'place', from: at, to: at + 1, weight: 0 }] : [];
  });
}

/** العين is the town of Al Ain after "from" or "in", beside the Emirates or as a bare answer; else it is the eye. */
function alAin(text: Text, asked: boolean): Mention[] {
  if (!text.fold.includes('العين')) return [];
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    if (!token.fold.endsWith('العين') || token.fold.length > 6) return [];
    const eye = hitsOf(text, 'other').some((hit) => hit.code === 'eye' && hit.from < at && at - hit.to <= 1);
    const emirates = hitsOf(text, 'country').some((hit) => hit.code.startsWith('AE'));
    const from = hitsOf(text, 'other').some((hit) => hit.code === 'from' && hit.to === at);
    const town = emirates || (!eye && (from || (asked && tokens.length <= 3)));
    return town ? [{ codes: ['AE'], how: 'place', from: at, to: at + 1, weight: 0 }] : [];
  });
}

/** 0: not the patient's country; the higher, the surer. */
function weigh(text: Text, mention: Mention, asked: boolean): number {
  if (negated(text, mention.from)) return 0;
  const tokens = tokensOf(text);
  const others = hitsOf(text, 'other');
  const before = (code: string, reach: number) =>
    others.some((hit) => hit.code === code && hit.to <= mention.from && mention.from - hit.to < reach);
  const after = (code: string) =>
    others.some((hit) => hit.code === code && hit.from >= mention.to && hit.from - mention.to < 2);
  if (before('residence', 4)) return 4;
  if (mention.codes[0] === 'RU') return asked && before('from', 1) ? 1 : 0;
  if (after('nationality')) return 1.5;
  const foreign = before('foreign', 3) || after('foreign');
  if (before('from', 1) && before('we', 4) && !foreign) return 3;
  if (foreign && tokens.length > 2) return 0;
  if (asked) return mention.how === 'short' && tokens.length > 3 ? 0 : mention.how === 'demonym' ? 1.5 : 2;
  if (mention.how === 'short' || mention.how === 'other') return 0;
  const said = before('from', 1) || before('in', 1);
  if (past(text, mention.from) && !said) return 0;
  if (mention.how === 'local') return said || /^[بل]/.test(tokens[mention.from]?.fold ?? '') ? 2 : 0;
  return mention.how === 'demonym' ? 1.5 : 2;
}
