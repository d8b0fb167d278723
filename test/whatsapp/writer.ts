import { randomBytes } from 'node:crypto';
import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import { extractE2ESessionFromRetryReceipt, getBinaryNodeChild } from '@whiskeysockets/baileys';
import type { Network } from './network.ts';
import type { SignalEnd } from './signalEnd.ts';

/** Puts an encrypted (or plain) body into the stanza that carries it. */
export type Envelope = (id: string, body: BinaryNode) => BinaryNode;

/** The writing half of a phone. One thing after another: the order of calls is the order on the wire. */
export type Writer = {
  /** Encrypts and sends a message; waits for the bot's keys when it has not uploaded any. Resolves with the id. */
  post(message: proto.IMessage, envelope: Envelope, id?: string): Promise<string>;
  /** Answers a retry receipt of the bot: the same message and id, encrypted anew, as a real phone does. */
  sendAgain(receipt: BinaryNode): Promise<void>;
  sent(id: string): boolean;
  /** Does any other work with the Signal session, in its turn. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
};

/** A real phone gives up after this many requests for the same message. */
const MOST_RETRIES = 5;
/** A message may be sent before the bot process has started and linked itself. */
const BOT_START_MS = 120_000;

export const messageId = (): string => `3A${randomBytes(9).toString('hex').toUpperCase()}`;

export const makeWriter = (network: Network, signal: SignalEnd): Writer => {
  const posted = new Map<string, { message: proto.IMessage; envelope: Envelope }>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined); // the caller has the error; the next one has its turn all the same
    return done;
  };
  const greet = async () => {
    await signal.begin(await network.changes.until(network.keys.take, 'the bot has uploaded its keys', BOT_START_MS));
  };

  return {
    inTurn,
    post: (message, envelope, id = messageId()) =>
      inTurn(async () => {
        if (!signal.hasSession()) await greet();
        posted.set(id, { message, envelope });
        network.deliver(envelope(id, await signal.encrypt(message)));
        return id;
      }),
    sendAgain: (receipt) =>
      inTurn(async () => {
        const { id = '' } = receipt.attrs;
        const count = getBinaryNodeChild(receipt, 'retry')?.attrs.count ?? '1';
        const asked = posted.get(id);
        if (!asked || Number(count) > MOST_RETRIES) return;
        const bundle = extractE2ESessionFromRetryReceipt(receipt);
        if (bundle) await signal.begin(bundle);
        const body = await signal.encrypt(asked.message);
        network.deliver(asked.envelope(id, { ...body, attrs: { ...body.attrs, count } }));
      }),
    sent: (id) => posted.has(id),
  };
};
