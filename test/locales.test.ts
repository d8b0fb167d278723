import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', 'locales');
const forms = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  en: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
} as const;
type Language = keyof typeof forms;

/** What coordinators read; everything else is for people. */
const desk = ['brief.json', 'desk.json'];
const people = (language: Language) => filesOf(language).filter((file) => !desk.includes(file));

describe('the words of people', () => {
  test('stand in the same files in Arabic and in English', () => {
    expect(people('en').length).toBeGreaterThan(0);
    expect(people('ar')).toEqual(people('en'));
  });

  test.each(people('en'))('%s has the same keys and placeholders in both, and every plural form', (file) => {
    expect(wrongsOf(strings('en', file), strings('ar', file), 'ar')).toEqual([]);
  });
});

describe('the words of coordinators', () => {
  test.each(filesOf('ru'))('%s names in Russian all that it names in English', (file) => {
    const english = [...strings('en', file)];
    // Questions are asked of people alone: of the fields, coordinators read the labels.
    const read = file === 'fields.json' ? english.filter(([key]) => key.endsWith('.label')) : english;
    expect(wrongsOf(new Map(read), strings('ru', file), 'ru')).toEqual([]);
  });

  test('stand in the same files in English and in Russian', () => {
    const inDesk = (language: Language) => filesOf(language).filter((file) => desk.includes(file));
    expect(inDesk('en')).toEqual(inDesk('ru'));
  });
});

test.each([
  ['a missing key', { a: 'x' }, {}],
  ['a key too many', {}, { a: 'س' }],
  ['a missing placeholder', { a: 'x {{n}}' }, { a: 'س' }],
  ['another placeholder', { a: 'x {{n}}' }, { a: 'س {{m}}' }],
  ['an empty string', { a: 'x' }, { a: ' ' }],
  [
    'a plural form that is missing',
    plural('x {{n}}', forms.en),
    plural('س {{n}}', ['one', 'two', 'few', 'many', 'other']),
  ],
  ['a placeholder of one plural form alone', plural('x', forms.en), { ...plural('س', forms.ar), a_few: '{{n}}' }],
])('would fail with %s', (_, en, other) => {
  expect(wrongsOf(new Map(Object.entries(en)), new Map(Object.entries(other)), 'ar')).toHaveLength(1);
});

/** What differs between a file in English and in another language; English is the one that decides. */
function wrongsOf(en: Map<string, string>, other: Map<string, string>, language: Language): string[] {
  const wrongs: string[] = [];
  const expected = new Map<string, string>();
  for (const [key, text] of en) {
    const base = pluralOf(key, en);
    if (!base) expected.set(key, text);
    else for (const form of forms[language]) expected.set(`${base}_${form}`, en.get(`${base}_other`) ?? '');
  }
  for (const [key, text] of expected) {
    const said = other.get(key);
    if (said === undefined) wrongs.push(`${key} is missing`);
    else if (said.trim() === '') wrongs.push(`${key} is empty`);
    else if (!sameHoles(text, said, pluralOf(key, other) !== null)) wrongs.push(`${key} has other placeholders`);
  }
  for (const key of other.keys()) if (!expected.has(key)) wrongs.push(`${key} is not in English`);
  return wrongs;
}

/** The key without its plural ending, if it is one of a plural: English has `_one` and `_other` of it. */
function pluralOf(key: string, all: Map<string, string>): string | null {
  const base = /^(.+)_(zero|one|two|few|many|other)$/.exec(key)?.[1];
  return base && all.has(`${base}_one`) && all.has(`${base}_other`) ? base : null;
}

/** A plural form may leave the number out: "two travellers" is one word in Arabic. */
function sameHoles(one: string, other: string, isPlural: boolean): boolean {
  const [a, b] = [holes(one), holes(other)];
  return isPlural ? [...b].every((hole) => a.has(hole)) : [...a].sort().join() === [...b].sort().join();
}

function holes(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|\$t\(([^)]+)\)/g)].map(([, hole, nested]) => hole ?? nested ?? ''),
  );
}

function filesOf(language: Language): string[] {
  return readdirSync(join(root, language))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function strings(language: Language, file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    } else found.set(path, '');
  };
  walk(JSON.parse(readFileSync(join(root, language, file), 'utf8')), '');
  return found;
}

function plural(text: string, endings: readonly string[]): Record<string, string> {
  return Object.fromEntries(endings.map((ending) => [`a_${ending}`, text]));
}
