import type { proto } from '@whiskeysockets/baileys';
import { normalizeMessageContent } from '@whiskeysockets/baileys';
import type { Network } from './network.ts';

/** One message of the bot as a phone shows it: copies with the same id are one message. */
export type Reply = {
  id: string;
  /** `''` when the message is no text. */
  text: string;
  message: proto.IMessage;
  /** Grows over all phones of the server. */
  order: number;
  /** When the first copy came, ms since the epoch. */
  at: number;
  /** How many copies came. */
  timesSeen: number;
};

export type Replies = {
  all: readonly Reply[];
  take(id: string, message: proto.IMessage): void;
  seenTwice(): string[];
  nth(n: number, ms?: number): Promise<Reply>;
  next(ms?: number): Promise<Reply>;
};

const textOf = (message: proto.IMessage): string => {
  const content = normalizeMessageContent(message);
  return content?.conversation ?? content?.extendedTextMessage?.text ?? '';
};

export const makeReplies = (network: Network, whose: string): Replies => {
  const all: Reply[] = [];
  const byId = new Map<string, Reply>();
  let handedOut = 0;
  const nth = (n: number, ms?: number) => network.changes.until(() => all[n - 1], `reply ${n} to ${whose}`, ms);
  return {
    all,
    take(id, message) {
      const known = byId.get(id);
      if (known) {
        known.timesSeen++;
      } else {
        const first = { order: network.nextOrder(), at: Date.now(), timesSeen: 1 };
        const reply: Reply = { id, text: textOf(message), message, ...first };
        byId.set(id, reply);
        all.push(reply);
      }
      network.changes.changed();
    },
    seenTwice: () => all.filter(({ timesSeen }) => timesSeen > 1).map(({ id }) => id),
    nth,
    next: (ms) => nth(++handedOut, ms),
  };
};
