import { AsyncResource } from 'node:async_hooks';
import type { SignalKeyStore, WASocket } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import type { Address, Outgoing, Receive, Sent } from '../channel.ts';
import { type Acks, makeAcks } from './acks.ts';
import type { Clock } from './clock.ts';
import type { End } from './disconnect.ts';
import { follow } from './follow.ts';
import { type Guard, makeGuard } from './guard.ts';
import { makeInlet } from './inlet.ts';
import { jidOf } from './jid.ts';
import type { Login, LoginState } from './login.ts';
import { pair } from './pair.ts';
import { makeSocket } from './socket.ts';

export type DialOptions = {
  url: string;
  state: LoginState;
  receive: Receive;
  fenced: Login['fenced'];
  onQr(text: string): void;
  onOpen(): void;
  clock: Clock;
  log: Log;
};

/** One connection to WhatsApp, from dialling to its end. */
export type Dial = {
  /** Why it ended; from then on nothing of it is accepted, acknowledged or written any more. */
  ended: Promise<End>;
  send(message: Outgoing): Promise<Sent>;
  typing(to: Address): Promise<void>;
  /** Ends it; resolves when nothing of it is under way with the store any more. */
  end(): Promise<void>;
};

/** How long the server may take to say that it has a message. */
const ACK_WITHIN_MS = 20_000;

export function startDial({ url, state, receive, fenced, onQr, onOpen, clock, log }: DialOptions): Dial {
  const guard = makeGuard(fenced, log);
  // Baileys' transaction follows the async context: what a message sets going (a reply, a timer) would never leave it
  const context = new AsyncResource('dial');
  const outside = <T>(work: () => T): T => context.runInAsyncScope(work);
  const keys: SignalKeyStore = {
    get: (type, ids) => guard.run(() => state.keys.get(type, ids)),
    set: (data) => guard.run(() => state.keys.set(data)),
  };
  const sentText: Receive['sentText'] = (id, to) => guard.run(() => receive.sentText(id, to));
  const inlet = makeInlet({
    me: () => ({ id: state.creds.me?.id ?? '', lid: state.creds.me?.lid ?? '' }),
    receive: {
      accept: async (message) => {
        await guard.run(() => outside(() => receive.accept(message)));
        outside(() => attend(message.from));
      },
      known: (id, from) => guard.run(() => receive.known(id, from)),
      sentText,
    },
    pair: (from) => pair(keys, from),
    over: guard.over,
    fail: guard.fail,
  });
  const failed = (event: string, error: unknown): void => {
    if (!guard.over()) log.warn('failed', { place: 'socket', error });
    if (event === 'message') guard.finish({ by: 'server', code: undefined });
  };
  const sock = makeSocket({ url, state, keys, inlet, sentText, failed });
  guard.signal.addEventListener('abort', () => void sock.end(undefined));
  /** Asks once to be told when this person types. Best effort. */
  const attended = new Set<string>();
  const attend = ([first]: readonly Address[]): void => {
    const jid = first && jidOf(first);
    if (!jid || attended.has(jid)) return;
    attended.add(jid);
    sock.presenceSubscribe(jid).catch((error: unknown) => log.debug('failed', { place: 'presence', error }));
  };
  const acks = makeAcks();
  sock.ws.on('CB:ack,class:message', acks.take);
  follow({ sock, guard, inlet, save: () => guard.run(() => state.save()), receive, onQr, onOpen, clock, log });

  return {
    ended: guard.ended,
    send: (message) => outside(() => send(message, { sock, acks, guard, clock, log })),
    async typing(to) {
      // best effort: a socket that is just closing refuses it
      await sock.sendPresenceUpdate('composing', jidOf(to)).catch((error: unknown) => {
        log.debug('failed', { place: 'typing', error });
      });
    },
    async end() {
      guard.finish({ by: 'us' });
      await guard.idle();
    },
  };
}

type Line = { sock: WASocket; acks: Acks; guard: Guard; clock: Clock; log: Log };

/** The first of: the server's answer, the end of the dial, the end of patience. */
async function send({ id, to, text }: Outgoing, { sock, acks, guard, clock, log }: Line): Promise<Sent> {
  if (guard.over()) return 'unsent';
  const settled = new AbortController();
  const unknown = () => 'unknown' as const;
  const answer = acks.answerTo(id);
  const onWire = sock.sendMessage(jidOf(to), { text, linkPreview: null }, { messageId: id });
  const lost = onWire.then(
    () => answer,
    (error: unknown) => {
      log.warn('failed', { place: 'send', reply: id, error });
      return unknown();
    },
  );
  const patience = clock.wait(ACK_WITHIN_MS, settled.signal).then(unknown, unknown);
  try {
    return await Promise.race([answer, lost, guard.ended.then(unknown), patience]);
  } finally {
    acks.forget(id);
    settled.abort();
  }
}
