import type { Dates, DocumentName, Travellers } from '../src/understanding/values.ts';
import ar from './ar/values.json' with { type: 'json' };
import en from './en/values.json' with { type: 'json' };
import { isolate } from './isolate.ts';
import ru from './ru/values.json' with { type: 'json' };
import { digits, type Language, words } from './words.ts';

/** The languages a value can be read in: those of people, and that of the desk. */
export type ReadIn = Language | 'ru';

const codes = { ar, en, ru };
const labels: Record<ReadIn, Record<string, Record<string, string> | string>> = codes;
/** Free words on the card are cut here; the brief keeps them whole. */
const SHOWN = 160;

/** What one code of a field is called: a menu's label. `undefined` when the field has no such code. */
export function labelOf(field: string, code: string, language: ReadIn): string | undefined {
  const of = labels[language][field];
  return typeof of === 'object' && Object.hasOwn(of, code) ? of[code] : undefined;
}

const named = (type: 'region' | 'language') => ({
  ar: new Intl.DisplayNames('ar', { type }),
  en: new Intl.DisplayNames('en', { type }),
  ru: new Intl.DisplayNames('ru', { type }),
});
const names = { region: named('region'), language: named('language') };

const formats = (options: Intl.DateTimeFormatOptions) => ({
  ar: new Intl.DateTimeFormat('ar-u-ca-gregory-nu-arab', options),
  en: new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', options),
  ru: new Intl.DateTimeFormat('ru-u-ca-gregory-nu-latn', options),
});
const days = formats({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const months = formats({ month: 'long', year: 'numeric', timeZone: 'UTC' });

const list = (parts: string[], language: ReadIn): string => parts.join(language === 'ar' ? '، ' : ', ');

/** An answer as people read it, safe to stand in a sentence of the language; free words are cut at `shown` characters. */
export function spokenValue(field: string, value: unknown, language: ReadIn, shown = SHOWN): string {
  if (value === null || value === undefined) return codes[language].unknown;
  switch (field) {
    case 'country':
      return labelOf('country', String(value), language) ?? names.region[language].of(String(value)) ?? String(value);
    case 'language':
      return languagesOf(value as string[], language);
    case 'dates':
      return datesOf(value as Dates, language);
    case 'family_size':
      return travellersOf(value as Travellers, language);
    case 'documents':
      return list(
        (value as DocumentName[]).map((document) => documentOf(document, language)),
        language,
      );
    case 'logistics':
      return list(
        (value as string[]).map((code) => labelOf('logistics', code, language) ?? code),
        language,
      );
    default: {
      const text = String(value);
      return (
        labelOf(field, text, language) ?? isolate(text.length > shown ? `${text.slice(0, shown)}…` : text, language)
      );
    }
  }
}

function languagesOf(value: string[], language: ReadIn): string {
  const one = (code: string) => labelOf('language', code, language) ?? names.language[language].of(code) ?? code;
  return labelOf('language', value.join('+'), language) ?? list(value.map(one), language);
}

function datesOf(value: Dates, language: ReadIn): string {
  if (value.kind !== 'range') return codes[language].dates[value.kind];
  const from = new Date(`${value.from}T00:00:00Z`);
  const to = new Date(`${value.to}T00:00:00Z`);
  const wholeMonths = value.from.endsWith('-01') && new Date(to.getTime() + 86_400_000).getUTCDate() === 1;
  const format = wholeMonths ? months[language] : days[language];
  const [first, last] = [format.format(from), format.format(to)];
  return first === last ? first : codes[language].dates.range.replace('{{from}}', first).replace('{{to}}', last);
}

function travellersOf(value: Travellers, language: ReadIn): string {
  const number = (n: number) => (language === 'ru' ? String(n) : digits(n, language));
  if (typeof value !== 'number') {
    return codes[language].family_size.range
      .replace('{{min}}', number(value.min))
      .replace('{{max}}', number(value.max));
  }
  return language === 'ru' ? number(value) : words(language)('counts:travellers', { count: value, n: number(value) });
}

function documentOf(document: DocumentName, language: ReadIn): string {
  const name =
    document.type === 'other' ? document.words : (labelOf('documents', document.type, language) ?? document.words);
  const more = [document.language ? languagesOf([document.language], language) : '', document.date ?? ''].filter(
    Boolean,
  );
  return isolate(more.length > 0 ? `${name} (${list(more, language)})` : name, language);
}
