import type { Redis } from 'ioredis';
import type { Store } from '../intake/store.ts';
import { conversations } from './conversations.ts';
import { deadlines } from './deadlines.ts';
import { eraser } from './erase.ts';
import { joiner } from './join.ts';
import { personKeys } from './personKeys.ts';
import { setAside } from './setAside.ts';
import { traces } from './traces.ts';
import { waiting } from './waiting.ts';

export type StoreOptions = {
  /** The hot path: it must fail rather than wait (`hotPath`). */
  redis: Redis;
  /** The key store; may be another server. */
  keyStore: Redis;
  namespace: string;
  number: string;
  /** 32 bytes each. */
  master: Buffer;
  briefs: Buffer;
  /** The token of the lease. */
  token: string;
};

/** The store of one number in Redis, for the process that owns it. */
export function redisStore(options: StoreOptions): Store {
  const { keyStore, namespace, master, briefs } = options;
  const parts = { ...options, personKeys: personKeys({ redis: keyStore, namespace, master, briefs }) };
  const talks = conversations(parts);
  return {
    ...talks,
    ...waiting({ ...options, keys: talks.keys }),
    erase: eraser({ ...parts, conversations: talks }),
    eraseTraces: traces({ ...options, keys: talks.keys }),
    join: joiner({ ...parts, conversations: talks }),
    setAside: setAside({ ...options, keys: talks.keys, who: talks.who }),
    ...deadlines({ ...options, keys: talks.keys }),
  };
}
