import type { BinaryNode, WAMessage } from '@whiskeysockets/baileys';
import { decodeMessageNode, proto, unpadRandomMax16 } from '@whiskeysockets/baileys';
import type { Address, Inbound, Receive } from '../channel.ts';
import { addressesOf, toInbound } from './inbound.ts';

export type InletOptions = {
  /** Our own JIDs. */
  me(): { id: string; lid: string };
  receive: Pick<Receive, 'accept' | 'known' | 'sentText'>;
  /** Adds the person's other address if it is known here; asks nobody outside. */
  pair(from: readonly Address[]): Promise<readonly Address[]>;
  /** Whether the dial is over, and how to end it when a message cannot be stored. */
  over(): boolean;
  fail(error: unknown): void;
};

/**
 * Where stanzas become messages: **stored before acknowledged**. None of its promises settles once the dial is over or
 * the store has failed; Baileys then never gets to its receipt, and the server keeps the message for the next dial.
 */
export type Inlet = {
  /** The stanza was decrypted to `plain` (padded, as Baileys gets it). */
  opened(stanza: BinaryNode, plain: Uint8Array): Promise<void>;
  /**
   * It could not be decrypted. `known`: it was handled before and is to be acknowledged in silence. `reported`: its
   * sender's phone should be asked for it again. `foreign`: it is no message of a one-to-one chat.
   */
  unread(stanza: BinaryNode): Promise<'known' | 'reported' | 'foreign'>;
  /** It came without ciphertext: plain, or a bare notice. */
  bare(stanza: BinaryNode): Promise<void>;
  /** Something else that a person did: a call. */
  take(inbound: Inbound): Promise<void>;
};

export function makeInlet({ me, receive, pair, over, fail }: InletOptions): Inlet {
  const stored = async <T>(work: () => Promise<T>): Promise<T> => {
    if (over()) return never();
    try {
      const done = await work();
      return over() ? never() : done;
    } catch (error) {
      fail(error);
      return never();
    }
  };
  const headOf = (stanza: BinaryNode): WAMessage => decodeMessageNode(stanza, me().id, me().lid).fullMessage;
  const ours = async ({ id, content }: Inbound) =>
    content.kind === 'colleague' && (await receive.sentText(id)) !== null;

  const take = (inbound: Inbound) =>
    stored(async () => {
      if (await ours(inbound)) return;
      await receive.accept({ ...inbound, from: await pair(inbound.from) });
    });

  const takeBody = async (stanza: BinaryNode, body: proto.IMessage): Promise<void> => {
    const message = body.deviceSentMessage?.message ?? body;
    for (const each of [{ ...headOf(stanza), message }, ...resentByPhone(stanza, headOf(stanza), message)]) {
      const inbound = toInbound(each, stanza.attrs);
      if (inbound) await take(inbound);
    }
  };

  return {
    take,
    opened: (stanza, plain) => takeBody(stanza, proto.Message.decode(unpadRandomMax16(plain))),
    async unread(stanza) {
      const head = headOf(stanza);
      const from = addressesOf(head.key, stanza.attrs);
      if (from.length === 0 || !head.key.id) return 'foreign';
      const id = head.key.id;
      if (await stored(async () => receive.known(id, await pair(from)))) return 'known';
      const inbound = toInbound({ ...head, messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT }, stanza.attrs);
      if (inbound) await take(inbound);
      return 'reported';
    },
    async bare(stanza) {
      const parts = Array.isArray(stanza.content) ? stanza.content : [];
      const plain = parts.find(({ tag }) => tag === 'plaintext')?.content;
      if (plain instanceof Uint8Array) return takeBody(stanza, proto.Message.decode(plain));
      const head = headOf(stanza);
      const viewOnce = parts.some(({ tag, attrs }) => tag === 'unavailable' && attrs['type']?.startsWith('view_once'));
      const notice: WAMessage = viewOnce
        ? { ...head, key: { ...head.key, isViewOnce: true } }
        : { ...head, messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT };
      const inbound = toInbound(notice, stanza.attrs);
      if (inbound) await take(inbound);
    },
  };
}

/** Messages that our own phone sends again because this device could not read them; only our phone may do that. */
function resentByPhone(stanza: BinaryNode, { key }: WAMessage, message: proto.IMessage): WAMessage[] {
  const results = message.protocolMessage?.peerDataOperationRequestResponseMessage?.peerDataOperationResult ?? [];
  if (!key.fromMe || stanza.attrs['category'] !== 'peer') return [];
  return results.flatMap(({ placeholderMessageResendResponse: again }) => {
    if (!again?.webMessageInfoBytes) return [];
    const { key: itsKey, ...rest } = proto.WebMessageInfo.decode(again.webMessageInfoBytes);
    return itsKey ? [{ ...rest, key: itsKey } as WAMessage] : [];
  });
}

/** A promise of its own each time, so that what waits for it can be forgotten together with it. */
const never = (): Promise<never> => new Promise(() => undefined);
