import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean } from '../../src/understanding/normalise.ts';
import { longestText } from '../../src/understanding/private/cut.ts';
import { mask } from '../../src/understanding/private/mask.ts';
import { tokens, withoutTokens } from '../../src/understanding/private/tokens.ts';
import cases from './privateCases.json' with { type: 'json' };
import { rowsOf, today } from './rows.ts';

const digitsOf = (text: string) => clean(text.replace(/⟨[^⟩]*⟩/g, ' ')).replace(/\D+/g, ' ');
const arabicDigits = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x0660 + Number(d)));
const persianDigits = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x06f0 + Number(d)));

describe('mask', () => {
  test.each(cases.private as [string, string][])('%s', (text, type) => {
    for (const written of [text, arabicDigits(text), persianDigits(text)]) {
      const masked = mask(written, today);
      expect(masked.found).toContain(type);
      expect(digitsOf(masked.text)).not.toMatch(/\d{5}/);
    }
  });

  test.each(cases.harmless)('leaves alone: %s', (text) => {
    expect(mask(text, today)).toEqual({ text, found: [] });
  });

  test('finds what the examples hold and leaks none of it', () => {
    for (const row of rowsOf('pii')) {
      if (row.msg !== undefined) continue;
      const masked = mask(row.text, today);
      if (row.label === 'none') expect([row.text, masked.found]).toEqual([row.text, []]);
      else expect([row.text, masked.found]).toEqual([row.text, expect.arrayContaining([row.label])]);
      for (const span of row.spans ?? []) expect(masked.text).not.toContain(span.value);
    }
  });

  test('keeps what the first step may use', () => {
    expect(mask('الوالد مواليد ١٩٥٨ وعندنا ٣ مسافرين', today).text).toBe('الوالد مواليد ⟨dob:60+⟩ وعندنا ٣ مسافرين');
    expect(mask('DOB 03/07/1971', today).text).toBe('DOB ⟨dob:40-59⟩');
    expect(mask('born 23/11/2008', today).text).toBe('born ⟨dob:13-17⟩');
    expect(mask('born 22/11/2008', today).text).toBe('born ⟨dob:18-39⟩');
    expect(mask('call +966 55 123 4567 please', today).text).toBe('call ⟨phone:SA⟩ please');
    expect(mask('0551234567', today).text).toBe('⟨phone⟩');
    expect(mask('0551234567', today, 'SA').text).toBe('⟨phone:SA⟩');
    expect(tokens('call ⟨phone:SA⟩, ⟨dob:60+⟩ ⟨saudi_id⟩')).toEqual([
      { type: 'phone', detail: 'SA' },
      { type: 'dob', detail: '60+' },
      { type: 'saudi_id' },
    ]);
    expect(withoutTokens('a ⟨dob:40-59⟩ b')).toBe('a   b');
  });

  test('keeps the useful rest of a message with a report', () => {
    const { text, found } = mask(
      'السلام عليكم، نبي علاج للوالد\nHb 9.2 g/dL, WBC 12.1, PLT 88, Creat 2.4 mg/dL\nاحنا من الكويت',
      today,
    );
    expect(found).toEqual(['medical_text']);
    expect(text).toBe('السلام عليكم، نبي علاج للوالد\n⟨medical_text⟩\nاحنا من الكويت');
  });

  test('never swallows a cry for help', () => {
    expect(mask('Hb 5.1 g/dL, BP 70/40, HR 150, he is not breathing now', today).text).toContain('not breathing');
  });

  test('drops the tail of an archive', () => {
    const { text } = mask(`${'a word '.repeat(2000)}1010101010`, today);
    expect(text.length).toBeLessThanOrEqual(longestText + 1);
    expect(text).not.toMatch(/\d/);
  });

  test('changes nothing when done again', () => {
    const piece = fc.oneof(
      fc.constantFrom(...(cases.private as [string, string][]).map(([text]) => text), ...cases.harmless),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[\d ./+-]{1,16}$/),
      fc.constantFrom('⟨saudi_id⟩', '⟨', '⟩', '⟨phone:SA⟩', '\n', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const once = mask(pieces.join(' '), today).text;
        expect(mask(once, today).text).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  test('never throws, and finds numbers among invisible marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => typeof mask(text, today).text === 'string'),
    );
    expect(mask('هويتي \u2067١٠١٠\u200f١٠١٠١٠\u2069', today).found).toEqual(['saudi_id']);
  });
});
