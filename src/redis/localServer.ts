import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { tightFolder } from '../tightFolder.ts';
import { KEEPER, launch } from './launch.ts';
import { alive, takeLock } from './startLock.ts';

/** A Unix socket's path may have 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_BYTES = 103;
/** How long others may hold the folder's lock: a start with a large append-only file takes its time. */
const LOCK_MS = 90_000;
/** How long a leaving process waits for connections to be gone before it takes them for somebody else's. */
const LEAVE_MS = 1_000;
const SHUTDOWN_MS = 30_000;
const POLL_MS = 20;

/** This process's hold on the Redis server of a folder. */
export type LocalServer = {
  socket: string;
  /** Lets go, after this process has closed its own connections. The last to let go shuts the server down. */
  stop(): Promise<void>;
};

/**
 * Joins the Redis server of the folder, or starts it with `binary` if none lives there. The server is a process of its
 * own: Ctrl-C does not reach it and it outlives a killed bot, for the next command to join. Joining, starting and
 * leaving happen under the folder's lock: no two servers ever share a folder, and none is shut down under a newcomer.
 * If the server dies it is started again. Rejects with a readable reason when it cannot be had.
 */
export async function joinServer(folder: string, binary: string, log: Log): Promise<LocalServer> {
  tightFolder(folder);
  const real = await realpath(folder);
  const socket = await underLock(real, () => socketOf(real));
  let leaving = false;

  /** The connection by which the server, and whoever wants to shut it down, sees that this process is here. */
  const enter = async (): Promise<Redis> => {
    const keeper = await underLock(real, () => launch(real, socket, binary));
    keeper.once('end', () => {
      if (leaving) return;
      log.warn('redis_away');
      held = enterAgain();
    });
    return keeper;
  };

  const enterAgain = async (): Promise<Redis | null> => {
    while (!leaving) {
      try {
        const keeper = await enter();
        log.info('redis_back');
        return keeper;
      } catch (error) {
        log.error('redis_error', { error });
        await pause(LEAVE_MS);
      }
    }
    return null;
  };

  let held: Promise<Redis | null> = enter();
  await held;

  return {
    socket,
    stop: async () => {
      leaving = true;
      const keeper = await held;
      if (keeper?.status === 'ready') await underLock(real, () => leave(keeper));
      if (keeper && keeper.status !== 'end') keeper.disconnect();
    },
  };
}

async function underLock<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + LOCK_MS;
  for (;;) {
    const release = await takeLock(folder);
    if (release) return act().finally(release);
    if (Date.now() > deadline) throw new Error(`Another process is busy with ${folder} (see the file lock.* there)`);
    await pause(POLL_MS);
  }
}

/** The same socket for every process: in the folder, or for a long path in a short one that the folder remembers. */
async function socketOf(folder: string): Promise<string> {
  const near = join(folder, 'redis.sock');
  if (Buffer.byteLength(near) <= SOCKET_PATH_BYTES) return near;
  const note = join(folder, 'socket');
  const noted = existsSync(note) ? await readFile(note, 'utf8') : '';
  if (noted && existsSync(dirname(noted))) return noted;
  const far = join(await mkdtemp(join(tmpdir(), 'mvm-care-')), 'redis.sock');
  await writeFile(note, far);
  return far;
}

/** Shuts the server down if nobody else is connected to it. To be called under the lock. */
async function leave(keeper: Redis): Promise<void> {
  const deadline = Date.now() + LEAVE_MS;
  for (;;) {
    const clients = String(await keeper.client('LIST'))
      .trim()
      .split('\n');
    if (clients.length === 1) break;
    const others = clients.filter((client) => client.includes(` name=${KEEPER} `)).length > 1;
    if (others || Date.now() > deadline) return;
    await pause(POLL_MS);
  }
  const pid = Number(/process_id:(\d+)/.exec(await keeper.info('server'))?.[1]);
  const refusal = await keeper.call('SHUTDOWN').then(
    () => null,
    (error: Error) => error,
  );
  if (keeper.status === 'ready') throw refusal ?? new Error('Redis did not shut down');
  const end = Date.now() + SHUTDOWN_MS;
  while (alive(pid) && Date.now() < end) await pause(POLL_MS);
}
