import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { reviewed, talk } from './talk.ts';

const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../docs/brief.schema.json', import.meta.url), 'utf8')),
);
const briefOf = (said: Parameters<typeof talk>[0]) =>
  talk(said).effects.find((effect) => effect.type === 'file')?.brief;

test('a filed brief satisfies the published JSON Schema, nine fields known, consent given', () => {
  const brief = briefOf([...reviewed, 'yes']);
  expect(published.safeParse(brief).error).toBeUndefined();
  expect(brief).toMatchObject({ missing: [], consent: { forward: { given: true }, contact: { given: true } } });
});

test('so does one with nothing but what was skipped, and one with every optional answer', () => {
  const skipped = ['hello', ...Array.from({ length: 10 }, () => 'skip'), 'yes'];
  expect(published.safeParse(briefOf(skipped)).error).toBeUndefined();
  const full = [...reviewed, 'MRI in English from September, hotel and interpreter, Moscow', 'yes'];
  expect(published.safeParse(briefOf(full)).error).toBeUndefined();
});

test('a brief that is not one is refused by it', () => {
  expect(published.safeParse({ ...briefOf([...reviewed, 'yes']), case: 5 }).success).toBe(false);
});
