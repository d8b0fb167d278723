import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ageGroups } from '../../src/understanding/values.ts';
import { all } from './found.ts';

test('an age or a birth year never stands in the answer, only its band (R005)', () => {
  const phrase = fc.constantFrom(
    (n: string) => n,
    (n: string) => `عمره ${n} سنة`,
    (n: string) => `${n} years old`,
    (n: string) => `my father is ${n}`,
    (n: string) => `مواليد ${n}`,
    (n: string) => `${n}y`,
  );
  const year = fc.integer({ min: 1930, max: 2020 });
  const age = fc.integer({ min: 19, max: 95 }).filter((years) => ![39, 40, 59, 60].includes(years));
  fc.assert(
    fc.property(phrase, fc.oneof(age, year), (say, number) => {
      const said = all(say(String(number)), 'age_group').find((one) => one.field === 'age_group');
      expect(JSON.stringify(said ?? null)).not.toContain(String(number));
    }),
  );
});

test.each(['خمسين', 'خمسة وستين', 'thirty five', '5amseen', 'سنتين'])('nor in words: %s', (text) => {
  const said = all(text, 'age_group').find((one) => one.field === 'age_group');
  expect(ageGroups).toContain(said?.value);
  expect(said?.words).toBe(said?.value);
});
