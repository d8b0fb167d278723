import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import model from '../src/understanding/learned/model.json' with { type: 'json' };
import { clean, fold } from '../src/understanding/normalise.ts';
import { digestOf, modelFrom, trainingRows } from '../train/model.ts';
import { rowsOf, sets } from './evaluate/rows.ts';

// `npm run train -- --check` learns it anew from all rows and compares every bit; that takes longer than a test should.
describe('the learned model', () => {
  test('was learned from the rows of train/ and with the vocabularies as they are', () => {
    expect(model.source).toBe(digestOf(trainingRows()));
  });

  test('comes out the same each time', () => {
    const some = trainingRows().filter((_, at) => at % 40 === 0);
    expect(modelFrom(some)).toEqual(modelFrom(some));
  });

  test('stays below a megabyte', () => {
    expect(readFileSync('src/understanding/learned/model.json').length).toBeLessThan(1_000_000);
  });

  test('was learned from no row that it is measured on', () => {
    const same = (text: string) => fold(clean(text)) || text;
    const measured = new Set(sets.flatMap((set) => rowsOf('utterances', set).map((row) => same(row.text))));
    const shared = trainingRows().filter(({ text }) => measured.has(same(text)));
    expect(shared.map(({ text }) => text)).toEqual([]);
  });
});
