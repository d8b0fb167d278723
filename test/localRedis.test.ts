import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { makeLog } from '../src/log.ts';
import { openRedis, type RedisPlace } from '../src/redis/connection.ts';
import { alive } from '../src/redis/startLock.ts';
import { answeringPid, type Holder, holdRedis } from './holdRedis.ts';

let dataDir: string;
let holders: Holder[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'test-data '));
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) await end(holder.process, 'SIGKILL');
  const pid = await serverPid();
  if (alive(pid)) process.kill(pid, 'SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

test('the Redis of this machine keeps what it acknowledged when the bot and the server are killed, and ends with the last command', async () => {
  const bot = await hold();
  const client = new Redis(bot.options);
  await client.set('family', 'waits');
  client.disconnect();
  const server = await serverPid();
  await end(bot.process, 'SIGKILL');
  expect(alive(server)).toBe(true);
  const next = await open();
  expect(await serverPid()).toBe(server);
  await next.stop();
  expect(alive(server)).toBe(false);

  const killed = await hold();
  const second = await serverPid();
  expect(await get(killed.options, 'family')).toBe('waits');
  await end(killed.process, 'SIGKILL');
  process.kill(second, 'SIGKILL');
  const last = await open();
  expect(await get(last.options, 'family')).toBe('waits');
  await last.stop();
});

test('the Redis of this machine is one server for commands started at the same moment, though a dead one left its lock', async () => {
  await mkdir(join(dataDir, 'redis'));
  await writeFile(join(dataDir, 'redis', 'lock.7'), `${await deadPid()} left-behind`);
  const all = await Promise.all([1, 2, 3, 4].map(() => hold()));
  const pids = await Promise.all(all.map(({ options }) => answeringPid(options)));
  expect(new Set(pids).size).toBe(1);
  for (const [index, { process: holder }] of all.entries()) {
    expect(alive(pids[0] ?? 0)).toBe(true);
    holder.stdin?.write('stop\n');
    await once(holder, 'exit');
    expect(holder.exitCode).toBe(0);
    expect(alive(pids[0] ?? 0)).toBe(index < all.length - 1);
  }
});

test('the Redis of this machine is not ended by the interrupt that a terminal sends to the whole group of the bot', async () => {
  const bot = await hold();
  const server = await serverPid();
  process.kill(-(bot.process.pid ?? 0), 'SIGINT');
  expect(await bot.line()).toBe('interrupted');
  expect(await answeringPid(bot.options)).toBe(server);
});

test('the Redis of this machine is started again when it dies under the bot, at the same address and with what it held', async () => {
  const place = await open();
  const client = new Redis(place.options);
  client.on('error', () => client.status); // the connection is cut on purpose; ioredis dials again
  await client.set('family', 'waits');
  const server = await serverPid();
  const back = once(client, 'ready');
  process.kill(server, 'SIGKILL');
  await back;
  expect(await client.get('family')).toBe('waits');
  expect(await answeringPid(place.options)).not.toBe(server);
  client.disconnect();
  await place.stop();
  expect(alive(await serverPid())).toBe(false);
});

test('the Redis of this machine writes every change to disk before it answers, evicts nothing and is open to this user alone', async () => {
  const place = await open({ NODE_ENV: 'production' });
  expect(place.kind).toBe('child');
  const client = new Redis(place.options);
  const settings = ['appendonly', 'appendfsync', 'maxmemory-policy', 'port'];
  const values = await Promise.all(settings.map((name) => client.config('GET', name)));
  expect(values.map((pair) => (pair as string[])[1])).toEqual(['yes', 'always', 'noeviction', '0']);
  expect((await stat(place.options.path ?? '')).mode & 0o077).toBe(0);
  client.disconnect();
  await place.stop();
});

test('the Redis of this machine is reached in a folder whose path is too long for a socket, by both clients', async () => {
  const deep = join(dataDir, 'a'.repeat(60), 'b'.repeat(60));
  const place = await open({ DATA_DIR: deep });
  const same = await open({ DATA_DIR: deep });
  expect(same.options).toEqual(place.options);
  const client = createClient(place.nodeRedisOptions);
  await client.connect();
  expect(await client.ping()).toBe('PONG');
  client.destroy();
  await same.stop();
  await place.stop();
  await rm(join(place.options.path ?? '', '..'), { recursive: true });
});

function open(settings: Partial<Parameters<typeof openRedis>[0]> = {}): Promise<RedisPlace> {
  const all = { NODE_ENV: 'test', DATA_DIR: dataDir, ALLOW_EVERYSEC: false, ...settings } as const;
  return openRedis(all, makeLog('silent'));
}

async function hold(): Promise<Holder> {
  const holder = await holdRedis(dataDir);
  holders.push(holder);
  return holder;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function get(options: RedisPlace['options'], key: string): Promise<string | null> {
  const client = new Redis(options);
  const value = await client.get(key);
  client.disconnect();
  return value;
}

async function serverPid(): Promise<number> {
  return readFile(join(dataDir, 'redis', 'redis.pid'), 'utf8').then(Number, () => 0);
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}
