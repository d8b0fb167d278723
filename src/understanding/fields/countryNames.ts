import country from './words/country.json' with { type: 'json' };

/** How a phrase names a country: by a place in it, by its people, by a local name that is also an everyday word, a code that counts only as a bare answer, or a country outside the Arab world. */
export type CountryHow = 'place' | 'demonym' | 'local' | 'short' | 'other';

/** Names of the world's countries that are everyday words in Arabic or English, so they are left to our own table. */
const everyday = new Set([
  'ML',
  'BJ',
  'TG',
  'CU',
  'MC',
  'JE',
  'GG',
  'GS',
  'IO',
  'TF',
  'UM',
  'AQ',
  'BV',
  'HM',
  'CX',
  'CC',
  'XK',
  'IM',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'CQ',
]);

/** Phrases by `code how`: our own table, and the names of all other countries in Arabic, English and Russian. */
export const countryPhrases: Readonly<Record<string, readonly string[]>> = phrases();

function phrases(): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = {};
  for (const [code, own] of Object.entries(country)) {
    for (const [how, list] of Object.entries(own)) all[`${code} ${how}`] = list;
  }
  const names = ['ar', 'en', 'ru'].map(
    (locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }),
  );
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (code in country || everyday.has(code) || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`)
        continue;
      const own = names.map((name) => name.of(code)).filter((name): name is string => name !== undefined);
      if (own.length > 0) all[`${code} other`] = own;
    }
  }
  return all;
}

/** Dial codes, for "+965" as an answer. */
export const dialCodes: Readonly<Record<string, string>> = {
  '965': 'KW',
  '966': 'SA',
  '971': 'AE',
  '974': 'QA',
  '973': 'BH',
  '968': 'OM',
  '964': 'IQ',
  '967': 'YE',
  '962': 'JO',
  '20': 'EG',
  '963': 'SY',
  '961': 'LB',
  '970': 'PS',
  '249': 'SD',
  '218': 'LY',
  '212': 'MA',
  '213': 'DZ',
  '216': 'TN',
  '98': 'IR',
  '92': 'PK',
  '91': 'IN',
  '90': 'TR',
  '252': 'SO',
  '222': 'MR',
  '253': 'DJ',
  '880': 'BD',
  '63': 'PH',
};
