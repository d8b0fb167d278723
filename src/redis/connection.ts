import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { RedisClientOptions } from 'redis';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { dial, type RedisAddress } from './dial.ts';
import { durabilityFaults } from './durability.ts';
import { findRedisServer } from './launch.ts';
import { joinServer } from './localServer.ts';

/** Where things are kept. Whoever opens connections to it closes them before `stop`. */
export type RedisPlace = {
  kind: 'url' | 'child' | 'memory';
  /** The address for ioredis and BullMQ. */
  options: RedisAddress;
  /** The address of the key store for ioredis: `KEYS_URL`, else the same as `options`. */
  keysOptions: RedisAddress;
  /** The address for node-redis. */
  nodeRedisOptions: RedisClientOptions;
  /** The address of the key store for node-redis. */
  nodeKeysOptions: RedisClientOptions;
  /** For the person who starts the program: where it is and what could be lost there; no password. */
  describe(): string;
  stop(): Promise<void>;
};

/** Redis cannot be used as it is. `message` is for the person who starts the program. */
export class RedisUnusable extends Error {
  override name = 'RedisUnusable';
}

type Opened = Pick<RedisPlace, 'kind' | 'options' | 'nodeRedisOptions' | 'stop'> & { where: string };
type Settings = Pick<Config, 'REDIS_URL' | 'KEYS_URL' | 'DATA_DIR' | 'NODE_ENV' | 'ALLOW_EVERYSEC'>;

/**
 * The Redis at `REDIS_URL`; else a redis-server or valkey-server of this machine in `DATA_DIR/redis`, joined if it lives
 * and started if not; else one in this process that keeps nothing. In production rejects with `RedisUnusable` where
 * acknowledged writes could be lost; everywhere when it does not answer. `stop` must be called before the process ends.
 */
export async function openRedis(config: Settings, log: Log): Promise<RedisPlace> {
  const opened = await open(config, log);
  const keysOptions = config.KEYS_URL ? addressOf(config.KEYS_URL) : opened.options;
  const said = [opened.where];
  try {
    if (opened.kind !== 'memory') said.push(...(await faultsOf(opened.options, config)));
    if (config.KEYS_URL) said.push(...(await faultsOf(keysOptions, config)).map((fault) => `the key store: ${fault}`));
    if (config.NODE_ENV === 'production' && said.length > 1) throw new RedisUnusable(said.join('\n  '));
  } catch (error) {
    await opened.stop();
    throw error;
  }
  const { kind, options, nodeRedisOptions, stop } = opened;
  const nodeKeysOptions = config.KEYS_URL ? { url: config.KEYS_URL } : nodeRedisOptions;
  return { kind, options, keysOptions, nodeRedisOptions, nodeKeysOptions, stop, describe: () => said.join('\n  ') };
}

async function open(config: Settings, log: Log): Promise<Opened> {
  if (config.REDIS_URL) return atUrl('url', config.REDIS_URL, () => Promise.resolve());
  const folder = join(config.DATA_DIR, 'redis');
  const binary = findRedisServer();
  if (binary) {
    const server = await joinServer(folder, binary, log).catch((error: Error) => {
      throw new RedisUnusable(error.message, { cause: error });
    });
    const address = { path: server.socket };
    return {
      kind: 'child',
      options: address,
      nodeRedisOptions: { socket: { path: server.socket, tls: false } },
      stop: server.stop,
      where: `Redis of this machine in ${folder}`,
    };
  }
  if (existsSync(folder)) {
    throw new RedisUnusable(`${folder} holds what was kept by a redis-server, but there is none on the PATH now.`);
  }
  if (config.NODE_ENV === 'production') {
    throw new RedisUnusable('No Redis: set REDIS_URL, or install redis-server or valkey-server.');
  }
  return inMemory();
}

async function inMemory(): Promise<Opened> {
  const { createRedisMock } = await import('js-redis-server');
  const server = await createRedisMock();
  return {
    ...atUrl('memory', server.url, () => server.close()),
    where: 'NOTHING IS KEPT: no redis-server was found, so Redis lives in this process alone and ends with it.',
  };
}

function atUrl(kind: 'url' | 'memory', url: string, stop: () => Promise<void>): Opened {
  const { host, port } = new URL(url);
  return {
    kind,
    options: addressOf(url),
    nodeRedisOptions: { url },
    stop,
    where: `Redis at ${port ? host : `${host}:6379`}`,
  };
}

/** A `redis://` or `rediss://` URL as ioredis takes it apart. */
function addressOf(text: string): RedisAddress {
  const url = new URL(text);
  const db = Number(url.pathname.slice(1) || 0);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 6379),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(db > 0 && { db }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
  };
}

async function faultsOf(options: RedisAddress, config: Settings): Promise<string[]> {
  const connection = await dial(options);
  if (!(connection instanceof Redis)) {
    throw new RedisUnusable(
      `Redis at ${options.path ?? `${options.host}:${options.port}`} cannot be used: ${connection.message}`,
    );
  }
  try {
    return await durabilityFaults(connection, config.ALLOW_EVERYSEC);
  } finally {
    connection.disconnect();
  }
}
