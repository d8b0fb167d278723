import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { picture } from '../docs/picture.ts';
import { briefJsonSchema } from '../src/brief/schema.ts';

const doc = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

test('the drawn state chart and table of fields are those of the machine and the flow (npm run picture)', () => {
  expect(doc('dialogue.md')).toBe(picture());
});

test('the published JSON Schema is that of the brief (npm run picture)', () => {
  expect(doc('brief.schema.json')).toBe(`${JSON.stringify(briefJsonSchema(), null, 2)}\n`);
});
