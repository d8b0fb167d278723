import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { linkedPlainBot, makePlainBot } from './plainBot.ts';
import { qrFrom, startWhatsApp } from './server.ts';

const KEY = `${'A'.repeat(42)}/=`;

test('the newest pairing code is found in whatever a bot prints', () => {
  const bare = `ref-2,${KEY},${KEY},${KEY}`;
  const whole = `https://wa.me/settings/linked_devices#ref_1,${KEY},${KEY},${KEY},1`;
  expect(qrFrom(`starting…\n${whole}\n`)).toBe(`ref_1,${KEY},${KEY},${KEY},1`);
  expect(qrFrom(`{"qr":"${whole}"}\n{"qr":"${bare}"}`)).toBe(bare);
  expect(qrFrom('nothing yet')).toBeUndefined();
});

test('a code that is not on show is not taken', async () => {
  const server = await startWhatsApp();
  expect(() => server.scan(`ref,${KEY},${KEY},${KEY}`)).toThrow('not on show');
  expect(() => server.scan('hello')).toThrow('not a pairing code');
  await server.stop();
});

test('a message sent before there is a bot arrives when it is linked', async () => {
  const server = await startWhatsApp();
  const early = server.phone('96550000001').send('are you there?');
  const bot = makePlainBot(server.url);
  bot.dial();
  server.scan(await bot.qr());
  await server.paired();
  await bot.ended(1);
  bot.dial();
  await early;
  await bot.message(1);
  expect(bot.texts()).toEqual(['are you there?']);
  await bot.stop();
  await server.stop();
});

test('when another device is linked the first one is out, and people write to the second', async () => {
  const { server, bot, stop } = await linkedPlainBot();
  const ann = server.phone('96550000001');
  await ann.send('to the first');
  await bot.message(1);
  server.drop();
  await bot.ended(2);

  const second = makePlainBot(server.url);
  second.dial();
  server.scan(await second.qr());
  await second.ended(1);
  second.dial();
  await second.opened();
  await ann.send('to the second');
  await second.message(1);
  expect(second.texts()).toEqual(['to the second']);
  bot.dial();
  expect(await bot.ended(3)).toBe(401);
  await second.stop();
  await stop();
});

test('a client that breaks the protocol makes stop() throw', async () => {
  const server = await startWhatsApp();
  const client = new WebSocket(server.url);
  await once(client, 'open');
  client.send(Buffer.from([0x57, 0x41, 6, 3, 0, 0, 2, 0xff, 0xff]));
  await once(client, 'close');
  await expect(server.stop()).rejects.toThrow();
});
