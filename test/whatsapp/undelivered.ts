import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Connection } from './connection.ts';

/** A message that the bot has not acknowledged yet. `deliveries` counts how often it was put on the wire. */
export type Waiting = { id: string; node: BinaryNode; deliveries: number };

/** A message that the bot refused with an error and did not ask for again: WhatsApp would never show it again. */
export type Lost = { id: string; from: string; error: string };

/** What the server keeps for the bot until it is acknowledged. */
export type Undelivered = {
  /** Keeps a stanza and sends it if the bot is connected. */
  add(node: BinaryNode, connection: Connection | undefined): void;
  waiting(): Waiting[];
  /** Sends one of them once more, the same bytes, marked as kept while the bot was away. */
  redeliver(one: Waiting, connection: Connection, flushed?: () => void): void;
  /** Takes a `<receipt>` or `<ack>` of the bot. A receipt that asks for a retry settles nothing; `true` if it settled. */
  settle(node: BinaryNode): boolean;
  /** How the stanzas with this id were settled, in order: `receipt:inactive`, `receipt:`, `ack:`, `ack!487`… */
  settledAs(id: string): readonly string[];
  lost: readonly Lost[];
  /** Another device was linked, which could not read any of this. */
  clear(): void;
};

const outcome = ({ tag, attrs }: BinaryNode): string =>
  attrs.error ? `${tag}!${attrs.error}` : `${tag}:${tag === 'receipt' ? (attrs.type ?? '') : ''}`;

export const makeUndelivered = (): Undelivered => {
  const waiting = new Set<Waiting>();
  const settled = new Map<string, string[]>();
  const askedAgain = new Set<string>();
  const lost: Lost[] = [];
  const find = (id: string, tag: string): Waiting | undefined => {
    for (const one of waiting) if (one.id === id && one.node.tag === tag && one.deliveries > 0) return one;
    return undefined;
  };
  return {
    add(node, connection) {
      const one = { id: node.attrs.id ?? '', node, deliveries: 0 };
      waiting.add(one);
      if (connection?.send(node)) one.deliveries++;
    },
    waiting: () => [...waiting],
    redeliver(one, connection, flushed) {
      const node = { ...one.node, attrs: { ...one.node.attrs, offline: '0' } };
      if (connection.send(node, flushed)) one.deliveries++;
    },
    settle(node) {
      const { id = '', type, error } = node.attrs;
      if (node.tag === 'receipt' && type === 'retry') {
        askedAgain.add(id);
        return false;
      }
      const one = find(id, node.tag === 'receipt' ? 'message' : (node.attrs.class ?? ''));
      if (!one) return false;
      waiting.delete(one);
      settled.set(id, [...(settled.get(id) ?? []), outcome(node)]);
      // After a retry receipt the sender's phone sends the content again, so the refusal of this copy loses nothing.
      if (error && !askedAgain.delete(id)) lost.push({ id, from: one.node.attrs.from ?? '', error });
      return true;
    },
    settledAs: (id) => settled.get(id) ?? [],
    lost,
    clear: () => waiting.clear(),
  };
};
