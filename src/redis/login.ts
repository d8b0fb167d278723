import type { AuthenticationCreds, SignalDataSet, SignalDataTypeMap, SignalKeyStore } from '@whiskeysockets/baileys';
import { BufferJSON, initAuthCreds, proto } from '@whiskeysockets/baileys';
import type { Redis } from 'ioredis';
import type { Login } from '../channels/baileys/login.ts';
import { Fenced } from '../intake/store.ts';

/** Who may write: the value the lease wrote under its key. Every write checks it in the same script. */
export type Fence = { key: string; token: string };

export type LoginOptions = {
  /**
   * A connection of its own to the primary: reads see every earlier write because one connection keeps their order.
   * It must fail rather than wait for ever (`maxRetriesPerRequest` and `commandTimeout` set).
   */
  redis: Redis;
  /** Begins the keys of this login; holds the number's hash tag. */
  key: string;
  fence: Fence;
  seal(plain: Buffer, aad: string): Buffer;
  open(box: Buffer, aad: string): Buffer;
  /** A keyed hash: names of fields would otherwise show phone numbers. */
  hash(text: string): string;
};

const CREDS = 'creds';
const ENDED = 'ended';
/** One step: all of a set or none of it, and only while the fence stands. */
const WRITE = `
if redis.call('get', KEYS[2]) ~= ARGV[1] then return 'fenced' end
local puts = tonumber(ARGV[2])
for i = 1, puts do redis.call('hset', KEYS[1], ARGV[1 + 2 * i], ARGV[2 + 2 * i]) end
for i = 3 + 2 * puts, #ARGV do redis.call('hdel', KEYS[1], ARGV[i]) end
return 1`;

/** A Baileys login in Redis: one hash a login, every value sealed under its place (`whatsapp.md` section 6). */
export function makeLogin({ redis, key, fence, seal, open, hash }: LoginOptions): Login {
  let place = key;

  const write = async (puts: [field: string, value: Buffer | string][], gone: string[] = []): Promise<void> => {
    // the whole script each time: sent by its hash, a write could overtake the one before it while the script is unknown
    const answer = await redis.eval(WRITE, 2, place, fence.key, fence.token, puts.length, ...puts.flat(), ...gone);
    if (answer === 'fenced') throw new Fenced('another process owns the number');
  };
  const sealed = (field: string, value: unknown): [string, Buffer] => [
    field,
    seal(Buffer.from(JSON.stringify(value, BufferJSON.replacer)), `${place}/${field}`),
  ];
  const opened = (field: string, box: Buffer): unknown =>
    JSON.parse(open(box, `${place}/${field}`).toString(), BufferJSON.reviver);

  /** The first place whose login has not been ended. */
  const current = async (): Promise<string> => {
    for (let n = 1; ; n++) if ((await redis.hexists(`${key}:${n}`, ENDED)) === 0) return `${key}:${n}`;
  };

  const keys: SignalKeyStore = {
    async get(type, ids) {
      const fields = ids.map((id) => hash(`${type}:${id}`));
      const boxes = fields.length === 0 ? [] : await redis.hmgetBuffer(place, ...fields);
      return valuesOf(
        type,
        ids,
        boxes.map((box, at) => (box ? opened(fields[at] ?? '', box) : null)),
      );
    },
    async set(data) {
      const entries = entriesOf(data).map(([name, value]) => [hash(name), value] as const);
      const puts = entries.filter(([, value]) => value !== null).map(([field, value]) => sealed(field, value));
      await write(
        puts,
        entries.filter(([, value]) => value === null).map(([field]) => field),
      );
    },
  };

  return {
    async load() {
      place = await current();
      const box = await redis.hgetBuffer(place, CREDS);
      const creds = box ? (opened(CREDS, box) as AuthenticationCreds) : initAuthCreds();
      // commands leave in the order they are given, so the last snapshot is the one that stays
      return { creds, keys, save: () => write([sealed(CREDS, creds)]) };
    },
    markEnded: () => write([[ENDED, '1']]),
    fenced: (error) => error instanceof Fenced,
  };
}

/** Every change of a set, named `type:id`; nothing stored for an id is `null`. */
function entriesOf(data: SignalDataSet): [name: string, value: unknown][] {
  return Object.entries(data).flatMap(([type, values]) =>
    Object.entries(values ?? {}).map(([id, value]): [string, unknown] => [`${type}:${id}`, value ?? null]),
  );
}

/** What was found, without the ids that were not. */
function valuesOf<T extends keyof SignalDataTypeMap>(type: T, ids: string[], found: unknown[]) {
  const values: { [id: string]: SignalDataTypeMap[T] } = {};
  ids.forEach((id, at) => {
    const value = found[at];
    if (value === null || value === undefined) return;
    const whole = type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
    values[id] = whole as SignalDataTypeMap[T];
  });
  return values;
}
