import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { environment } from '../src/config.ts';

const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
const lines = example.split('\n');

test('every variable that is read is in .env.example, and every one in .env.example is read', () => {
  const listed = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect([...listed].sort()).toEqual(Object.keys(environment.shape).sort());
});

test('every variable in .env.example has one line before it that says what it is and its default', () => {
  for (const [index, line] of lines.entries()) {
    if (!/^[A-Z_]+=/.test(line)) continue;
    expect(lines[index - 1]).toMatch(/^# .*(Default|production)/);
    expect(lines[index - 2]).not.toMatch(/^#/);
  }
});
