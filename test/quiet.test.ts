/** libsignal prints sessions with private keys through `console`; nothing of it may be seen, and nothing else be lost. */

import { createRequire } from 'node:module';
import { expect, jest, test } from '@jest/globals';

test('what libsignal prints is dropped, what others print passes', async () => {
  const seen: unknown[][] = [];
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void seen.push(words));
  }
  const { SessionRecord } = createRequire(import.meta.url)('libsignal') as {
    SessionRecord: new () => { closeSession(session: object): void };
  };
  const close = () => new SessionRecord().closeSession({ indexInfo: { closed: -1 }, privKey: 'secret' });
  close();
  expect(JSON.stringify(seen)).toContain('secret'); // it does print
  seen.length = 0;
  await import('../src/channels/baileys/quiet.ts');
  close();
  expect(seen).toEqual([]);
  console.warn('ours', 1);
  expect(seen).toEqual([['ours', 1]]);
});
