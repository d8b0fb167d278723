import { hash } from 'node:crypto';
import type { Bubble, Entry, Kept } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import { pack, unpack } from './record.ts';
import { open, seal } from './sealing.ts';

/** Length of the id of a reply: `3EB0` and 18 hex digits. */
const REPLY_ID = 22;

/** Eight bytes that stand for a message id. */
export function shortId(id: string): Buffer {
  return hash('sha1', id, 'buffer').subarray(0, 8);
}

/** The same for an entry. A message that could not be decrypted is another one than its content. */
export function shortIdOf(entry: Entry): Buffer {
  const made = short.get(entry);
  if (made) return made;
  const id = shortId(entry.content.kind === 'undecryptable' ? `?${entry.id}` : entry.id);
  short.set(entry, id);
  return id;
}
/** An entry is accepted and taken as the same object. */
const short = new WeakMap<Entry, Buffer>();

/** How the parts of a conversation look in Redis: each sealed with the person's key under the name of its own record. */
export function boxes(keys: Keys) {
  const bubbleName = (person: string, id: string): string => `${keys.outbox(person)}/${id}`;
  return {
    sealEntry: (key: Buffer, person: string, entry: Entry): Buffer =>
      seal(key, keys.inbox(person), JSON.stringify(entry)),

    openEntry: (key: Buffer, person: string, box: Buffer): Entry =>
      JSON.parse(open(key, keys.inbox(person), box).toString()) as Entry,

    /** An item of the outbox: its id, then the sealed bubble. */
    sealBubble(key: Buffer, person: string, { id, ...bubble }: Bubble): Buffer {
      return seal(key, bubbleName(person, id), JSON.stringify(bubble), id);
    },
    openBubble(key: Buffer, person: string, item: Buffer): Bubble {
      const id = item.toString('latin1', 0, REPLY_ID);
      const bubble = JSON.parse(open(key, bubbleName(person, id), item.subarray(REPLY_ID)).toString()) as Omit<
        Bubble,
        'id'
      >;
      return { id, ...bubble };
    },

    /** The record of a person: the version in eight hex digits, then the sealed facts. */
    sealKept(key: Buffer, person: string, version: number, kept: Kept): Buffer {
      return seal(key, keys.facts(person), pack(kept), versionText(version));
    },
    openKept(key: Buffer, person: string, record: Buffer): { version: number; kept: Kept } {
      const version = Number.parseInt(record.toString('latin1', 0, 8), 16);
      return { version, kept: unpack(open(key, keys.facts(person), record.subarray(8))) };
    },
  };
}

/** A version as the commit script compares it: empty before the first commit. */
export function versionText(version: number): string {
  return version === 0 ? '' : version.toString(16).padStart(8, '0');
}
