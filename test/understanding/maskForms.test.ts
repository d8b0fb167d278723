import { describe, expect, test } from '@jest/globals';
import { mask } from '../../src/understanding/private/mask.ts';
import { understand } from '../../src/understanding/understand.ts';
import cases from './hardCases.json' with { type: 'json' };
import { today } from './rows.ts';

const rewrite = (zero: number) => (text: string) =>
  text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/\d/g, (d) => String.fromCodePoint(zero + Number(d)));
const circled = (text: string) =>
  rewrite(0x30)(text).replace(/\d/g, (d) => (d === '0' ? '⓪' : String.fromCodePoint(0x245f + Number(d))));
const forms: Record<string, (text: string) => string> = {
  ASCII: rewrite(0x30),
  Arabic: rewrite(0x660),
  Persian: rewrite(0x6f0),
  Devanagari: rewrite(0x966),
  fullwidth: rewrite(0xff10),
  mathematical: rewrite(0x1d7ce),
  circled,
};

describe('hard to see', () => {
  test.each(cases.private as [string, string, string][])('%j', (text, type, secret) => {
    for (const [form, write] of Object.entries(forms)) {
      const masked = mask(write(text), today);
      expect([form, masked.found]).toEqual([form, expect.arrayContaining([type])]);
      expect([form, masked.text.includes(write(secret))]).toEqual([form, false]);
      const left = masked.text.replace(/⟨[^⟩]*⟩/g, '').replace(/[^\p{N}]/gu, '');
      expect([form, left]).toEqual([form, '']);
      expect(mask(masked.text, today)).toEqual({ text: masked.text, found: [] });
    }
  });

  test.each(cases.harmless)('leaves alone: %j', (text) => {
    for (const write of [forms.ASCII, forms.Arabic]) {
      const written = write?.(text) ?? text;
      expect(mask(written, today)).toEqual({ text: written, found: [] });
    }
  });
});

describe('an age band', () => {
  test.each(['مواليد ٣/٧/١٩٦٠', 'مواليد ۳/۷/۱۹۶۰', 'مواليد 3/7/1960', 'born 03071960', 'dob 19600703'])(
    'comes from a birth: %s',
    (text) => {
      const masked = mask(text, today).text;
      expect(masked).toContain('⟨dob:60+⟩');
      const { meanings } = understand({ kind: 'text', text: masked }, { pending: null, today });
      expect(JSON.stringify(meanings)).toContain('"field":"age_group","value":"60+"');
    },
  );

  test.each(['surgery on 5 may 2010', 'تقرير بتاريخ 12/05/2011', '12/05/2011', 'Ahmed 12/05/2011'])(
    'comes from nothing else: %s',
    (text) => {
      expect(mask(text, today).text).not.toMatch(/⟨dob:/);
    },
  );
});

test.each([
  '1 '.repeat(30_000),
  '1\n'.repeat(30_000),
  '12 '.repeat(20_000),
  'a@'.repeat(30_000),
  'ا'.repeat(60_000),
  'name: '.repeat(10_000),
  'password '.repeat(6_000),
  'ق5'.repeat(30_000),
  '1.1234, '.repeat(7_500),
  'mrn'.repeat(20_000),
  'mrn\n'.repeat(15_000),
  'otp 1 '.repeat(10_000),
  '\n'.repeat(60_000),
  'sa03.'.repeat(12_000),
  'dob 1.'.repeat(10_000),
  '1:'.repeat(30_000),
  'ab1'.repeat(20_000),
  '𝟎'.repeat(30_000),
  'code\n \n'.repeat(8_000),
  '123 ('.repeat(12_000),
  '12،'.repeat(20_000),
  'one '.repeat(12_500),
  'pt: '.repeat(12_500),
  'hb 9 '.repeat(10_000),
  'street 5 '.repeat(6_000),
  'passport '.repeat(6_000),
  'x at '.repeat(10_000),
  '5o'.repeat(25_000),
  'ـ'.repeat(50_000),
])('a hostile text is done soon: %#', (text) => {
  const start = process.cpuUsage().user;
  mask(text, today);
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2_500);
});
