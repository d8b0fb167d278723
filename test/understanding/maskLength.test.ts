import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapped } from '../../src/understanding/normalise.ts';
import { privateIn } from '../../src/understanding/private/mask.ts';
import { seenOf } from '../../src/understanding/private/seen.ts';
import cases from './privateCases.json' with { type: 'json' };
import { today } from './rows.ts';

/** The longest token but for what the shortest value of its kind has: a year of two digits, a comma left between two tokens. */
const longestGrowth = 13;

const piece = fc.oneof(
  fc.constantFrom(...(cases.private as [string, string][]).map(([text]) => text), ...cases.harmless),
  fc.stringMatching(/^[\d ./+-]{1,16}$/),
  fc.constantFrom('مواليد ٥٨', 'born 58', 'otp 1234', 'name: a b', '⟨mrn⟩', ', ', '\n'),
);

describe('a masked text', () => {
  test('is longer than it was by a small constant for each thing replaced, and no more', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(' ');
        const { text: masked, found } = privateIn(text, today);
        expect(masked.length).toBeLessThanOrEqual(text.length + longestGrowth * found.length);
      }),
      { numRuns: 300 },
    );
  });

  test('is mostly shorter', () => {
    const all = cases.private.map(([text = '']) => text).join('\n');
    expect(privateIn(all, today).text.length).toBeLessThan(all.length);
  });
});

test('characters are seen as the normaliser maps them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(seenOf(text)).toEqual(mapped(text));
    }),
  );
  for (const text of ['ﷺ ﷽ ½ ²', '😅👍🏻', 'أإآٱ ٤٥ ۴۵ ①', 'a\u0000b', '\ud800 half', 'ﷺ'.repeat(100)])
    expect(seenOf(text)).toEqual(mapped(text));
});

describe('in a long text what one replacement uncovers is found as well', () => {
  const filler = 'We would like to come in January, three persons, Arabic.\n'.repeat(30);
  test.each((cases.private as [string, string][]).filter((_, i) => i % 5 === 0))('%j', (text, type) => {
    const masked = privateIn(`${filler}${text}\n${filler}`, today);
    const alone = privateIn(text, today);
    expect(masked.found.map((one) => one.type)).toContain(type);
    expect(masked.text).toBe(`${filler}${alone.text}\n${filler}`);
  });
});
