import type { BinaryNode } from '@whiskeysockets/baileys';
import { getBinaryNodeChild, getBinaryNodeChildren } from '@whiskeysockets/baileys';
import { userOf } from './account.ts';
import type { Network } from './network.ts';
import type { Replies } from './replies.ts';
import { makeReplies } from './replies.ts';
import type { SignalEnd } from './signalEnd.ts';

/** The reading half of a phone. */
export type Reader = {
  replies: Replies;
  unreadable: readonly { id: string; reason: string }[];
  /** Reads a `<message>` of the bot; says that it has it, or asks for it again with the keys of a new session. */
  read(node: BinaryNode): Promise<void>;
};

/** `users`: the digits by which the bot may address this phone. */
export const makeReader = (network: Network, signal: SignalEnd, users: readonly string[]): Reader => {
  const replies = makeReplies(network, users[0] ?? '');
  const unreadable: { id: string; reason: string }[] = [];
  const encFor = (node: BinaryNode): BinaryNode => {
    const copies = getBinaryNodeChildren(getBinaryNodeChild(node, 'participants'), 'to');
    const mine = copies.find(({ attrs }) => users.includes(userOf(attrs.jid ?? '')));
    const enc = getBinaryNodeChild(mine, 'enc') ?? getBinaryNodeChild(node, 'enc');
    if (!enc) throw new Error('no content for this phone');
    return enc;
  };
  const askAgain = (id: string, from: string, t: string) => {
    const count = String(unreadable.filter((one) => one.id === id).length);
    const retry = { tag: 'retry', attrs: { id, t, count, v: '1' } };
    const attrs = { id, from, t, type: 'retry' };
    network.deliver({ tag: 'receipt', attrs, content: [retry, ...signal.retryKeys()] });
  };
  return {
    replies,
    unreadable,
    async read(node) {
      const { id = '', to: from = '' } = node.attrs;
      const t = String(Math.floor(Date.now() / 1000));
      try {
        replies.take(id, await signal.decrypt(encFor(node)));
        network.mention({ tag: 'receipt', attrs: { id, from, t } });
      } catch (error) {
        unreadable.push({ id, reason: error instanceof Error ? error.message : String(error) });
        askAgain(id, from, t);
        network.changes.changed();
      }
    },
  };
};
