import { expect, test } from '@jest/globals';
import { answering } from '../src/dialogue/answering.ts';
import { noFacts } from '../src/dialogue/facts.ts';
import type { Place } from '../src/dialogue/line.ts';
import type { Content } from '../src/understanding/content.ts';
import type { Meaning, Said } from '../src/understanding/meaning.ts';

const text: Content = { kind: 'text', text: '' };
const said = (field: string, value: unknown, words = ''): Meaning & { said: Said[] } => ({
  type: 'said',
  said: [{ field, value, words }],
});
const april = said('dates', { kind: 'flexible' });

/** What is heard, where, and what is left of it: a word that only leads to an answer is no answer of its own. */
const heard: [string, Meaning[], Place, string[]][] = [
  ['"no, make it April" is an answer alone', [april, { type: 'no' }], 'asking', ['said']],
  [
    '"yes, but how much?" is a question alone',
    [{ type: 'yes' }, { type: 'topic', topic: 'ask_price' }],
    'asking',
    ['topic'],
  ],
  ['"no, it is Qatar" is no refusal of the consent', [said('country', 'QA'), { type: 'no' }], 'review', ['said']],
  ['a yes to erasing stands beside anything', [april, { type: 'yes' }], 'confirming', ['said', 'yes']],
  ['a wish for a change that was already made', [{ type: 'change' }, april], 'asking', ['said']],
  [
    'a wish for a change that names its field',
    [{ type: 'change', field: 'dates' }, april],
    'asking',
    ['change', 'said'],
  ],
  [
    '"English, not Arabic" does not turn to Arabic',
    [{ type: 'language', to: 'ar' }, said('language', ['en'])],
    'asking',
    ['said'],
  ],
  [
    '"English please" turns to English',
    [{ type: 'language', to: 'en' }, said('language', ['en'])],
    'asking',
    ['language', 'said'],
  ],
  [
    'a question about reports that asks of the doctor',
    [said('question', 'Can a doctor review the reports?'), { type: 'topic', topic: 'ask_doctor' }],
    'asking',
    ['said'],
  ],
];

test.each(heard)('%s', (_, meanings, place, left) => {
  expect(answering(meanings, place, noFacts, text).map(({ type }) => type)).toEqual(left);
});

test('a thumb is no consent', () => {
  expect(answering([{ type: 'yes' }], 'review', noFacts, { kind: 'reaction', of: 'M1', emoji: '👍' })).toEqual([]);
});
