import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Sent } from '../channel.ts';

/** Answers of the server to what we send: a send that has resolved is only on the wire (`whatsapp.md` section 3). */
export type Acks = {
  /** Resolves when the server has answered for this id. Ask before the message is sent. */
  answerTo(id: string): Promise<Sent>;
  forget(id: string): void;
  /** Takes an `<ack class=message>`. */
  take(ack: BinaryNode): void;
};

export function makeAcks(): Acks {
  const waiting = new Map<string, (sent: Sent) => void>();
  return {
    answerTo: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    forget: (id) => void waiting.delete(id),
    take: ({ attrs }) => waiting.get(attrs['id'] ?? '')?.(verdict(attrs['error'])),
  };
}

/** A trouble of the server itself (5xx) may pass; any other error is final, and for 463 a retry makes it worse. */
function verdict(error: string | undefined): Sent {
  if (error === undefined) return 'accepted';
  return /^5\d\d$/.test(error) ? 'unknown' : 'refused';
}
