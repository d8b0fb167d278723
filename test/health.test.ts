import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createClient } from 'redis';
import type { ChannelState } from '../src/channels/channel.ts';
import { serveHealth } from '../src/health.ts';
import { makeLog } from '../src/log.ts';
import { countWaiting } from '../src/redis/countWaiting.ts';
import { keysOf } from '../src/redis/keys.ts';
import { startRedis, type TestRedis } from './redis.ts';

const keys = keysOf('test', 'main');
let server: TestRedis;
let client: ReturnType<typeof connect>;
let whatsapp: ChannelState;
let health: Awaited<ReturnType<typeof serveHealth>>;

function connect() {
  const made = createClient({ url: server.url, socket: { reconnectStrategy: 5 } });
  made.on('error', () => made.isReady); // Redis is taken away on purpose; the client dials again
  return made;
}

beforeEach(async () => {
  server = await startRedis();
  client = connect();
  await client.connect();
  whatsapp = 'open';
  const sources = { whatsapp: () => whatsapp, waiting: () => countWaiting(client, keys) };
  health = await serveHealth({ host: '127.0.0.1', port: 0 }, sources, makeLog('silent'));
});

afterEach(async () => {
  await health.stop();
  client.destroy();
  await server.stop();
});

test('says in one line that messages come through, and how much waits', async () => {
  await client.sAdd(keys.work, ['a', 'b']);
  await client.hSet(keys.alerts, 'id', '{}');
  const response = await fetch(health.url);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toBe(`${JSON.stringify(JSON.parse(text))}\n`);
  const waiting = { persons: 2, handovers: 0, alerts: 1, dead: 0 };
  expect(JSON.parse(text)).toEqual({ whatsapp: 'open', redis: 'ok', waiting });
});

test.each(['connecting', 'waiting', 'needs_person'] as const)('is 503 while WhatsApp is %s', async (state) => {
  whatsapp = state;
  const response = await fetch(health.url);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ whatsapp: state, redis: 'ok' });
});

test('is 503 while Redis is away, and well again when it is back', async () => {
  await server.kill('SIGKILL');
  const away = await fetch(health.url);
  expect(away.status).toBe(503);
  expect(await away.json()).toEqual({ whatsapp: 'open', redis: 'away' });
  await server.restart();
  await client.ping();
  expect((await fetch(health.url)).status).toBe(200);
});

test('answers nothing else', async () => {
  expect((await fetch(new URL('/', health.url))).status).toBe(404);
  expect((await fetch(health.url, { method: 'POST' })).status).toBe(404);
});
