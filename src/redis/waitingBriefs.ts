import { RESP_TYPES, type RedisClientType } from 'redis';
import type { Alert, Job } from '../intake/store.ts';
import { type Keys, keysOf } from './keys.ts';
import { briefName } from './leaving.ts';
import { prefixOf } from './queues.ts';
import { open } from './sealing.ts';

/** What stands in the queue `briefs`: a brief as JSON, a recall, or a brief whose person was erased. */
export type WaitingItem =
  | { kind: 'brief'; brief: unknown }
  | { kind: 'recall'; case: string; revision: number }
  | { kind: 'erased'; case: string; revision: number };

export type Waiting = { alerts: Alert[]; items: WaitingItem[]; dead: number };

type Client = Pick<RedisClientType, 'hVals' | 'lRange' | 'lLen' | 'hGet'>;
type KeyStore = Pick<RedisClientType, 'withTypeMapping'>;

/** How many jobs are shown at most. */
const SHOWN = 200;

/** A human has seen the alert. Resolves to whether it stood open. */
export async function acknowledge(client: Pick<RedisClientType, 'hDel'>, keys: Keys, id: string): Promise<boolean> {
  return (await client.hDel(keys.alerts, id)) === 1;
}

/** Alerts that nobody has acknowledged, oldest first, and the briefs that wait, opened with `BRIEFS_KEY`. It changes nothing. */
export async function waitingBriefs(options: {
  client: Client;
  keyStore: KeyStore;
  namespace: string;
  /** Whose alerts and dead letters are shown; the queue is one for all numbers. */
  numbers: readonly string[];
  briefs: Buffer;
}): Promise<Waiting> {
  const { client, keyStore, namespace, numbers, briefs } = options;
  const keys = numbers.map((number) => keysOf(namespace, number));
  const queue = `${prefixOf(namespace)}:briefs`;
  const byCase = `${namespace}-keys:briefs`;
  const buffers = keyStore.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });

  const itemOf = async (data: string): Promise<WaitingItem> => {
    const {
      schema,
      case: name,
      revision,
      box,
    } = JSON.parse(data) as { schema: string; case: string; revision: number; box?: string };
    if (schema !== 'brief/1' || box === undefined) return { kind: 'recall', case: name, revision };
    const wrapped = await buffers.hGet(byCase, name);
    if (!wrapped) return { kind: 'erased', case: name, revision };
    const key = open(briefs, `${byCase}/${name}`, wrapped);
    return {
      kind: 'brief',
      brief: JSON.parse(open(key, briefName(name, revision), Buffer.from(box, 'base64')).toString()),
    };
  };

  const [stored, waiting, active, dead] = await Promise.all([
    Promise.all(keys.map(({ alerts }) => client.hVals(alerts))),
    client.lRange(`${queue}:wait`, 0, SHOWN - 1),
    client.lRange(`${queue}:active`, 0, SHOWN - 1),
    Promise.all(keys.map(({ dead: letters }) => client.lLen(letters))),
  ]);
  const jobs = await Promise.all([...active, ...waiting.reverse()].map((id) => client.hGet(`${queue}:${id}`, 'data')));
  const items = await Promise.all(jobs.filter((data) => data !== null && data !== undefined).map(itemOf));
  const alerts = stored
    .flat()
    .map((json) => JSON.parse(json) as Job)
    .flatMap((job) => (job.kind === 'alert' ? [job.alert] : []));
  return { alerts: alerts.sort((a, b) => a.at - b.at), items, dead: dead.reduce((sum, each) => sum + each, 0) };
}
