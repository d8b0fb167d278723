/**
 * A fake WhatsApp server for tests: the Noise handshake, pairing by QR, logins, Signal both ways with any number of
 * phones, and a queue that keeps each message for the bot until it is acknowledged. The bot is a black box in any
 * process; it needs only `url`. The server outlives it, so it may be killed and come back with its stored login.
 *
 * It shares the codec with Baileys, so a bug of that codec is invisible here. Groups are sent pairwise (no sender keys);
 * history and app state are not played.
 */
import type { BinaryNode } from '@whiskeysockets/baileys';
import { assemble } from './assembly.ts';
import type { Changes } from './changes.ts';
import { holdConnection } from './connection.ts';
import { conflict, failure, streamError } from './device.ts';
import type { Faults } from './faults.ts';
import type { MediaPort } from './media.ts';
import { makeServerKey } from './noise.ts';
import type { Owner } from './owner.ts';
import type { PhoneBook } from './phoneBook.ts';
import { openPort } from './port.ts';
import { newsletterStanza } from './stanza.ts';
import type { Undelivered } from './undelivered.ts';
import { messageId } from './writer.ts';

export { qrFrom } from './pairing.ts';

export type FakeWhatsApp = Faults &
  Pick<Undelivered, 'waiting' | 'settledAs' | 'lost'> &
  Pick<PhoneBook, 'phone'> & {
    /** What the bot dials: `ws://127.0.0.1:port/ws/chat`. */
    url: string;
    /** The key that signs the server's certificates, should a client check them. */
    rootPublicKey: Buffer;
    media: MediaPort;
    /** The owner scans a pairing code (or text that holds it) that the bot shows now; throws for any other. */
    scan(qr: string): void;
    typedOnOwnPhone: Owner['type'];
    /** A newsletter that the account follows posts a text; returns its id. */
    newsletter(text: string): string;
    /** Cuts the connection without a word. */
    drop(): void;
    /** Ends the connection with `<stream:error>`: a code, or a child of another name. */
    streamError(reason: number | BinaryNode): void;
    /** Ends the connection with `<failure reason=…>`; for the next login see `refuseLogin`. */
    failure(reason: number): void;
    /** Another process has taken over the session: Baileys closes with 440. */
    conflict(): void;
    /** Announces the end of the kept messages when `holdOfflineEnd` held it back. */
    endOffline(): void;
    /** Each resolves when it is so: a device is linked; the bot is logged in and ready; the bot is not connected. */
    paired(ms?: number): Promise<void>;
    opened(ms?: number): Promise<void>;
    closed(ms?: number): Promise<void>;
    readonly isOpen: boolean;
    /** How often the bot has logged in. */
    readonly logins: number;
    /** Resolves with what `look` returns once that is neither `undefined` nor `false`. It looks after every stanza. */
    waitFor: Changes['until'];
    /** Closes everything; throws if the bot broke the protocol or this server has a bug. */
    stop(): Promise<void>;
  };

/** `number`: digits of the bot's phone number. `onStanza` sees every stanza of the bot as it arrives. */
type Options = { number?: string; onStanza?: (node: BinaryNode) => void };

export const startWhatsApp = async ({ number = '15550000000', onStanza }: Options = {}): Promise<FakeWhatsApp> => {
  const { changes, device, errors, events, faults, media, network, offline, phoneBook, undelivered } = await assemble(
    number,
    onStanza,
  );
  const key = makeServerKey();
  const port = await openPort((ws) => holdConnection(ws, key, events), faults.nextUpgradeRefusal);

  const send = (node: BinaryNode) => void device.connection()?.send(node);
  const face: Omit<FakeWhatsApp, keyof Faults> = {
    url: port.url,
    rootPublicKey: Buffer.from(key.root.public),
    media,
    scan: device.scan,
    phone: phoneBook.phone,
    typedOnOwnPhone: phoneBook.owner.type,
    newsletter(text) {
      const id = messageId();
      network.deliver(newsletterStanza(id, text));
      return id;
    },
    drop: () => void device.connection()?.drop(),
    streamError: (reason) => send(streamError(reason)),
    failure: (reason) => send(failure(reason)),
    conflict: () => send(conflict),
    endOffline() {
      const connection = device.connection();
      if (connection) offline.end(connection);
    },
    waiting: undelivered.waiting,
    settledAs: undelivered.settledAs,
    lost: undelivered.lost,
    paired: async (ms) => void (await changes.until(() => device.paired, 'a device is linked', ms)),
    opened: async (ms) => void (await changes.until(() => device.open, 'the bot is logged in', ms)),
    closed: async (ms) => void (await changes.until(() => !device.connection(), 'the bot is gone', ms)),
    get isOpen() {
      return device.open;
    },
    get logins() {
      return device.logins;
    },
    waitFor: changes.until,
    async stop() {
      changes.close();
      await Promise.all([port.stop(), media.stop()]);
      if (errors.length > 0) throw errors[0];
    },
  };
  // The faults are fields that tests set, so the face is laid over that very object.
  return Object.defineProperties<Faults>(faults, Object.getOwnPropertyDescriptors(face)) as FakeWhatsApp;
};
