import { describe, expect, test } from '@jest/globals';
import * as notes from '../evaluate/notes.ts';
import * as pii from '../evaluate/pii.ts';
import { rowsOf } from '../evaluate/rows.ts';
import type { Share, Verdict } from '../evaluate/score.ts';
import * as slots from '../evaluate/slots.ts';
import * as utterances from '../evaluate/utterances.ts';

/** What falls short of its aim, with the rows that went wrong. */
function short(shares: readonly Share[], verdicts: readonly Verdict[]): unknown[] {
  const missed = shares.filter(({ right, of, goal }) => goal !== undefined && of > 0 && right / of < goal);
  const wrong = verdicts.filter(({ right }) => !right).map(({ text, expected, got }) => [text, expected, got]);
  return missed.length === 0 ? [] : [...missed, ...wrong];
}

// `final` is looked at for the report only: a test that watched it would make it one more set to tune on.
describe.each(['sample', 'dev'] as const)('the aims of domain.md 8 are met on the rows of %s', (set) => {
  test('labels', () => {
    const judged = utterances.judge(rowsOf('utterances', set));
    expect(short(utterances.reportOf(judged).shares, judged)).toEqual([]);
  });

  test('answers to the field just asked', () => {
    const judged = slots.judge(rowsOf('slots', set));
    expect(short(slots.reportOf(judged).shares, judged)).toEqual([]);
  });

  test('private data', () => {
    const judged = pii.judge(rowsOf('pii', set));
    expect(short(pii.reportOf(judged).shares, judged)).toEqual([]);
  });

  test('notes of representatives', () => {
    const judged = notes.judge(rowsOf('agency_notes', set));
    expect(short(notes.reportOf(judged).shares, judged.fields)).toEqual([]);
  });
});
