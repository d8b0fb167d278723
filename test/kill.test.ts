/**
 * Whenever the bot's process is killed, nothing is lost, nothing is said or filed twice, nothing private is left anywhere:
 * the kill test, short. At full length: `npm run kill`.
 */
import { expect, test } from '@jest/globals';
import { killTest } from './kill/killTest.ts';

test('8 families at a time, 12 kills', async () => {
  const lines: string[] = [];
  const summary = await killTest({ seed: 20261122, kills: 12, phones: 8, progress: (line) => lines.push(line) });
  expect(summary.violations).toEqual([]);
  expect(summary.families).toBeGreaterThanOrEqual(8);
  expect(summary.searched).toBeGreaterThan(1_000_000);
}, 240_000);
