import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseNumber, isCaseNumber } from '../src/brief/caseNumber.ts';

const letters = '23456789ABCDEFGHJKMNPQRTUVWXY';
const bytes = fc.uint8Array({ minLength: 5, maxLength: 32 });
const place = fc.constantFrom(4, 5, 6, 7, 8, 10);

test('a case number looks like MVM-7K3QD-R, without letters that are taken for one another', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(caseNumber(random)).toMatch(/^MVM-[2-9A-HJKMNP-RT-Y]{5}-[2-9A-HJKMNP-RT-Y]$/);
      expect(isCaseNumber(caseNumber(random))).toBe(true);
    }),
  );
});

test('every single wrong letter is caught', () => {
  fc.assert(
    fc.property(bytes, place, fc.constantFrom(...letters), (random, at, letter) => {
      const number = caseNumber(random);
      const wrong = number.slice(0, at) + letter + number.slice(at + 1);
      expect(isCaseNumber(wrong)).toBe(wrong === number);
    }),
  );
});

test('every swap of two letters is caught', () => {
  fc.assert(
    fc.property(bytes, place, place, (random, one, two) => {
      const number = caseNumber(random);
      const all = [...number];
      [all[one], all[two]] = [all[two] ?? '', all[one] ?? ''];
      expect(isCaseNumber(all.join(''))).toBe(all.join('') === number);
    }),
  );
});
