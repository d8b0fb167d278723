import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import type { Party } from './iq.ts';
import type { Network } from './network.ts';
import { makeSignalEnd } from './signalEnd.ts';
import type { Sender, Way } from './stanza.ts';
import { kindOf, ownStanza } from './stanza.ts';
import { makeWriter } from './writer.ts';

/** The phone of the account's owner. It gets copies of what the bot sends, which nobody looks at. */
export type Owner = {
  party: Party;
  /** The owner types to `to` on their own phone; the bot gets a copy. Resolves with the id. */
  type(to: Sender, text: string, way?: Way): Promise<string>;
  hear(node: BinaryNode): void;
  forgetBot(): void;
};

export const makeOwner = (network: Network): Owner => {
  const { account } = network;
  const me: Sender = { pn: account.pn, lid: account.lid, name: 'Owner' };
  const signal = makeSignalEnd(account.identity);
  const writer = makeWriter(network, signal);
  return {
    party: { lid: me.lid, devices: [0, account.device], bundle: signal.bundle },
    type(to, text, way = {}) {
      const destinationJid = way.via === 'lid' ? to.lid : to.pn;
      const message: proto.IMessage = { deviceSentMessage: { destinationJid, message: { conversation: text } } };
      return writer.post(message, (id, body) => ownStanza(me, to, way, { id, ...kindOf(message) }, body));
    },
    hear(node) {
      if (node.tag === 'receipt') writer.sendAgain(node).catch(network.failed);
    },
    forgetBot: signal.forget,
  };
};
