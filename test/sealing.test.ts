import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '../src/dialogue/facts.ts';
import { pack, unpack } from '../src/redis/record.ts';
import { derived, open, seal } from '../src/redis/sealing.ts';

const key = randomBytes(32);

test('what is sealed opens with its key and its name alone, and not when a bit differs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.nat(), (text, name, bit) => {
      const box = seal(key, name, text);
      expect(open(key, name, box).toString()).toBe(text);
      expect(() => open(key, `${name}!`, box)).toThrow();
      expect(() => open(randomBytes(32), name, box)).toThrow();
      const at = bit % box.length;
      box[at] = (box[at] ?? 0) ^ (1 << (bit % 8));
      expect(() => open(key, name, box)).toThrow();
    }),
  );
});

test('no two seals share an IV, and what stands in front is not part of the box', () => {
  const ivs = Array.from({ length: 5_000 }, () => seal(key, 'n', 'x').toString('hex', 1, 13));
  expect(new Set(ivs).size).toBe(ivs.length);
  const box = seal(key, 'n', 'words', 'front');
  expect(box.toString('latin1', 0, 5)).toBe('front');
  expect(open(key, 'n', box.subarray(5)).toString()).toBe('words');
});

test('each purpose has a key of its own, and a master key of another length is refused', () => {
  const keys = (['wrap', 'address', 'reply', 'case'] as const).map((purpose) => derived(key, purpose).toString('hex'));
  expect(new Set([...keys, key.toString('hex')]).size).toBe(5);
  expect(() => derived(randomBytes(16), 'wrap')).toThrow('32 bytes');
});

test('a record is read back as it was, and one of an unknown dictionary is refused', () => {
  const kept = {
    facts: { ...noFacts, language: 'ar' as const },
    from: [],
    due: { expire: 5 },
    cases: { 'MVM-AAAAA-2': 1 },
  };
  expect(unpack(pack(kept))).toEqual(kept);
  expect(() => unpack(Buffer.of(9, 1, 2))).toThrow('unknown dictionary');
});
