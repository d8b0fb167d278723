import type { Redis } from 'ioredis';

/**
 * Why what this server acknowledged could be lost: a list of reasons, empty when it cannot. `everysec` accepts the loss of
 * the last second. A server that does not tell how it syncs (CONFIG forbidden) is taken for one that syncs every second.
 */
export async function durabilityFaults(redis: Redis, everysec: boolean): Promise<string[]> {
  const info = await redis.info();
  const faults: string[] = [];
  if (field(info, 'aof_enabled') !== '1') faults.push('it keeps no append-only file (appendonly yes)');

  const policy = field(info, 'maxmemory_policy');
  if (policy !== 'noeviction') faults.push(`it may evict keys (maxmemory-policy is ${policy}, must be noeviction)`);

  const sync = await redis.config('GET', 'appendfsync').then(
    (answer) => (Array.isArray(answer) ? String(answer[1]) : 'unknown'),
    () => 'unknown',
  );
  const enough = everysec ? ['always', 'everysec', 'unknown'] : ['always'];
  if (!enough.includes(sync)) {
    faults.push(`it may lose what it acknowledged (appendfsync is ${sync}; always, or everysec with ALLOW_EVERYSEC=1)`);
  }
  return faults;
}

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
}
