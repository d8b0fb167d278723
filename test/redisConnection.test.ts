import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { makeLog } from '../src/log.ts';
import { openRedis, type RedisPlace } from '../src/redis/connection.ts';
import { startRedis, type TestRedis } from './redis.ts';

const quiet = makeLog('silent');
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'test-data '));
});

afterEach(() => rm(dataDir, { recursive: true }));

describe('no Redis of this machine', () => {
  const path = process.env['PATH'];
  beforeEach(() => {
    process.env['PATH'] = dataDir;
  });
  afterEach(() => {
    process.env['PATH'] = path;
  });

  test('is answered by one that keeps nothing, and says so', async () => {
    const place = await open();
    expect(place.kind).toBe('memory');
    expect(place.describe()).toContain('NOTHING IS KEPT');
    const client = new Redis(place.options);
    expect(await client.eval("return redis.call('SET', KEYS[1], ARGV[1])", 1, 'a', 'b')).toBe('OK');
    client.disconnect();
    await place.stop();
  });

  test('is refused in production, and where a redis-server has kept something before', async () => {
    await expect(open({ NODE_ENV: 'production' })).rejects.toThrow('set REDIS_URL');
    await mkdir(join(dataDir, 'redis'));
    await expect(open()).rejects.toThrow('there is none on the PATH');
  });
});

describe('the Redis at REDIS_URL', () => {
  let server: TestRedis;
  beforeEach(async () => {
    server = await startRedis();
  });
  afterEach(() => server.stop());

  test.each([
    ['appendonly', 'no', 'append-only'],
    ['maxmemory-policy', 'allkeys-lru', 'evict'],
    ['appendfsync', 'everysec', 'ALLOW_EVERYSEC'],
    ['appendfsync', 'no', 'appendfsync is no'],
  ])('with %s %s is refused in production and only named elsewhere', async (name, value, word) => {
    const client = new Redis(server.url);
    await client.config('SET', name, value);
    client.disconnect();
    await expect(open({ REDIS_URL: server.url, NODE_ENV: 'production' })).rejects.toThrow(word);
    const elsewhere = await open({ REDIS_URL: server.url });
    expect(elsewhere.describe()).toContain(word);
    await elsewhere.stop();
    const accepted = open({ REDIS_URL: server.url, NODE_ENV: 'production', ALLOW_EVERYSEC: true });
    await (value === 'everysec' ? expect(accepted).resolves.toBeDefined() : expect(accepted).rejects.toThrow(word));
  });

  test('may keep the keys elsewhere, which is held to the same', async () => {
    const keys = await startRedis({ appendonly: false });
    const urls = { REDIS_URL: server.url, KEYS_URL: `${keys.url}/3` };
    await expect(open({ ...urls, NODE_ENV: 'production' })).rejects.toThrow('key store');
    const place = await open(urls);
    expect(place.keysOptions).toMatchObject({ host: '127.0.0.1', db: 3 });
    expect(place.keysOptions.port).not.toBe(place.options.port);
    await keys.stop();
  });

  test('is said without its password, and refused in words when it does not answer', async () => {
    const url = server.url.replace('//', '//someone:s3cret@');
    const refusal: unknown = await open({ REDIS_URL: url }).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/RedisUnusable.*cannot be used/);
    expect(String(refusal)).not.toContain('s3cret');
    await server.kill('SIGKILL');
    await expect(open({ REDIS_URL: server.url })).rejects.toThrow(/127\.0\.0\.1:\d+ cannot be used/);
  });
});

type Settings = Parameters<typeof openRedis>[0];
function open(settings: Partial<Settings> = {}): Promise<RedisPlace> {
  return openRedis({ NODE_ENV: 'test', DATA_DIR: dataDir, ALLOW_EVERYSEC: false, ...settings }, quiet);
}
