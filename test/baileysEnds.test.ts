/** However a connection ends, the channel does what `disconnect.ts` says, and no login is ever lost by it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { LogEvent } from '../src/log.ts';
import { connectTo, FENCE, loginOn, noLog, type Stand, stand } from './channelStand.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type FakeWhatsApp, startWhatsApp } from './whatsapp/server.ts';

let redis: TestRedis;
let connection: Redis;
let server: FakeWhatsApp;
let bot: Stand;
let lines: LogEvent[];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  [server, connection, lines] = [await startWhatsApp(), connectTo(redis.url), []];
  await connection.flushall();
  await connection.set(FENCE.key, FENCE.token);
  bot = stand(server, loginOn(connection), { log: { ...noLog, info: (event) => lines.push(event) } });
  await bot.channel.start(bot.intake);
  await becomes('open');
});
afterEach(async () => {
  await bot.channel.stop();
  connection.disconnect();
  await server.stop();
});

const becomes = (state: string) => bot.intake.until(() => bot.channel.state() === state, state);
/** How long it waited before it dialled again. */
const pauses = () => bot.clock.waits;

test.each([
  ['the line is cut', () => server.drop()],
  ['the server is going down', () => server.streamError(503)],
])('%s: a short wait, then open again', async (_name, end) => {
  end();
  await becomes('waiting');
  await becomes('open');
  expect(pauses()).toHaveLength(1);
  expect(pauses()[0]).toBeLessThanOrEqual(1_000);
});

test('another process took over: minutes, not seconds', async () => {
  server.conflict();
  await becomes('waiting');
  await bot.intake.until(() => pauses().length > 0, 'waits');
  expect(pauses()[0]).toBeGreaterThanOrEqual(300_000);
});

test.each([403, 405, 411])('the login is refused with %s: a person is needed, and the login stays', async (reason) => {
  server.refuseLogin(reason);
  server.drop();
  await becomes('needs_person');
  await bot.channel.stop();
  await again();
});

test('logged out: marked and kept, and the next start asks to be paired anew', async () => {
  const old = await connection.hgetall('mvm:{main}:login:1');
  server.refuseLogin(401);
  server.drop();
  await becomes('needs_person');
  await bot.channel.stop();
  const kept = await connection.hgetall('mvm:{main}:login:1');
  expect(kept).toMatchObject({ ended: '1' });
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(Object.keys(old)));
  await again();
  expect(bot.qrs).toHaveLength(1);
});

test('an HTTP error instead of a WebSocket does not hang', async () => {
  server.refuseUpgrade(503, 3);
  server.drop();
  await becomes('waiting');
  await becomes('open');
  expect(pauses()).toHaveLength(4);
});

test('the store is lost: the line is dropped, and taken up again when the store is back', async () => {
  const ann = server.phone('96550000001');
  await redis.kill('SIGKILL');
  const id = await ann.send('while Redis is away');
  await becomes('waiting');
  expect(server.settledAs(id)).toEqual([]);
  await redis.restart();
  await bot.intake.until(() => bot.intake.accepted.some((one) => one.id === id), 'accepted');
  await becomes('open');
  expect(bot.intake.accepted).toHaveLength(1);
  expect(server.lost).toEqual([]);
});

test('another owner of the number: nothing more is written or acknowledged, and it does not dial again', async () => {
  await connection.set(FENCE.key, '2');
  const id = await server.phone('96550000002').send('for the new owner');
  await bot.intake.until(() => bot.intake.states.at(-1) === 'waiting', 'stopped');
  expect(server.settledAs(id)).toEqual([]);
  expect(pauses()).toEqual([]);
});

test('while nothing answers it keeps trying, with one line a minute', async () => {
  const before = lines.length;
  server.refuseUpgrade(503, 1_000);
  server.drop();
  await bot.intake.until(() => pauses().length >= 8, 'eight tries');
  expect(lines.length - before).toBeLessThanOrEqual(2);
});

/** A new process with the same store. */
async function again(): Promise<void> {
  bot = stand(server, loginOn(connection));
  await bot.channel.start(bot.intake);
  await becomes('open');
}
