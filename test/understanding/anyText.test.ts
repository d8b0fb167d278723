import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pending } from '../../src/understanding/meaning.ts';
import { mask } from '../../src/understanding/private/mask.ts';
import { understand } from '../../src/understanding/understand.ts';
import { rowsOf, today } from './rows.ts';

const pendings: (Pending | null)[] = [
  null,
  { yesNo: true },
  { field: 'question', freeText: true },
  { field: 'dates' },
  { field: 'family_size' },
  {
    field: 'country',
    options: [
      { code: 'SA', labels: ['السعودية'] },
      { code: 'KW', labels: ['الكويت'] },
    ],
  },
];
const meaningsOf = (text: string, pending: Pending | null = null) =>
  understand({ kind: 'text', text }, { pending, today }).meanings;
/** Meanings without the words they quote, which keep the spelling of the person. */
const bare = (text: string, pending: Pending | null) =>
  JSON.parse(JSON.stringify(meaningsOf(text, pending), (key, value) => (key === 'words' ? undefined : value)));
const texts = rowsOf('utterances')
  .map((row) => row.text)
  .concat(rowsOf('slots').map((row) => row.text));

describe('any text', () => {
  test('is understood without a crash, the same each time', () => {
    const unit = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...texts));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 5 }), fc.constantFrom(...pendings), (pieces, pending) => {
        const text = pieces.join(' ');
        const meanings = meaningsOf(text, pending);
        expect(meanings.length).toBeGreaterThan(0);
        expect(meaningsOf(text, pending)).toEqual(meanings);
      }),
      { numRuns: 300 },
    );
  });

  test('means the same in three digit systems', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts, '3', '12 people', 'change 4', '0'),
        fc.constantFrom(...pendings.filter((one) => one?.freeText !== true)),
        (text, pending) => {
          const plain = text.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660));
          fc.pre(!/[a-z]\d|\d[a-z]/i.test(plain));
          const arabic = plain.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
          const persian = plain.replace(/\d/g, (d) => String.fromCharCode(0x6f0 + Number(d)));
          expect(bare(arabic, pending)).toEqual(bare(plain, pending));
          expect(bare(persian, pending)).toEqual(bare(plain, pending));
        },
      ),
    );
  });

  test('means the same with vowel signs, tatweel and bidi marks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.constantFrom('\u064e', '\u0640', '\u200f', '\u200b'), (text, mark) => {
        const marked = text.replace(/[\u0628-\u063a\u0641-\u0648]/g, (letter) => letter + mark);
        expect(bare(`\u2067${marked}\u2069`, null)).toEqual(bare(text, null));
      }),
    );
  });
});

describe('hostile text', () => {
  const long = 50_000;
  const took = (action: () => unknown): number => {
    const start = process.hrtime.bigint();
    action();
    return Number(process.hrtime.bigint() - start);
  };
  const benign = 'السلام عليكم نبي نعرف عن العلاج in russia please '.repeat(long / 50);
  const work = (text: string) => {
    mask(text, today);
    return meaningsOf(text);
  };

  test.each([
    '1',
    '1 ',
    'a.',
    'a@',
    '-',
    ' ',
    'ا',
    'ـ',
    '<',
    'p<',
    '⟨',
    '⟨phone:SA⟩',
    '\n',
    '؟',
    'كم ',
    'شارع 5 ',
    'hb 9 ',
    'sa03 ',
    '05',
    'ابي ',
    'the ',
    'www.',
    'http://',
    '(at)',
    'born ',
    '1/1/',
    'mrn ',
    '👍',
    'bleeding ',
  ])('%j repeated costs no more than a little over a plain text', (unit) => {
    work(benign);
    const plain = Math.max(
      took(() => work(benign)),
      2_000_000,
    );
    const text = unit.repeat(Math.ceil(long / unit.length));
    work(text);
    expect(
      Math.min(
        took(() => work(text)),
        took(() => work(text)),
      ) / plain,
    ).toBeLessThan(40);
  });
});
