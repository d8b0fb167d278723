/** What became of a send is what the server said, and never a guess; and no traffic in both directions spoils a ratchet. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { Login } from '../src/channels/baileys/login.ts';
import type { Address, ChannelState, Sent } from '../src/channels/channel.ts';
import { connectTo, FENCE, type Intake, loginOn, makeIntake, type Stand, stand } from './channelStand.ts';
import { startRedis, type TestRedis } from './redis.ts';
import type { Phone } from './whatsapp/phone.ts';
import { type FakeWhatsApp, startWhatsApp } from './whatsapp/server.ts';

let redis: TestRedis;
let connection: Redis;
let server: FakeWhatsApp;
let intake: Intake;
let bot: Stand;
beforeAll(async () => {
  [redis, server] = await Promise.all([startRedis(), startWhatsApp()]);
  connection = connectTo(redis.url);
  await connection.set(FENCE.key, FENCE.token);
  intake = makeIntake();
  bot = await begin(loginOn(connection));
});
beforeEach(() => {
  server.ackMessages = true;
  server.ackError = undefined;
});
afterAll(async () => {
  await bot.channel.stop();
  connection.disconnect();
  await Promise.all([server.stop(), redis.stop()]);
});

async function begin(login: Login): Promise<Stand> {
  const begun = stand(server, login, { intake });
  await begun.channel.start(intake);
  await intake.until(() => begun.channel.state() === 'open', 'open');
  return begun;
}
const phoneOf = (phone: Phone): Address => ({ kind: 'phone', value: phone.number });
const lidOf = (phone: Phone): Address => ({ kind: 'lid', value: phone.lid.split('@')[0] ?? '' });

test('accepted: the server has it, and it is the same message under the id it was given', async () => {
  const ann = server.phone('96550000001');
  expect(await bot.channel.send({ id: 'A1', to: phoneOf(ann), text: 'by phone' })).toBe('accepted');
  expect(await bot.channel.send({ id: 'A2', to: lidOf(ann), text: 'https://example.com by LID' })).toBe('accepted');
  expect(await ann.reply(2)).toMatchObject({ id: 'A2', text: 'https://example.com by LID' });
  expect(await bot.channel.send({ id: 'A2', to: lidOf(ann), text: 'https://example.com by LID' })).toBe('accepted');
  await server.waitFor(() => ann.seenTwice.length > 0, 'the copy came');
  expect(ann.replies.map(({ id }) => id)).toEqual(['A1', 'A2']);
});

test('refused: the account is restricted', async () => {
  server.ackError = 463;
  expect(await bot.channel.send({ id: 'R1', to: phoneOf(server.phone('96550000002')), text: 'x' })).toBe('refused');
});

test('unknown: a trouble of the server, or the line breaks before the answer', async () => {
  const bob = server.phone('96550000003');
  server.ackError = 503;
  expect(await bot.channel.send({ id: 'U0', to: phoneOf(bob), text: 'x' })).toBe('unknown');
  server.ackError = undefined;
  server.ackMessages = false;
  const sending = bot.channel.send({ id: 'U1', to: phoneOf(bob), text: 'x' });
  await bob.reply(1);
  server.drop();
  expect(await sending).toBe('unknown');
  await intake.until(() => bot.channel.state() !== 'open', 'down');
  await intake.until(() => bot.channel.state() === 'open', 'open again');
});

test('unsent: there is no line, or it is over and nobody was told yet', async () => {
  const eve = phoneOf(server.phone('96550000009'));
  const told = intake.changed;
  let atEnd: Promise<Sent> | undefined;
  server.drop();
  intake.changed = (state?: ChannelState) => {
    if (state && state !== 'open') atEnd ??= bot.channel.send({ id: 'N1', to: eve, text: 'x' });
    if (state) told(state);
  };
  await intake.until(() => bot.channel.state() !== 'open', 'down');
  intake.changed = told;
  expect(await atEnd).toBe('unsent');
  await intake.until(() => bot.channel.state() === 'open', 'open again');
  expect(await bot.channel.send({ id: 'N1', to: eve, text: 'x' })).toBe('accepted');
});

test('talk in both directions at once, over a store of changing speed, leaves every message readable', async () => {
  await bot.channel.stop();
  bot = await begin(slow(loginOn(connection)));
  const dee = server.phone('96550000005');
  const rounds = 40;
  const first = await dee.send('begin');
  await intake.until(() => intake.accepted.some((one) => one.id === first), 'begun');
  const outward = async () => {
    for (let n = 0; n < rounds; n++)
      await bot.channel.send({ id: `D${n}`, to: n % 2 ? phoneOf(dee) : lidOf(dee), text: `${n}` });
  };
  const inward = async () => {
    for (let n = 0; n < rounds; n++) await dee.send(`${n}`, { via: n % 3 ? 'pn' : 'lid' });
  };
  const before = intake.accepted.length;
  await Promise.all([outward(), inward()]);
  await dee.reply(rounds);
  await intake.until(() => intake.accepted.length >= before + rounds, 'all accepted');
  expect(dee.unreadable).toEqual([]);
  expect(
    intake.accepted.slice(before).map(({ content }) => (content.kind === 'text' ? content.text : content.kind)),
  ).toEqual(Array.from({ length: rounds }, (_, n) => `${n}`));
  expect(dee.replies.map(({ text }) => text)).toEqual(Array.from({ length: rounds }, (_, n) => `${n}`));
});

/** Every read and write takes from 0 to 6 ms, by a fixed pattern. */
function slow(login: Login): Login {
  let n = 0;
  const pause = () => {
    n = (n * 7 + 3) % 13;
    return new Promise((resolve) => setTimeout(resolve, n / 2));
  };
  return {
    ...login,
    async load() {
      const { keys, ...state } = await login.load();
      return {
        ...state,
        keys: {
          async get(type, ids) {
            await pause();
            return keys.get(type, ids);
          },
          async set(data) {
            await pause();
            await keys.set(data);
          },
        },
      };
    },
  };
}
