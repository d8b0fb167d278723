import type { BaileysEventMap, WASocket } from '@whiskeysockets/baileys';
import type { Log } from '../../log.ts';
import type { Receive } from '../channel.ts';
import type { Clock } from './clock.ts';
import type { Guard } from './guard.ts';
import { fromCall } from './inbound.ts';
import type { Inlet } from './inlet.ts';
import { addressOf } from './jid.ts';

export type FollowOptions = {
  sock: WASocket;
  guard: Guard;
  inlet: Inlet;
  /** Stores the login as it is now. */
  save(): Promise<void>;
  receive: Receive;
  onQr(text: string): void;
  onOpen(): void;
  clock: Clock;
  log: Log;
};

/** A dial that is neither open nor asks to be paired by then hangs: Baileys has ways to wait for ever. */
const OPEN_WITHIN_MS = 60_000;

/** Follows what one socket tells of itself. Messages do not come this way: they passed through the inlet already. */
export function follow({ sock, guard, inlet, save, receive, onQr, onOpen, clock, log }: FollowOptions): void {
  let saved: Promise<unknown> = Promise.resolve();
  const promising = new AbortController();
  watch(promising.signal);

  on('creds.update', async () => {
    saved = save().catch((error: unknown) => {
      log.warn('redis_error', { error }); // a failed save has ended the dial by itself
    });
    await saved;
  });
  on('connection.update', async ({ connection, qr, lastDisconnect }) => {
    if (qr || connection === 'open') promising.abort();
    if (qr) onQr(qr);
    if (connection === 'open') {
      await saved;
      if (!guard.over()) onOpen();
    }
    if (connection === 'close') {
      promising.abort();
      await saved;
      guard.finish({ by: 'server', code: codeOf(lastDisconnect?.error) });
    }
  });
  on('call', async (calls) => {
    for (const call of calls) {
      const inbound = fromCall(call);
      if (inbound) await inlet.take(inbound);
    }
  });
  on('presence.update', ({ id, presences }) => {
    const person = addressOf(id);
    const busy = Object.values(presences).some(
      ({ lastKnownPresence: now }) => now === 'composing' || now === 'recording',
    );
    if (person && busy) receive.composing([person]);
  });
  sock.ws.on('unexpected-response', () => guard.finish({ by: 'upgrade' }));

  /** A listener that throws would end the process, or be called again with the same event. */
  function on<E extends keyof BaileysEventMap>(
    event: E,
    listen: (arg: BaileysEventMap[E]) => void | Promise<void>,
  ): void {
    const begin = async (arg: BaileysEventMap[E]) => listen(arg);
    sock.ev.on(event, (arg) => {
      begin(arg).catch((error: unknown) => log.error('failed', { place: event, error }));
    });
  }

  function watch(signal: AbortSignal): void {
    const hangs = () => guard.finish({ by: 'watchdog' });
    clock.wait(OPEN_WITHIN_MS, AbortSignal.any([signal, guard.signal])).then(hangs, () => undefined);
  }
}

/** Baileys' errors carry the status code as Boom's do. */
function codeOf(error: Error | undefined): number | undefined {
  if (!error || !('output' in error) || typeof error.output !== 'object' || error.output === null) return undefined;
  const { output } = error;
  return 'statusCode' in output && typeof output.statusCode === 'number' ? output.statusCode : undefined;
}
