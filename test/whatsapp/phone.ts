import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import { S_WHATSAPP_NET } from '@whiskeysockets/baileys';
import type { Party } from './iq.ts';
import type { Kinds, SendOptions } from './kinds.ts';
import { makeKinds } from './kinds.ts';
import type { Network } from './network.ts';
import { makeReader } from './reader.ts';
import type { Reply } from './replies.ts';
import { makeSignalEnd } from './signalEnd.ts';
import type { Sender } from './stanza.ts';
import { directStanza, kindOf, sharedStanza } from './stanza.ts';
import { makeWriter, messageId } from './writer.ts';

/** The phone of someone who writes to the bot. Several may talk at once; each keeps its own order. */
export type Phone = Sender &
  Kinds & {
    /** Digits of the phone number. */
    number: string;
    /** Sends a text, or any message there is. Resolves with its id once it is encrypted and queued at the server. */
    send(content: string | proto.IMessage, options?: SendOptions): Promise<string>;
    /** Sends into a group, a status (`status@broadcast`) or a broadcast list (`…@broadcast`) that the bot is in. */
    sendTo(place: string, content: string | proto.IMessage, options?: SendOptions): Promise<string>;
    /** A view-once message as linked devices mostly get it: without any content. */
    viewOnceUnavailable(options?: SendOptions): string;
    /** Starts or stops "typing". */
    typing(on: boolean, options?: SendOptions): void;
    /** What the bot said, in the order it came; copies with the same id are folded. */
    replies: readonly Reply[];
    /** Ids of replies that came more than once. */
    readonly seenTwice: string[];
    /** The `n`th reply, from 1; waits for it. */
    reply(n: number, ms?: number): Promise<Reply>;
    /** The first reply that this has not returned yet; waits for it. */
    next(ms?: number): Promise<Reply>;
    /** Replies that could not be read; the phone has asked the bot to send them again. */
    unreadable: readonly { id: string; reason: string }[];
    /** What the bot showed while it worked: `composing`, `paused`. */
    shown: readonly string[];
  };

/** A phone as the server sees it. */
export type PhoneAtServer = { phone: Phone; party: Party; hear(node: BinaryNode): void; forgetBot(): void };

const asMessage = (content: string | proto.IMessage): proto.IMessage =>
  typeof content === 'string' ? { conversation: content } : content;

export const makePhone = (network: Network, number: string, lid: string, name: string): PhoneAtServer => {
  const me: Sender = { pn: `${number}${S_WHATSAPP_NET}`, lid: `${lid}@lid`, name };
  const signal = makeSignalEnd();
  const writer = makeWriter(network, signal);
  const { replies, unreadable, read } = makeReader(network, signal, [number, lid]);
  const shown: string[] = [];

  const post = (message: proto.IMessage, options: SendOptions = {}) =>
    writer.post(message, (id, body) => directStanza(me, options, { id, ...kindOf(message) }, body), options.id);

  const phone: Phone = {
    ...me,
    ...makeKinds(post, network.media, network.account, writer.sent),
    number,
    send: (content, options) => post(asMessage(content), options),
    sendTo(place, content, options = {}) {
      const message = asMessage(content);
      return writer.post(
        message,
        (id, body) => sharedStanza(place, me, options, { id, ...kindOf(message) }, body),
        options.id,
      );
    },
    viewOnceUnavailable(options = {}) {
      const id = options.id ?? messageId();
      const body = { tag: 'unavailable', attrs: { type: 'view_once' } };
      network.deliver(directStanza(me, options, { id, type: 'media' }, body));
      return id;
    },
    typing(on, { via = 'pn' } = {}) {
      const content = [{ tag: on ? 'composing' : 'paused', attrs: {} }];
      network.mention({ tag: 'chatstate', attrs: { from: via === 'lid' ? me.lid : me.pn }, content });
    },
    replies: replies.all,
    get seenTwice() {
      return replies.seenTwice();
    },
    reply: replies.nth,
    next: replies.next,
    unreadable,
    shown,
  };
  return {
    phone,
    party: { lid: me.lid, devices: [0], bundle: signal.bundle },
    forgetBot: signal.forget,
    hear(node) {
      if (node.tag === 'message') writer.inTurn(() => read(node)).catch(network.failed);
      if (node.tag === 'receipt') writer.sendAgain(node).catch(network.failed);
      if (node.tag === 'chatstate' && Array.isArray(node.content)) {
        shown.push(...node.content.map(({ tag }) => tag));
        network.changes.changed();
      }
    },
  };
};
