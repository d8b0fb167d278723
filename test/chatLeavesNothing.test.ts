import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { chatLine } from '../src/channels/terminal/chatLine.ts';
import { startRedis, type TestRedis } from './redis.ts';

const root = join(import.meta.dirname, '..');
const dir = mkdtempSync(join(tmpdir(), 'chat-'));
let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
beforeEach(async () => {
  await redis.flushall();
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** `chat --json` as a process, told one line; resolves when its reply is out. */
async function chatting(...options: string[]): Promise<ChildProcess> {
  const args = ['--import', import.meta.resolve('tsx'), join(root, 'src/main.ts'), 'chat', '--json', ...options];
  const env = { PATH: process.env['PATH'], DATA_DIR: join(dir, 'data'), REDIS_URL: server.url };
  const child = spawn(process.execPath, args, { cwd: dir, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdout } = child;
  if (!stdout) throw new Error('no output');
  child.stdin?.write('{"text":"Hello"}\n');
  await once(createInterface({ input: stdout }), 'line');
  return child;
}
const over = async (child: ChildProcess): Promise<number | string | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode;
};
/** All bytes of the append-only file that Redis would load. */
const aof = (): string => {
  const folder = join(server.dir, 'appendonlydir');
  if (!existsSync(folder)) throw new Error('no append-only file');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
};
/** What a run's conversations are named by. */
const TRACE = /\{?chat-[0-9a-f]{12}(-keys|-queues\})?:\{?\w+\}?:(f|alias|persons|briefs)/;

test('a run that ends leaves nothing in Redis, nor in its append-only file', async () => {
  const child = await chatting();
  expect(aof()).toMatch(TRACE);
  child.stdin?.end();
  expect(await over(child)).toBe(0);
  expect(await redis.keys('*')).toEqual([]);
  expect(aof()).not.toMatch(TRACE);
});

test('nor does one that is told to end', async () => {
  const child = await chatting();
  child.kill('SIGTERM');
  expect(await over(child)).toBe(143);
  expect(await redis.keys('*')).toEqual([]);
});

test('what a killed run left is swept by the next, which leaves alone those that live or are kept', async () => {
  const kept = await chatting('--keep');
  kept.stdin?.end();
  await over(kept);
  const keptKeys = (await redis.keys('*')).sort();
  expect(keptKeys).not.toEqual([]);
  const killed = await chatting();
  const dead = (await redis.keys('*')).filter((name) => !keptKeys.includes(name));
  killed.kill('SIGKILL');
  await over(killed);
  const alive = await chatting();
  const names = await redis.keys('*');
  expect(names.filter((name) => name !== 'chat:runs' && dead.includes(name))).toEqual([]);
  const last = await chatting();
  last.stdin?.end();
  expect(await over(last)).toBe(0);
  expect(Object.keys(await redis.hgetall('chat:runs'))).toHaveLength(1);
  alive.stdin?.end();
  expect(await over(alive)).toBe(0);
  expect((await redis.keys('*')).sort()).toEqual(keptKeys);
});

test.each([
  '{"text":"x","784-1990-1234567-1":1}',
  '{"file":{"type":"document","784-1990-1234567-1":1}}',
  '{"file":{"type":"784-1990-1234567-1"}}',
  '{"from":"784-1990-1234567-1","text":"x"}',
  '{"at":"784-1990-1234567-1","text":"x"}',
  '{"text":{"784-1990-1234567-1":1}}',
  '{"reaction":{"of":["784-1990-1234567-1"],"emoji":1}}',
  '["784-1990-1234567-1"]',
  '784-1990-1234567-1',
])('what is wrong with %s is said without a word of it', (line) => {
  let said = '';
  try {
    chatLine(line, 1, 0);
  } catch (error) {
    said = error instanceof Error ? error.message : '';
  }
  expect(said).not.toBe('');
  expect(said).not.toMatch(/784|1990/);
});
