import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** How often (ms) a rewrite is looked after, and how long (ms) it may take together with one that was under way. */
const LOOKED = 20;
const ENDS_WITHIN = 60_000;

/**
 * Makes servers forget the bytes of what was deleted. Resolves when a rewrite of the append-only file that began after the
 * call has ended well on each of them; one that was under way already took its snapshot before the deletion. Calls that
 * come while one runs share the next. Rejects when it failed or did not end in time. A server without an append-only file
 * has nothing to forget.
 */
export function rewriting(servers: readonly Redis[], endsWithin = ENDS_WITHIN): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  const begin = async (): Promise<void> => {
    next = null; // whoever calls from now on needs another one
    const different = new Map<string, Redis>();
    for (const redis of servers) different.set(/^run_id:(\w+)/m.exec(await redis.info('server'))?.[1] ?? '', redis);
    await Promise.all([...different.values()].map((redis) => rewrite(redis, Date.now() + endsWithin)));
  };

  return () => {
    if (next) return next;
    const made = running.then(begin);
    running = Promise.allSettled([made]); // its own callers hear of an error
    next = made;
    return made;
  };
}

async function rewrite(redis: Redis, end: number): Promise<void> {
  if ((await persistence(redis))('aof_enabled') !== '1') return;
  while (!(await begun(redis))) await ended(redis, end);
  await ended(redis, end);
  const status = (await persistence(redis))('aof_last_bgrewrite_status');
  if (status !== 'ok') throw new Error('the append-only file could not be rewritten');
}

/** Whether a rewrite began, or will when a snapshot is done; `false`: another one is under way. */
async function begun(redis: Redis): Promise<boolean> {
  return redis.bgrewriteaof().then(
    () => true,
    (error: Error) => {
      if (/in progress/i.test(error.message)) return false;
      if (/unknown command/i.test(error.message)) return true; // a rented server that rewrites when it sees fit
      throw error;
    },
  );
}

async function ended(redis: Redis, end: number): Promise<void> {
  for (;;) {
    const field = await persistence(redis);
    if (field('aof_rewrite_in_progress') !== '1' && field('aof_rewrite_scheduled') !== '1') return;
    if (Date.now() > end) throw new Error('the append-only file is being rewritten for too long');
    await pause(LOOKED);
  }
}

async function persistence(redis: Redis): Promise<(name: string) => string | undefined> {
  const info = await redis.info('persistence');
  return (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
}
