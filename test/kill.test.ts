/**
 * Whenever the bot's process is killed, nothing is lost, nothing is said or filed twice, nothing private is left anywhere:
 * the kill test, short. At full length: `npm run kill`.
 */
import { expect, test } from '@jest/globals';
import { killTest } from './kill/killTest.ts';

test('6 families at a time, 12 kills', async () => {
  const summary = await killTest({ seed: 20261122, kills: 12, phones: 6, progress: () => undefined });
  expect(summary.violations).toEqual([]);
  expect(summary.families).toBeGreaterThanOrEqual(6);
  expect(summary.searched).toBeGreaterThan(1_000_000);
}, 240_000);
