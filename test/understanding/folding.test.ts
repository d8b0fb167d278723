import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldLetters } from '../../src/understanding/normalise.ts';

const letters = fc.constantFrom(..."abAB09 \n.?!'-+اأإآءىئؤةهويگچپ", '\u0651', '\u0654', '\u0653', '\u0640', '٣', 'ۓ');

test('the quick way of folding gives what the thorough one gives', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (some) => {
      const text = some.join('');
      // A character outside both scripts takes the thorough way.
      expect(foldLetters(text)).toBe(foldLetters(`${text}…`).slice(0, -1));
    }),
    { numRuns: 2000 },
  );
});
