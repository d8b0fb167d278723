import type { Redis } from 'ioredis';
import type { Alert, Job, Waiting } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import { script } from './script.ts';

/** KEYS: fence, alerts, handover. ARGV: token, id, alert, job. An alert that stands already is not raised again. */
const raiseLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('hsetnx', KEYS[2], ARGV[2], ARGV[3]) == 1 then redis.call('rpush', KEYS[3], ARGV[3]) end
return 'done'
`;

/** How many items are looked at in one go. */
const PAGE = 50;

/** What of a number waits for a queue or for a human. Reading needs no fence: any process may. */
export function waiting({ redis, keys, token }: { redis: Redis; keys: Keys; token: string }) {
  const runRaise = script(redis, raiseLua);

  return {
    async raise(alert: Alert): Promise<void> {
      const job: Job = { kind: 'alert', alert };
      await runRaise([keys.fence, keys.alerts, keys.handover], [token, alert.id, JSON.stringify(job)]);
    },
    async handovers(): Promise<Waiting[]> {
      const items = await redis.lrange(keys.handover, 0, PAGE - 1);
      return items.map((raw) => ({ raw, job: JSON.parse(raw) as Job }));
    },
    /** By its value: should another owner have taken it already, nothing else is removed in its place. */
    async handed({ raw }: Waiting): Promise<void> {
      await redis.lrem(keys.handover, 1, raw);
    },
  };
}

/** Alerts that nobody acknowledged yet, oldest first. */
export async function openAlerts(redis: Redis, keys: Keys): Promise<Alert[]> {
  const stored = await redis.hvals(keys.alerts);
  const jobs = stored.map((json) => JSON.parse(json) as Job);
  return jobs.flatMap((job) => (job.kind === 'alert' ? [job.alert] : [])).sort((a, b) => a.at - b.at);
}

/** Whether the alert is about one of these persons. */
export function concerns(
  { person, kind, id }: Pick<Alert, 'id' | 'kind' | 'person'>,
  persons: readonly string[],
): boolean {
  return persons.includes(person) || (kind === 'merge' && persons.some((one) => id.includes(one)));
}
