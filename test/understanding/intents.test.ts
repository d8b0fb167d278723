import { describe, expect, test } from '@jest/globals';
import { mask } from '../../src/understanding/private/mask.ts';
import { understand } from '../../src/understanding/understand.ts';
import { understood } from '../../src/understanding/wire/understood.ts';
import { boundaries, safety } from '../evaluate/utterances.ts';
import { rowsOf, today } from './rows.ts';
import sayings from './sayings.json' with { type: 'json' };

function labelOf(said: string): string | null {
  return understood({ text: said }, today).intent;
}

function accuracy(rows: readonly { text: string; intent: string; alt?: unknown[] }[]) {
  const results = rows.map((row) => ({ ...row, got: labelOf(row.text) }));
  const right = results.filter((row) => row.got === row.intent || (row.alt ?? []).includes(row.got));
  return { share: right.length / rows.length, wrong: results.filter((row) => !right.includes(row)), results };
}

describe('the labels of domain.md 8.1', () => {
  const rows = rowsOf('utterances').map((row) => ({ ...row, intent: row.intent ?? '' }));
  const { share, wrong, results } = accuracy(rows);

  test('are right on the examples', () => {
    expect({ enough: share >= 0.97, wrong: wrong.map((row) => [row.text, row.got]) }).toMatchObject({ enough: true });
  });

  test('catch every word of danger, stopping and deleting, and nothing else', () => {
    for (const row of results) {
      const alarmed = safety.includes(row.got ?? '');
      expect([row.text, alarmed]).toEqual([row.text, safety.includes(row.intent)]);
    }
  });

  test('never leave a boundary question without a boundary', () => {
    for (const row of results.filter((one) => boundaries.includes(one.intent))) {
      expect([row.text, boundaries.includes(row.got ?? '')]).toEqual([row.text, true]);
    }
  });
});

describe('sayings', () => {
  const { NONE: harmless, ...labelled } = sayings;

  test.each(Object.entries(labelled))('%s', (intent, texts) => {
    const { share, wrong } = accuracy(texts.map((text) => ({ text, intent })));
    const missed = safety.includes(intent) ? wrong.length === 0 : share >= 0.85; // a handful a label: `aims.test.ts` holds the whole to 0.95
    expect({ enough: missed, wrong: wrong.map((row) => [row.text, row.got]) }).toMatchObject({ enough: true });
  });

  // Asking whether there is danger costs one message and is no alarm (domain.md 3.2).
  test.each(harmless)('no alarm and no command: %s', (text) => {
    const { meanings } = understand({ kind: 'text', text: mask(text, today).text }, { pending: null, today });
    for (const command of ['emergency', 'self_harm', 'stop', 'erase', 'withdraw', 'change', 'human'])
      expect(meanings.map(({ type }) => type)).not.toContain(command);
  });
});
