import { describe, expect, test } from '@jest/globals';
import ar from '../locales/ar/index.ts';
import en from '../locales/en/index.ts';
import { type Language, languages, words } from '../locales/words.ts';
import { lintReply } from './replyLint.ts';

/** Every wording of a language as it is said, its placeholders filled with what usually stands there. */
function spoken(language: Language): [string, string][] {
  const all: [string, string][] = [];
  const walk = (namespace: string, value: object, path: string[]): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object') walk(namespace, inner, [...path, key]);
      else all.push([`${namespace}:${[...path, key].join('.')}`, say(language, namespace, [...path, key].join('.'))]);
    }
  };
  for (const [namespace, value] of Object.entries({ ar, en }[language])) walk(namespace, value, []);
  return all;
}

const filler = { ar: 'كلمة', en: 'word' };
const say = (language: Language, namespace: string, key: string): string => {
  const t = words(language) as unknown as (key: string, values: object) => string;
  const names = [
    'kunya',
    'days',
    'values',
    'step',
    'total',
    'label',
    'number',
    'zero',
    'question',
    'example',
    'reason',
    'lines',
    'contact',
    'case',
    'received',
    'missing',
    'next',
    'logistics',
    'numbers',
    'country',
    'types',
    'hours',
    'from',
    'to',
    'min',
    'max',
    'n',
    'value',
    'topic',
  ];
  return t(`${namespace}:${key}`, Object.fromEntries(names.map((name) => [name, filler[language]])));
};

/** Longer by their nature: the notice, the consent, the help, the receipt and what must be said whole. */
const long =
  /^lines:(notice|consent\w+|help|receipt|emergency|selfHarm\w*|agency|refused\w+|withdrawn|six|stopped)$|^topics:/;

describe.each(languages)('every wording in %s', (language) => {
  test.each(spoken(language))('%s', (key, text) => {
    const label =
      key.startsWith('values:') ||
      key.startsWith('about:') ||
      key.startsWith('private:') ||
      key.startsWith('counts:') ||
      key.endsWith('listJoin');
    const faults = label ? lintReply(text, undefined, 60) : lintReply(text, language, long.test(key) ? 700 : 350);
    expect(key.endsWith('listJoin') ? [] : faults).toEqual([]);
  });
});

test('a menu has at most seven options of at most 24 characters, consent apart (domain 6.3)', async () => {
  const { family } = await import('../flows/family.ts');
  const { labelOf } = await import('../locales/spokenValue.ts');
  for (const question of family) {
    const options: readonly string[] = 'options' in question ? question.options : [];
    expect(options.length).toBeLessThanOrEqual(7);
    for (const language of languages) {
      for (const option of options) {
        const label = labelOf(question.field, option, language);
        expect(labelOf(question.field, option, 'ru')).toBeDefined();
        expect([question.field, option, label, (label ?? '').length <= 24 && label !== undefined]).toEqual([
          question.field,
          option,
          label,
          true,
        ]);
      }
    }
  }
});
