import { peopleOf } from './spellings.ts';
import country from './words/country.json' with { type: 'json' };
import peoples from './words/peoples.json' with { type: 'json' };

/**
 * How a phrase names a country: by its own name or that of a great city; by a place in it; by its people; by a name that is
 * also an everyday word; by one that counts only as a bare answer; or as a country outside the Arab world or its people.
 */
export type CountryHow = 'name' | 'place' | 'demonym' | 'local' | 'short' | 'other' | 'foreigner';

/** The Arab countries, where we are written from: their people unasked are a country, others' are not. */
const arab = new Set('KW SA AE QA BH OM IQ YE JO EG SY LB PS SD LY MA DZ TN MR'.split(' '));

/** Names of the world's countries that are everyday words in Arabic or English, so they are left to our own table. */
const everyday = new Set(
  'ML BJ TG CU MC JE GG GS IO TF UM AQ BV HM CX CC XK IM AC CP DG EA IC TA EU EZ UN QO ZZ XA XB CQ'.split(' '),
);

const names = ['ar', 'en', 'ru'].map((locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }));

/** Phrases by `code how`: our own tables, and the names of all other countries in Arabic, English and Russian. A name that several countries share has their codes joined by a comma; `none` are phrases that name no country. */
export const countryPhrases: Readonly<Record<string, readonly string[]>> = phrases();

function phrases(): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = {};
  for (const [code, own] of Object.entries<Partial<Record<string, readonly string[]>>>(country)) {
    for (const [how, list = []] of Object.entries(own)) {
      const key = code === 'none' ? code : `${code} ${how}`;
      all[key] = list;
    }
  }
  for (const [code, own] of Object.entries<Partial<Record<string, readonly string[]>>>(peoples)) {
    const key = `${code} ${arab.has(code) ? 'demonym' : 'foreigner'}`;
    all[key] = (own.people ?? []).flatMap(peopleOf);
    all[`${code} local`] = [...(all[`${code} local`] ?? []), ...(own.local ?? []).flatMap(peopleOf)];
  }
  for (const code of otherCodes()) {
    const own = names.map((name) => name.of(code)).filter((name): name is string => name !== undefined);
    all[`${code} other`] = [...(all[`${code} other`] ?? []), ...own];
  }
  return all;
}

function otherCodes(): string[] {
  const codes: string[] = [];
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      const isCountry = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      if (!arab.has(code) && !everyday.has(code) && isCountry) codes.push(code);
    }
  }
  return codes;
}

/** Codes of two letters that a person may give as the whole answer, besides those of our own table; words of English are none. */
export const isoCodes: ReadonlySet<string> = new Set(
  otherCodes().filter(
    (code) => !/^(?:AM|AS|AT|BE|BY|DO|GO|HM|ID|IN|IS|IT|LA|MA|ME|MS|MY|NO|OK|SO|TO|PM|TV|RU)$/.test(code),
  ),
);
