import { createInstance } from 'i18next';
import ar from './ar/index.ts';
import en from './en/index.ts';
import { isolateLatin } from './isolate.ts';

/** The languages people are spoken to in. A new one is a folder and a line here. */
const people = { ar, en };

export type Language = keyof typeof people;
export const languages = Object.keys(people) as Language[];

const namespaces = ['lines', 'fields', 'values', 'topics', 'counts', 'private', 'about'] as const;

type Wording = { [key: string]: string | Wording };

const prepared = (wording: Wording): Wording =>
  Object.fromEntries(
    Object.entries(wording).map(([key, value]) => [
      key,
      typeof value === 'string' ? isolateLatin(value) : prepared(value),
    ]),
  );

const instance = createInstance();
await instance.init({
  resources: { ar: prepared(ar), en: en as Wording },
  ns: namespaces,
  defaultNS: 'lines',
  lng: 'ar',
  fallbackLng: false,
  // Values are isolated where they are made; a wording is plain text, so there is nothing to escape.
  interpolation: { escapeValue: false },
  returnEmptyString: false,
});

const fixed = { ar: instance.getFixedT('ar', namespaces), en: instance.getFixedT('en', namespaces) };
type Speak = typeof fixed.en;

/** The wordings of a language: `words('ar')('help')`, `words('en')('topics:ask_price')`. A missing key does not compile. */
export const words = (language: Language): Speak => spoken[language];

/**
 * Interpolating at each call costs i18next 30 µs, and a bubble has a dozen wordings: each is taken apart once, at its
 * first use, and only put together afterwards.
 */
function quick(t: Speak, language: Language): Speak {
  const plurals = new Intl.PluralRules(language);
  const taken = new Map<string, string[]>();
  const speak = (key: string, values: Record<string, unknown> = {}): string => {
    const name = typeof values.count === 'number' ? `${key}_${plurals.select(values.count)}` : key;
    let parts = taken.get(name);
    if (!parts) {
      parts = apart(t as unknown as (key: string, options: object) => string, name);
      taken.set(name, parts);
    }
    return parts.length === 1
      ? (parts[0] ?? '')
      : parts.map((part, index) => (index % 2 === 0 ? part : String(values[part]))).join('');
  };
  return speak as Speak;
}

/** Text and names of placeholders, in turn. */
const apart = (t: (key: string, options: object) => string, key: string): string[] =>
  t(key, { skipInterpolation: true }).split(/\{\{\s*(\w+)\s*\}\}/);

const spoken = { ar: quick(fixed.ar, 'ar'), en: quick(fixed.en, 'en') };

const formats = {
  ar: new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false }),
  en: new Intl.NumberFormat('en-u-nu-latn', { useGrouping: false }),
};

/** Menus and progress say small numbers all the time: those are formatted once. */
const SMALL = 100;
const small = {
  ar: Array.from({ length: SMALL }, (_, value) => formats.ar.format(value)),
  en: Array.from({ length: SMALL }, (_, value) => formats.en.format(value)),
};

/** A number in the digits of the language. */
export const digits = (value: number, language: Language): string =>
  small[language][value] ?? formats[language].format(value);
