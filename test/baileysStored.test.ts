/** A message is stored before it is acknowledged: whatever happens between, it is neither lost nor taken twice. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { Login } from '../src/channels/baileys/login.ts';
import { connectTo, FENCE, type Intake, loginOn, makeIntake, type Stand, stand } from './channelStand.ts';
import { startRedis, type TestRedis } from './redis.ts';
import type { Phone } from './whatsapp/phone.ts';
import { type FakeWhatsApp, startWhatsApp } from './whatsapp/server.ts';

let redis: TestRedis;
let connection: Redis;
let server: FakeWhatsApp;
let intake: Intake;
let ann: Phone;
let bot: Stand;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

beforeEach(async () => {
  [server, connection] = [await startWhatsApp(), connectTo(redis.url)];
  await connection.flushall();
  await connection.set(FENCE.key, FENCE.token);
  intake = makeIntake();
  ann = server.phone('96550000001');
  bot = await begin(loginOn(connection));
});
afterEach(async () => {
  await bot.channel.stop();
  connection.disconnect();
  await server.stop();
});

async function begin(login: Login): Promise<Stand> {
  const begun = stand(server, login, { intake });
  await begun.channel.start(intake);
  await intake.until(() => begun.channel.state() === 'open', 'open');
  return begun;
}
const taken = (id: string) => intake.until(() => intake.accepted.find((one) => one.id === id), `${id} accepted`);
const settled = (id: string) =>
  server.waitFor(() => server.settledAs(id).length > 0 && server.settledAs(id), `${id} settled`);
/** The bot has answered, so that the phone's next messages are `msg`, no longer `pkmsg`. */
const answered = async () => {
  await taken(await ann.send('hello'));
  expect(await bot.channel.send({ id: 'ANSWER1', to: { kind: 'phone', value: ann.number }, text: 'welcome' })).toBe(
    'accepted',
  );
  await ann.next();
};

test('no receipt while acceptance is pending', async () => {
  let release = () => {};
  intake.before = () => new Promise<void>((resolve) => (release = resolve));
  const id = await ann.send('wait for it');
  await intake.until(() => intake.asked === 1, 'asked');
  // an answer to a query proves that the bot's line is not merely slow: whatever it had to say before is here
  server.phone('96550000009').typing(true);
  await intake.until(() => intake.composed.length > 0, 'still alive');
  expect(server.settledAs(id)).toEqual([]);
  release();
  expect(await settled(id)).toEqual(['receipt:inactive']);
});

test.each(['pkmsg', 'msg'])(
  'what cannot be stored is not acknowledged and comes again at the next dial (%s)',
  async (type) => {
    if (type === 'msg') await answered();
    let failures = 2;
    intake.before = () => {
      if (failures-- > 0) throw new Error('the store is away');
    };
    const id = await ann.send('keep me');
    await taken(id);
    expect(await settled(id)).toEqual(['receipt:inactive']);
    expect(intake.accepted.filter((one) => one.id === id)).toHaveLength(1);
    expect(server.logins).toBe(3);
    expect(intake.accepted.map(({ content }) => content.kind)).not.toContain('undecryptable');
    expect(server.lost).toEqual([]);
  },
);

test('a drop in the middle of the kept messages loses none', async () => {
  await answered();
  await bot.channel.stop();
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three', 'four', 'five']) ids.push(await ann.send(text));
  server.cutOfflineAfter(2, 'sent');
  server.cutOfflineAfter(1, 'acknowledged');
  bot = await begin(loginOn(connection));
  for (const id of ids) await settled(id);
  expect(
    intake.accepted.slice(1).map(({ content }) => (content.kind === 'text' ? content.text : content.kind)),
  ).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(server.lost).toEqual([]);
});

test('what cannot be read is reported once, asked for again, and taken when it comes', async () => {
  await bot.channel.stop();
  const id = await ann.send('read me');
  bot = await begin(withoutOneTimeKeys(loginOn(connection), () => !intake.accepted.some((one) => one.id === `${id}?`)));
  await taken(`${id}?`);
  expect((await taken(id)).content).toEqual({ kind: 'text', text: 'read me' });
  expect(intake.accepted.map((one) => one.id)).toEqual([`${id}?`, id]);
  expect(server.lost).toEqual([]);
});

/** While `missing`, no one-time key is found, as after a loss of the last second of Redis: first messages cannot be read. */
function withoutOneTimeKeys(login: Login, missing: () => boolean): Login {
  return {
    ...login,
    async load() {
      const state = await login.load();
      const get: typeof state.keys.get = (type, ids) =>
        type === 'pre-key' && missing() ? {} : state.keys.get(type, ids);
      return { ...state, keys: { ...state.keys, get } };
    },
  };
}
