import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlinesOf, reminderTime } from '../src/dialogue/deadlines.ts';
import { type Decision, type Facts, noFacts } from '../src/dialogue/facts.ts';

const HOUR = 3_600_000;
const forward: Decision = {
  purpose: 'forward',
  given: true,
  at: 1,
  message: 'M',
  reply: 'yes',
  language: 'en',
  version: 'consent/1',
  by: 'patient',
  basis: 'own',
};
const heard = (iso: string, more: Partial<Facts> = {}): Facts => ({
  ...noFacts,
  heardAt: Date.parse(iso),
  known: { country: { value: 'KW', words: '', message: 'M', at: 1 } },
  ...more,
});

describe('the one reminder (design: "Reminder")', () => {
  test('falls 20 to 23 hours after the last word, in the daytime of the country, on no day of rest, at no prayer', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom('SA', 'AE', 'QA', 'KW', 'BH', 'OM'),
        (date, country) => {
          const at = reminderTime(date.getTime(), country);
          if (at === undefined) return;
          const after = (at - date.getTime()) / HOUR;
          expect(after).toBeGreaterThanOrEqual(20);
          expect(after).toBeLessThanOrEqual(23);
          const local = new Date(at + (country === 'AE' || country === 'OM' ? 4 : 3) * HOUR);
          expect(local.getUTCHours()).toBeGreaterThanOrEqual(9);
          expect(local.getUTCHours()).toBeLessThan(20);
          expect(country === 'AE' ? [6, 0] : [5, 6]).not.toContain(local.getUTCDay());
        },
      ),
    );
  });

  test.each([
    ['a Tuesday evening leads to Wednesday', '2026-11-24T15:00:00Z', true],
    ['written at one in the night, the window is night as well', '2026-11-24T22:00:00Z', false],
    ['the next afternoon is a Friday', '2026-11-26T12:00:00Z', false],
    ['written in the morning, the window opens at dawn and waits for nine', '2026-11-24T08:00:00Z', true],
    ['written at noon, the next morning', '2026-11-24T10:30:00Z', true],
  ])('%s', (_, iso, there) => {
    expect(reminderTime(Date.parse(iso), 'KW') !== undefined).toBe(there);
  });

  test.each<[string, Partial<Facts>]>([
    ['reminded before', { remindedAt: 1 }],
    ['stopped', { stoppedAt: 1 }],
    ['paused after an emergency', { paused: { why: 'emergency' } }],
    ['waiting for a human', { humanAskedAt: 1 }],
    ['filed', { revision: 1, decisions: [forward] }],
    ['refused', { refusedAt: 1 }],
    ['nothing answered yet', { known: {} }],
  ])('there is none when %s', (_, more) => {
    expect(deadlinesOf(heard('2026-11-24T15:00:00Z', more)).remind).toBeUndefined();
  });
});

test('a draft ends 7 days after the last word, a refused one 72 hours after the refusal, a filed one not by itself', () => {
  const at = Date.parse('2026-11-24T15:00:00Z');
  expect(deadlinesOf(heard('2026-11-24T15:00:00Z')).expire).toBe(at + 7 * 24 * HOUR);
  expect(deadlinesOf(heard('2026-11-24T15:00:00Z', { refusedAt: at })).expire).toBe(at + 72 * HOUR);
  expect(deadlinesOf(heard('2026-11-24T15:00:00Z', { revision: 1, decisions: [forward] })).expire).toBeUndefined();
});
