import { expect, test } from '@jest/globals';
import { clean, fold } from '../src/understanding/normalise.ts';

test('folds', () => {
  expect(fold(clean('أَبِيــــي ٣ مُرافقين، 3️⃣'))).toBe('ابي 3 مرافقين 3');
});
