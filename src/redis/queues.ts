import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Job } from '../intake/store.ts';
import { concerns } from './waiting.ts';

/** How many jobs of each state are looked at in one go. */
const PAGE = 200;

export type Queues = ReturnType<typeof queues>;

/**
 * The BullMQ queues `briefs` and `alerts` of a namespace. A job of `briefs` is `{schema, case, revision, box}`, or
 * `{schema: 'recall/1', case, revision}` when forwarding has ended; one of `alerts` is `{schema: 'alert/1', id, kind, person,
 * case?, at}`. The job id is case and revision: adding twice is adding once for as long as the job stands in the queue.
 * @param connection needs `maxRetriesPerRequest: null`; the caller closes it after `close`.
 */
export function queues({ connection, namespace }: { connection: Redis; namespace: string }) {
  const options = { connection, prefix: prefixOf(namespace), skipMetasUpdate: true };
  const briefs = new Queue('briefs', options);
  const alerts = new Queue('alerts', options);
  // whoever made the connection hears its errors; without a listener BullMQ would print them as well
  for (const queue of [briefs, alerts]) queue.on('error', () => undefined);
  const keep = {
    removeOnComplete: { age: 7 * 24 * 3600 },
    removeOnFail: false,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1000 },
  };

  return {
    briefs,
    alerts,
    /** Puts one item on its queue; may be called again with the same. A recall first removes what waits of its case. `erased` only removes. */
    async deliver(job: Job): Promise<void> {
      if (job.kind === 'alert') {
        const { alert } = job;
        await alerts.add('alert', { schema: 'alert/1', ...alert }, { ...keep, jobId: alert.id });
        return;
      }
      if (job.kind === 'erased') return takeOff(alerts, job.persons);
      const { case: number, revision } = job;
      if (job.kind === 'brief') {
        const data = { schema: 'brief/1', case: number, revision, box: job.box };
        await briefs.add('brief', data, { ...keep, jobId: `${number}-${revision}` });
        return;
      }
      for (let one = 1; one <= revision; one++) await briefs.remove(`${number}-${one}`);
      await briefs.add(
        'recall',
        { schema: 'recall/1', case: number, revision },
        { ...keep, jobId: `${number}-${revision}-recall` },
      );
    },
    async close(): Promise<void> {
      await Promise.all([briefs.close(), alerts.close()]);
    },
  };
}

/** Takes the alerts of these persons off the queue; of one that is being worked on, what it says. */
async function takeOff(alerts: Queue, persons: readonly string[]): Promise<void> {
  for (let at = 0; ; at += PAGE) {
    const jobs = await alerts.getJobs([], at, at + PAGE - 1);
    if (jobs.length === 0) return;
    const theirs = jobs.filter((job) => job && concerns(job.data, persons));
    for (const job of theirs) {
      if ((await alerts.remove(job.id ?? '')) === 0) await job.updateData({ schema: 'alert/1', id: job.id });
    }
    if (theirs.length > 0) at = -PAGE; // what follows has moved up
  }
}

/** Where BullMQ keeps a namespace's queues; the hash tag is its own. */
export function prefixOf(namespace: string): string {
  return `{${namespace}-queues}`;
}
