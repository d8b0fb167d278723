import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Phone } from './phone.ts';
import { linkedPlainBot } from './plainBot.ts';

let linked: Awaited<ReturnType<typeof linkedPlainBot>>;
let ann: Phone;
beforeEach(async () => {
  linked = await linkedPlainBot();
  ann = linked.server.phone('96550000001');
});
afterEach(() => linked.stop());

/** Sends three messages while the bot is away. */
const queueThree = async () => {
  linked.server.drop();
  await linked.bot.ended(2);
  for (const text of ['one', 'two', 'three']) await ann.send(text);
};

test('a second process, a stream error and a failure end the connection with their codes', async () => {
  const { server, bot } = linked;
  const ends: [() => void, number][] = [
    [() => server.conflict(), 440],
    [() => server.streamError(503), 503],
    [() => server.streamError({ tag: 'xml-not-well-formed', attrs: {} }), 500],
    [() => server.failure(403), 403],
  ];
  for (const [i, [end, code]] of ends.entries()) {
    end();
    expect(await bot.ended(i + 2)).toBe(code);
    bot.dial();
    await bot.opened();
  }
});

test('a login may be refused, and then works', async () => {
  const { server, bot } = linked;
  server.drop();
  await bot.ended(2);
  server.refuseLogin(405);
  bot.dial();
  expect(await bot.ended(3)).toBe(405);
  bot.dial();
  await bot.opened();
  expect(server.logins).toBe(2);
});

test('an upgrade may be refused with an HTTP status', async () => {
  const { server } = linked;
  server.refuseUpgrade(503);
  const [error] = await once(new WebSocket(server.url), 'error');
  expect(String(error)).toContain('503');
  const next = new WebSocket(server.url);
  await once(next, 'open');
  next.terminate();
});

test('a message of the bot may stay without an answer, or be refused', async () => {
  const { server, bot } = linked;
  server.ackMessages = false;
  await bot.say(ann.pn, 'unanswered', 'R1');
  expect((await ann.reply(1)).text).toBe('unanswered');
  server.ackMessages = true;
  server.ackError = 463;
  await bot.say(ann.pn, 'refused', 'R2');
  await bot.waitFor(() => bot.acks.length > 0, 'the refusal');
  expect(bot.acks).toEqual([{ id: 'R2', error: '463' }]);
  expect(ann.replies).toHaveLength(1);
});

test('the kept messages may be cut short once some are acknowledged; the rest comes later', async () => {
  const { server, bot } = linked;
  await queueThree();
  server.cutOfflineAfter(2);
  bot.dial();
  await bot.ended(3);
  expect(server.waiting().map(({ deliveries }) => deliveries)).toEqual([0]);
  bot.dial();
  await bot.waitFor(() => bot.texts().includes('three'), 'the third message');
  await server.waitFor(() => server.waiting().length === 0, 'all is acknowledged');
});

test('the kept messages may be cut short as soon as they are sent', async () => {
  const { server, bot } = linked;
  await queueThree();
  server.cutOfflineAfter(1, 'sent');
  bot.dial();
  await bot.ended(3);
  expect(
    server
      .waiting()
      .slice(-2)
      .map(({ deliveries }) => deliveries),
  ).toEqual([0, 0]);
  server.cutOfflineAfter(0);
  bot.dial();
  await bot.ended(4);
  expect(server.logins).toBe(3);
});

test('the end of the kept messages may be held back', async () => {
  const { server, bot } = linked;
  await queueThree();
  server.holdOfflineEnd = true;
  bot.dial();
  await server.waitFor(() => server.waiting().length === 0, 'all is acknowledged');
  expect(bot.heard).toEqual([]); // Baileys holds its events back until then
  server.endOffline();
  await bot.message(3);
  expect(bot.texts()).toEqual(['one', 'two', 'three']);
});
