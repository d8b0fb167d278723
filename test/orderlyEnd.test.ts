/** A signal ends the bot in order and soon, whatever is broken; and a second bot on the same number says that it waits. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BotHome, makeBot } from './bot.ts';

let bot: BotHome;
beforeAll(async () => {
  bot = await makeBot({ WHATSAPP_URL: 'ws://127.0.0.1:9' });
});
afterAll(() => bot.remove());

/** Resolves when the output holds `text` more than `times` times. */
const says = (text: string, times = 0): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (bot.output().split(text).length - 1 > times) resolve();
    };
    bot.onOutput = look;
    look();
  });

test('a second bot on the number says once that it waits; the first ends, and the second takes over', async () => {
  const first = bot.start();
  await says('channel_changed');
  const second = bot.start();
  await says('lease_waits');
  await says('belongs to process');
  expect(await first.end()).toBe(0);
  await says('lease_taken', 1);
  expect(bot.output().split('lease_waits')).toHaveLength(2);
  expect(await second.end()).toBe(0);
});

test('a signal just after the own Redis died', async () => {
  const life = bot.start();
  await says('lease_taken', 2);
  const pid = Number(await readFile(join(bot.data, 'redis', 'redis.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  expect([0, 1]).toContain(await life.end());
  expect(bot.output()).not.toMatch(/unhandled|UnhandledPromise| {4}at /i);
});
