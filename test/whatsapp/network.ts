import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Account } from './account.ts';
import type { Changes } from './changes.ts';
import type { DeviceKeys } from './deviceKeys.ts';
import type { MediaPort } from './media.ts';

/** What a phone needs of the server that it is connected to. */
export type Network = {
  account: Account;
  keys: DeviceKeys;
  media: MediaPort;
  changes: Changes;
  /** Sends a stanza to the bot, and keeps it until the bot has acknowledged it. */
  deliver(node: BinaryNode): void;
  /** Sends a stanza to the bot if it is connected now, else forgets it. */
  mention(node: BinaryNode): void;
  /** A number that grows with every reply that any phone gets. */
  nextOrder(): number;
  /** A bug of this server, or a bot that breaks the protocol: `stop()` of the server throws it. */
  failed(error: unknown): void;
};
