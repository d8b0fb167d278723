import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { dial } from './dial.ts';
import { alive } from './startLock.ts';

/** Long enough to load a large append-only file. */
const START_MS = 60_000;
const POLL_MS = 20;
const LAST_WORDS = 600;

/** How the connection appears by which a process shows the server, and whoever wants to end it, that it is here. */
export const KEEPER = 'mvm-care-keeper';

/** The redis-server or valkey-server on the PATH, or `null`. */
export function findRedisServer(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const files = ['redis-server', 'valkey-server'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find(executable) ?? null;
}

/**
 * Starts a Redis server in the folder, on the Unix socket alone, keeping every write on disk before it answers. Resolves
 * with a connection once it answers. A server that already lives there and is only slow is waited for, never doubled.
 * To be called under the folder's lock. Rejects with the end of the server's log when it does not start.
 */
export async function launch(folder: string, socket: string, binary: string): Promise<Redis> {
  const deadline = Date.now() + START_MS;
  let exited = true;
  let failure: Error | null = null;
  for (;;) {
    const answer = await dial({ path: socket }, KEEPER);
    if (answer instanceof Redis) return answer;
    const living = await livingServer(folder);
    if (Date.now() > deadline) {
      throw new Error(
        `The Redis server of ${folder} (process ${living ?? 'unknown'}) does not answer: ${answer.message}`,
      );
    }
    if (living === null && exited) {
      if (failure) throw failure;
      exited = false;
      const child = spawn(binary, settings(folder, socket), { detached: true, stdio: 'ignore' });
      child.unref();
      child.once('error', (error) => {
        exited = true;
        failure = error;
      });
      child.once('exit', () => {
        exited = true;
        failure = new Error(`Redis did not start in ${folder}:\n${lastWords(folder)}`);
      });
    }
    await pause(POLL_MS);
  }
}

function settings(folder: string, socket: string): string[] {
  return [
    ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
    ['--dir', folder, '--pidfile', join(folder, 'redis.pid'), '--logfile', join(folder, 'redis.log')],
    ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'],
  ].flat();
}

/** The process of the folder's server if it lives; after a crash or a reboot its number may be another program's. */
async function livingServer(folder: string): Promise<number | null> {
  const file = join(folder, 'redis.pid');
  const pid = existsSync(file) ? Number(await readFile(file, 'utf8')) : 0;
  if (!alive(pid)) return null;
  if (!existsSync('/proc/self/cmdline')) return pid;
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  return /(redis|valkey)-server/.test(command) ? pid : null;
}

function lastWords(folder: string): string {
  const file = join(folder, 'redis.log');
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-LAST_WORDS) : '';
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
