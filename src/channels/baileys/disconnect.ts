import type { DisconnectReason } from '@whiskeysockets/baileys';

/** Why a dial is over. */
export type End =
  /** The server or the network ended it; `code` is Baileys' status code, absent when it gave none. */
  | { by: 'server'; code: number | undefined }
  /** The WebSocket upgrade was answered with an HTTP error (Baileys alone would wait for ever). */
  | { by: 'upgrade' }
  /** It was not open in time. */
  | { by: 'watchdog' }
  /** Redis could not keep a message or a key: the server keeps the message. */
  | { by: 'store' }
  /** Another process owns the number now. */
  | { by: 'fence' }
  /** We ended it. */
  | { by: 'us' };

/**
 * What to do next. `redial_now`: at once. `back_off`: after a wait that grows. `back_off_long`: after minutes.
 * `needs_person`: not before a person has acted and the process was started again. `stop`: never by this process.
 */
export type Action = 'redial_now' | 'back_off' | 'back_off_long' | 'needs_person' | 'stop';

/** A reason that a new version of Baileys adds does not compile until it is decided here. */
const named: Record<keyof typeof DisconnectReason, [code: number, action: Action]> = {
  restartRequired: [515, 'redial_now'],
  loggedOut: [401, 'needs_person'],
  forbidden: [403, 'needs_person'],
  multideviceMismatch: [411, 'needs_person'],
  // another process speaks with this login: two that take it from each other would corrupt the ratchets
  connectionReplaced: [440, 'back_off_long'],
  connectionClosed: [428, 'back_off'],
  connectionLost: [408, 'back_off'],
  timedOut: [408, 'back_off'],
  badSession: [500, 'back_off'],
  unavailableService: [503, 'back_off'],
};
/** Codes the server sends and Baileys has no name for: version too old, authentication expired. */
const unnamed: [number, Action][] = [
  [405, 'needs_person'],
  [419, 'needs_person'],
];
const byCode = new Map([...Object.values(named), ...unnamed]);

/** The status code of a login that WhatsApp has ended for good: it is marked and kept, never deleted. */
export const LOGGED_OUT = 401;

/** Total: every end has an action; an unknown code backs off. */
export function actionOn(end: End): Action {
  switch (end.by) {
    case 'server':
      return (end.code === undefined ? undefined : byCode.get(end.code)) ?? 'back_off';
    case 'upgrade':
    case 'watchdog':
    case 'store':
      return 'back_off';
    case 'fence':
    case 'us':
      return 'stop';
  }
}

const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;
const LONG_MS = 300_000;

/** How long to wait before dial number `attempt` (from 0) in a row: doubling to a minute, halved at random; `random` gives [0, 1). */
export function backOff(action: 'back_off' | 'back_off_long', attempt: number, random: () => number): number {
  const full = action === 'back_off_long' ? LONG_MS : Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (action === 'back_off_long' ? 1 + random() : 0.5 + random() / 2));
}
