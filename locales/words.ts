import { createInstance } from 'i18next';
import ar from './ar/index.ts';
import en from './en/index.ts';
import { isolateLatin } from './isolate.ts';

/** The languages people are spoken to in. A new one is a folder and a line here. */
const people = { ar, en };

export type Language = keyof typeof people;
export const languages = Object.keys(people) as Language[];

const namespaces = ['lines', 'fields', 'values', 'topics', 'counts', 'private'] as const;

type Wording = { [key: string]: string | Wording };

const prepared = (wording: Wording): Wording =>
  Object.fromEntries(
    Object.entries(wording).map(([key, value]) => [key, typeof value === 'string' ? isolateLatin(value) : prepared(value)]),
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

/** The wordings of a language: `words('ar')('help')`, `words('en')('topics:ask_price')`. A missing key does not compile. */
export const words = (language: Language) => fixed[language];

const formats = { ar: new Intl.NumberFormat('ar-u-nu-arab', { useGrouping: false }), en: new Intl.NumberFormat('en-u-nu-latn', { useGrouping: false }) };

/** A number in the digits of the language. */
export const digits = (value: number, language: Language): string => formats[language].format(value);
