/** Whenever the process dies, a message that was taken is neither lost nor taken twice. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { BinaryNode } from '@whiskeysockets/baileys';
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
const receipts: string[] = [];
const onStanza = ({ tag, attrs }: BinaryNode) => {
  if (tag === 'receipt' && attrs.id) receipts.push(attrs.id);
};

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

beforeEach(async () => {
  [server, connection] = [await startWhatsApp({ onStanza }), connectTo(redis.url)];
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

/** The bot takes a message and dies after its ratchet was stored; its receipt never arrives. */
const takenButNotAcknowledged = async (): Promise<string> => {
  server.loseReceipts = true;
  const id = await ann.send('only once');
  await server.waitFor(() => receipts.includes(id), 'a receipt was on its way');
  await bot.channel.stop();
  server.loseReceipts = false;
  expect(server.settledAs(id)).toEqual([]);
  return id;
};

test.each(['pkmsg', 'msg'])(
  'killed after the ratchet was stored and before the receipt: known, acknowledged in silence (%s)',
  async (type) => {
    if (type === 'msg') await answered();
    const id = await takenButNotAcknowledged();
    const before = intake.accepted.length;
    bot = await begin(loginOn(connection));
    expect(await settled(id)).toEqual(['receipt:inactive']);
    expect(intake.asked).toBe(before);
    // and the ratchet is whole
    await taken(await ann.send('and on'));
    expect(intake.accepted.map(({ content }) => content.kind)).not.toContain('undecryptable');
  },
);

test.each(['pkmsg', 'msg'])(
  'and if the store has lost it since, its sender’s phone is asked for it again (%s)',
  async (type) => {
    if (type === 'msg') await answered();
    const id = await takenButNotAcknowledged();
    intake.accepted.pop();
    bot = await begin(loginOn(connection));
    await taken(`${id}?`);
    expect((await taken(id)).content).toEqual({ kind: 'text', text: 'only once' });
    expect(server.lost).toEqual([]);
  },
);

test('killed after it was stored and before the ratchet was: read again, stored once', async () => {
  await answered();
  const stuck = ratchetNotStored(loginOn(connection));
  await bot.channel.stop();
  bot = await begin(stuck.login);
  stuck.stop();
  const id = await ann.send('only once');
  await taken(id);
  const dead = bot;
  bot = await begin(loginOn(connection));
  expect(await settled(id)).toEqual(['receipt:inactive']);
  expect(intake.accepted.filter((one) => one.id === id)).toHaveLength(1);
  stuck.release();
  await dead.channel.stop();
});

/** From `stop` until `release` no ratchet is written, as in a process that was killed. */
function ratchetNotStored(login: Login): { login: Login; stop(): void; release(): void } {
  let held: Promise<void> | undefined;
  let release = () => {};
  const load = async () => {
    const state = await login.load();
    const set: typeof state.keys.set = async (data) => {
      if (!held || !data.session) return state.keys.set(data);
      await held;
      throw new Error('this process is dead');
    };
    return { ...state, keys: { ...state.keys, set } };
  };
  const stop = () => {
    held = new Promise((resolve) => (release = resolve));
  };
  return { login: { ...login, load }, stop, release: () => release() };
}
