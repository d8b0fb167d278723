import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { BinaryNode } from '@whiskeysockets/baileys';
import type { FakeWhatsApp } from '../whatsapp/server.ts';
import type { Random } from './random.ts';

/** Where a killer lies in wait. */
export type Stage = {
  server: FakeWhatsApp;
  random: Random;
  /** The socket of the bot's Redis. */
  redis: { path: string };
  /** Hears every stanza of the bot before the server does anything with it. */
  onStanza: (node: BinaryNode) => void;
  /** How long (ms) a life takes from its start until it is logged in; measured. */
  opening: number;
  /** Ends when the life is over. */
  signal: AbortSignal;
};

/** Comes to pass at one point of a life; if that point never comes, it never settles. */
export type Moment = (stage: Stage) => Promise<void>;

/** How many points after the login are drawn from. */
const STANZAS = 30;
const COMMANDS = 250;
/** How long (ms) after a login or a cut connection. */
const AFTERWARDS = 1_500;

const from1to = (most: number, random: Random): number => 1 + Math.floor(random() * most);

/** Settles at the `nth` stanza of a kind, from now on; `spoil` is done just before the server takes that stanza. */
const stanza = (stage: Stage, tag: string, nth: number, spoil: () => void = () => undefined): Promise<void> =>
  new Promise((resolve) => {
    let seen = 0;
    stage.onStanza = (node) => {
      if (node.tag !== tag || ++seen !== nth) return;
      spoil();
      resolve();
    };
  });

/** The kill points. Each name is counted in the summary. */
export const moments: Record<string, Moment> = {
  /** Any time: while it starts, takes the lease, logs in, takes what was kept, talks. */
  anyTime: ({ random, opening, signal }) => pause(random() * (opening + AFTERWARDS), undefined, { signal }),

  /** Right after some command of Redis was carried out: an acceptance, a commit, a ratchet, a settling, a job. */
  command: ({ server, redis, random, signal }) =>
    new Promise((resolve) => {
      let left = from1to(COMMANDS, random);
      const monitor = connect(redis.path);
      signal.addEventListener('abort', () => monitor.destroy());
      monitor
        .on('error', () => monitor.destroy())
        .on('data', (bytes: Buffer) => {
          if (!server.isOpen) return;
          left -= bytes.toString('latin1').split('\n').length - 1;
          if (left <= 0) resolve();
        });
      monitor.write('MONITOR\r\n');
    }),

  /** A message is stored and its ratchet has moved, but the server never hears of it: it comes again. */
  receiptLost: (stage) =>
    stanza(stage, 'receipt', from1to(STANZAS, stage.random), () => {
      stage.server.loseReceipts = true;
    }),

  /** A reply has reached its phone, but the bot never hears of it: it is sent again. */
  replyUnanswered: (stage) =>
    stanza(stage, 'message', from1to(STANZAS, stage.random), () => {
      stage.server.ackMessages = false;
    }),

  /** A reply has reached its phone, and the answer is on its way. */
  replySent: (stage) => stanza(stage, 'message', from1to(STANZAS, stage.random)),

  /** The messages kept for the bot are cut short, and it dies some time after that: before, at or after it dials again. */
  batchCut: async ({ server, random, signal }) => {
    const logins = server.logins;
    server.cutOfflineAfter(Math.floor(random() * STANZAS), random() < 0.5 ? 'sent' : 'acknowledged');
    await server.waitFor(() => server.logins > logins, 'a login that is cut', 60_000);
    await server.closed(60_000);
    await pause(random() * AFTERWARDS, undefined, { signal });
  },
};

/** Which one is next: `command` and `anyTime` reach every await there is, the others are the known dangers. */
export function drawMoment(random: Random): string {
  const drawn = [
    'command',
    'command',
    'command',
    'anyTime',
    'anyTime',
    'receiptLost',
    'replyUnanswered',
    'replySent',
    'batchCut',
  ];
  return drawn[Math.floor(random() * drawn.length)] ?? 'command';
}
