import { createHmac, randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { baileys } from '../src/channels/baileys/baileys.ts';
import type { Clock } from '../src/channels/baileys/clock.ts';
import type { Login } from '../src/channels/baileys/login.ts';
import type { Channel, ChannelState, Inbound, Receive } from '../src/channels/channel.ts';
import type { Log } from '../src/log.ts';
import { makeLogin } from '../src/redis/login.ts';
import { open, seal } from '../src/redis/sealing.ts';
import { type Changes, makeChanges } from './whatsapp/changes.ts';
import type { FakeWhatsApp } from './whatsapp/server.ts';

const KEY = randomBytes(32);
export const FENCE = { key: 'mvm:{main}:fence', token: '1' };

/** A connection as the product gives it to a login: it fails rather than waits. */
export const connectTo = (url: string): Redis => {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 5_000, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  return redis;
};

/** The login of the tests, sealed, on a connection of its own. */
export const loginOn = (redis: Redis, key = 'mvm:{main}:login', token = FENCE.token): Login =>
  makeLogin({
    redis,
    key,
    fence: { ...FENCE, token },
    seal: (plain, aad) => seal(KEY, aad, plain),
    open: (box, aad) => open(KEY, aad, box),
    hash: (text) => createHmac('sha256', KEY).update(text).digest('base64url'),
  });

/** What the intake would be: it keeps what it is given, and can be told to be slow or to fail. */
export type Intake = Receive &
  Changes & {
    accepted: Inbound[];
    states: ChannelState[];
    composed: string[];
    sent: Map<string, string>;
    /** Called at the begin of every acceptance; what it returns is awaited, what it throws is the answer. */
    before: (message: Inbound) => unknown;
    /** How often acceptance was asked for, successful or not. */
    readonly asked: number;
  };

export const makeIntake = (): Intake => {
  const changes = makeChanges();
  let asked = 0;
  const intake: Intake = {
    ...changes,
    changed(state?: ChannelState) {
      if (state) intake.states.push(state);
      changes.changed();
    },
    accepted: [],
    states: [],
    composed: [],
    sent: new Map(),
    before: () => undefined,
    get asked() {
      return asked;
    },
    async accept(message) {
      asked++;
      changes.changed();
      await intake.before(message);
      if (!intake.accepted.some(({ id }) => id === message.id)) intake.accepted.push(message);
      changes.changed();
    },
    known: async (id) => intake.accepted.some((message) => message.id === id),
    composing(from) {
      intake.composed.push(...from.map(({ value }) => value));
      changes.changed();
    },
    sentText: async (id) => intake.sent.get(id) ?? null,
  };
  return intake;
};

/** How long the channel waits for an answer and for a dial to open: these end by events here, not by time. */
const PATIENCE = [20_000, 60_000];

/** Pauses between dials are a thousand times shorter; `waits` keeps how long they were asked to be. */
export const quickClock = (): Clock & { waits: number[] } => {
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.now(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (!PATIENCE.includes(ms)) waits.push(ms);
        const timer = setTimeout(resolve, PATIENCE.includes(ms) ? ms : ms / 1_000);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new Error('ended early'));
        });
      }),
  };
};

export const noLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export type Stand = { channel: Channel; intake: Intake; clock: ReturnType<typeof quickClock>; qrs: string[] };

/** A channel on the fake server; with `scan` the code is scanned as soon as it is shown. */
export const stand = (
  server: FakeWhatsApp,
  login: Login,
  options: { intake?: Intake; log?: Log; scan?: boolean } = {},
): Stand => {
  const { intake = makeIntake(), log = noLog, scan = true } = options;
  const clock = quickClock();
  const qrs: string[] = [];
  const onQr = (text: string) => {
    qrs.push(text);
    if (scan) server.scan(text);
    intake.changed('connecting');
  };
  const channel = baileys({ url: server.url, login, onQr, clock, random: Math.random, log });
  return { channel, intake, clock, qrs };
};
