import type { Log } from '../../log.ts';
import type { Channel, ChannelState, Receive } from '../channel.ts';
import type { Clock } from './clock.ts';
import { type Dial, startDial } from './dial.ts';
import { actionOn, backOff, type End, LOGGED_OUT } from './disconnect.ts';
import type { Login } from './login.ts';

export type BaileysOptions = {
  /** The server: `wss://web.whatsapp.com/ws/chat`, or a fake one on loopback. */
  url: string;
  login: Login;
  /** A pairing code to be scanned with the phone; each replaces the one before. */
  onQr(text: string): void;
  clock: Clock;
  /** From [0, 1). */
  random(): number;
  log: Log;
};

/** A connection that was open for so long was a good one: the next back-off begins anew. */
const GOOD_MS = 60_000;
/** How often in a row the server may ask to be dialled again at once. */
const MOST_AT_ONCE = 3;
/** While nothing answers, one line in this time. */
const SAY_EVERY_MS = 60_000;

/**
 * WhatsApp through Baileys. It keeps trying by itself until a person is needed (logged out, banned, version too old) or
 * the number has another owner. After `stop` a few timers of Baileys live on: the process must exit explicitly.
 */
export function baileys({ url, login, onQr, clock, random, log }: BaileysOptions): Channel {
  const stopping = new AbortController();
  let state: ChannelState = 'connecting';
  let current: Dial | undefined;
  let running: Promise<void> = Promise.resolve();
  let said = Number.NEGATIVE_INFINITY;

  const once = async (receive: Receive, onOpen: () => void): Promise<End> => {
    try {
      const loaded = await login.load();
      if (stopping.signal.aborted) return { by: 'us' };
      current = startDial({ url, state: loaded, receive, fenced: login.fenced, onQr, onOpen, clock, log });
      const end = await current.ended;
      await current.end();
      if (end.by === 'server' && end.code === LOGGED_OUT) await login.markEnded();
      return end;
    } catch (error) {
      log.error('failed', { place: 'dial', error });
      return { by: login.fenced(error) ? 'fence' : 'store' };
    } finally {
      current = undefined;
    }
  };

  const run = async (receive: Receive): Promise<void> => {
    const become = (next: ChannelState, reason?: string) => {
      const changed = state !== next;
      state = next;
      if (changed) receive.changed(next);
      if (next === 'open') said = Number.NEGATIVE_INFINITY;
      const quiet = next !== 'open' && next !== 'needs_person';
      if (quiet && clock.now() - said < SAY_EVERY_MS) return;
      if (quiet) said = clock.now();
      log.info('channel_changed', reason ? { state: next, reason } : { state: next });
    };
    for (let attempt = 0, atOnce = 0; !stopping.signal.aborted; ) {
      let openedAt: number | null = null;
      become('connecting');
      const end = await once(receive, () => {
        openedAt = clock.now();
        atOnce = 0;
        become('open');
      });
      if (openedAt !== null && clock.now() - openedAt >= GOOD_MS) attempt = 0;
      const action = actionOn(end);
      if (action === 'stop') return become('waiting', end.by);
      if (action === 'needs_person') {
        log.error('login_ended', { reason: reasonOf(end) });
        return become('needs_person', reasonOf(end));
      }
      if (action === 'redial_now' && ++atOnce <= MOST_AT_ONCE) continue;
      become('waiting', reasonOf(end));
      const pause = backOff(action === 'back_off_long' ? action : 'back_off', attempt++, random);
      await clock.wait(pause, stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error;
      });
    }
  };

  return {
    async start(receive) {
      running = run(receive).catch((error: unknown) => log.error('failed', { place: 'channel', error }));
    },
    send: async (message) => (state === 'open' && current ? current.send(message) : 'unsent'),
    typing: async (to) => (state === 'open' ? current?.typing(to) : undefined),
    state: () => state,
    async stop() {
      stopping.abort();
      await current?.end();
      await running;
    },
  };
}

const reasonOf = (end: End): string => (end.by === 'server' ? `server_${end.code ?? 'unknown'}` : end.by);
