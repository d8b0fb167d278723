import { expect, test } from '@jest/globals';
import { DisconnectReason } from '@whiskeysockets/baileys';
import fc from 'fast-check';
import { actionOn, backOff } from '../src/channels/baileys/disconnect.ts';

test.each([
  [515, 'redial_now'],
  [401, 'needs_person'],
  [403, 'needs_person'],
  [405, 'needs_person'],
  [411, 'needs_person'],
  [419, 'needs_person'],
  [440, 'back_off_long'],
  [408, 'back_off'],
  [428, 'back_off'],
  [500, 'back_off'],
  [503, 'back_off'],
  [undefined, 'back_off'],
] as const)('the server’s %s: %s', (code, action) => {
  expect(actionOn({ by: 'server', code })).toBe(action);
});

test('every reason Baileys has is decided, and any other number backs off', () => {
  const named = new Set(Object.values(DisconnectReason).filter((code) => typeof code === 'number'));
  fc.assert(
    fc.property(fc.integer(), (code) => {
      const action = actionOn({ by: 'server', code });
      if (!named.has(code) && code !== 405 && code !== 419) expect(action).toBe('back_off');
    }),
  );
});

test('our own ends: a failing store or line backs off, another owner stops us', () => {
  expect((['upgrade', 'watchdog', 'store'] as const).map((by) => actionOn({ by }))).toEqual([
    'back_off',
    'back_off',
    'back_off',
  ]);
  expect((['fence', 'us'] as const).map((by) => actionOn({ by }))).toEqual(['stop', 'stop']);
});

test('the wait grows to a minute, never to nothing, and a taken-over session waits for minutes', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const wait = backOff('back_off', attempt, () => random);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(backOff('back_off', attempt + 1, () => random)).toBeGreaterThanOrEqual(wait);
      expect(backOff('back_off_long', attempt, () => random)).toBeGreaterThanOrEqual(300_000);
    }),
  );
});
