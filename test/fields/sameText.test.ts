import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findFields } from '../../src/understanding/fields/findFields.ts';
import { textOf } from '../../src/understanding/normalise.ts';
import { all, today } from './found.ts';

const fields = [
  'writer',
  'country',
  'language',
  'direction',
  'goal',
  'age_group',
  'dates',
  'family_size',
  'urgency',
  'question',
  'city_or_clinic',
  'documents',
  'logistics',
  'preferences',
  'family_contact',
];

const answers: readonly (readonly [string, string])[] = [
  ['60', 'age_group'],
  ['مواليد 1958', 'age_group'],
  ['عمره 67 سنة', 'age_group'],
  ['8 months', 'age_group'],
  ['3', 'family_size'],
  ['2-3', 'family_size'],
  ['المريض + 2', 'family_size'],
  ['3 اشخاص', 'family_size'],
  ['5-19 Dec', 'dates'],
  ['15/1/2027', 'dates'],
  ['شهر 12', 'dates'],
  ['حوالي 25 يناير', 'dates'],
  ['2027-02-10', 'dates'],
  ['+965', 'country'],
  ['فقرات l4 l5', 'direction'],
  ['بعد رمضان', 'dates'],
  ['سرطان القولون', 'direction'],
  ['احنا من الاحساء', 'country'],
  ['مستعجل', 'urgency'],
  ['مترجم وفندق', 'logistics'],
];

/** The answer without its evidence, which is in the person's own spelling. */
function meant(text: string, field: string): unknown {
  return all(text, field).map(({ words: _, ...said }) => said);
}

test.each(answers)('%s means the same in Arabic-Indic and Persian digits', (text, field) => {
  const [arabic, persian] = [0x660, 0x6f0].map((zero) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))),
  );
  expect(meant(text, field)).not.toEqual([]);
  expect(meant(arabic ?? '', field)).toEqual(meant(text, field));
  expect(meant(persian ?? '', field)).toEqual(meant(text, field));
});

test('vowel signs, tatweel and direction marks change nothing', () => {
  const mark = fc.constantFrom('\u064e', '\u064f', '\u0652', '\u0640', '\u200f', '\u2068', '\u2069', '\u202b');
  const marks = fc.array(fc.tuple(fc.nat({ max: 40 }), mark), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...answers), marks, ([text, field], at) => {
      let marked = text;
      for (const [place, sign] of at) {
        const letter = /[\u0620-\u064a]/.test(marked[place - 1] ?? '');
        if (letter) marked = marked.slice(0, place) + sign + marked.slice(place);
      }
      expect(meant(marked, field)).toEqual(meant(text, field));
    }),
  );
});

test('never throws, and every field stands at most once', () => {
  const words = fc.constantFrom(
    'من',
    'الى',
    'رمضان',
    'سنة',
    '٥',
    '12',
    '/',
    '-',
    '+',
    'مو',
    'not',
    'sorry',
    'المريض',
    'و',
    'يناير',
    'next',
    'week',
    ':',
    '\n',
    'البلد',
    'عمان',
    '⟨dob:40-59⟩',
    '31/02/2027',
    '99999999999',
    '?',
    'غير',
    '🇰🇼',
    'ء',
    "'",
    'شهر',
    'before',
    'after',
    'between',
    '1448',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(words, { maxLength: 25 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.option(fc.constantFrom(...fields)), (raw, field) => {
      const said = findFields(textOf(raw), { pending: field === null ? null : { field }, today });
      expect(new Set(said.map((one) => one.field)).size).toBe(said.length);
    }),
    { numRuns: 1500 },
  );
});

test('a text of any length is read in bounded work: what stands after some thousand characters adds nothing', () => {
  const note = 'من 5 الى 10 مارس عمره 60 و '.repeat(400);
  const said = (text: string) => findFields(textOf(text), { pending: null, today });
  expect(said(`${note}${'من قطر '.repeat(20)}`)).toEqual(said(note));
  expect(said(note).length).toBeGreaterThan(0);
});
