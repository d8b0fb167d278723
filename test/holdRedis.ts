import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import type { RedisPlace } from '../src/redis/connection.ts';

/** A process of its own that uses the Redis of a data folder (`redisHolder.ts`); leaves when told `stop` on stdin. */
export type Holder = { process: ChildProcess; options: { path: string }; line(): Promise<string> };

/** Starts one; resolves when it has its Redis. It leads a process group, as a command of a shell does. */
export async function holdRedis(dataDir: string): Promise<Holder> {
  const script = join(import.meta.dirname, 'redisHolder.ts');
  const holder = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  const { options } = JSON.parse(await line()) as { options: { path: string } };
  return { process: holder, options, line };
}

/** The process that answers there. */
export async function answeringPid(options: RedisPlace['options']): Promise<number> {
  const client = new Redis(options);
  const info = await client.info('server');
  client.disconnect();
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}
