import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Account } from './account.ts';
import type { Connection } from './connection.ts';
import type { FaultsInStore } from './faults.ts';
import type { Hello } from './noise.ts';
import type { Offline } from './offline.ts';
import { askToPair, pairSuccess, readQr } from './pairing.ts';

/** The bot's linked device as the server knows it: pairing, login, and the messages kept for it. */
export type Device = {
  login(connection: Connection, hello: Hello): void;
  gone(connection: Connection): void;
  /** The owner scans a pairing code. Throws when no connection that waits has shown it. */
  scan(qr: string): void;
  /** The device has taken the pairing: it must come back with its new login. */
  finishPairing(connection: Connection): void;
  /** The device said that it is ready. */
  activate(connection: Connection): void;
  /** The connection in use, from login on. */
  connection(): Connection | undefined;
  /** The connection, unless what comes now must wait behind kept messages. */
  live(): Connection | undefined;
  readonly open: boolean;
  readonly paired: boolean;
  readonly logins: number;
};

type Parts = {
  account: Account;
  faults: FaultsInStore;
  offline: Offline;
  /** Another device takes the place of the one that was linked. */
  replaced(): void;
  changed(): void;
};

export const streamError = (reason: number | BinaryNode): BinaryNode =>
  typeof reason === 'number'
    ? { tag: 'stream:error', attrs: { code: String(reason) } }
    : { tag: 'stream:error', attrs: {}, content: [reason] };
export const conflict = streamError({ tag: 'conflict', attrs: { type: 'replaced' } });
export const failure = (reason: number): BinaryNode => ({ tag: 'failure', attrs: { reason: String(reason) } });

export const makeDevice = ({ account, faults, offline, replaced, changed }: Parts): Device => {
  let pairing: { connection: Connection; refs: string[]; key: Buffer } | undefined;
  let key: Buffer | undefined;
  let current: Connection | undefined;
  let open = false;
  let logins = 0;

  return {
    login(connection, { payload, deviceKey }) {
      if (!payload.username) {
        const { node, refs } = askToPair();
        pairing = { connection, refs, key: deviceKey };
        connection.send(node);
        return;
      }
      const known = Number(payload.username) === Number(account.number) && (!key || key.equals(deviceKey));
      const refusal = faults.nextLoginRefusal() ?? (known ? undefined : 401);
      if (refusal !== undefined) {
        connection.send(failure(refusal));
        return;
      }
      current?.send(conflict);
      key = deviceKey;
      current = connection;
      open = false;
      logins++;
      const t = String(Math.floor(Date.now() / 1000));
      connection.send({ tag: 'success', attrs: { t, lid: account.deviceLid, props: '1' } });
      offline.send(connection);
      changed();
    },
    gone(connection) {
      if (pairing?.connection === connection) pairing = undefined;
      if (current === connection) {
        current = undefined;
        open = false;
      }
      changed();
    },
    scan(qr) {
      const read = readQr(qr);
      if (!pairing?.refs.includes(read.ref)) throw new Error('this pairing code is not on show');
      if (key) replaced();
      key = pairing.key;
      pairing.connection.send(pairSuccess(account, read));
    },
    finishPairing(connection) {
      connection.send(streamError(515));
      pairing = undefined;
      changed();
    },
    activate(connection) {
      if (connection !== current) return;
      open = true;
      changed();
    },
    connection: () => current,
    live: () => (offline.cutting ? undefined : current),
    get open() {
      return open;
    },
    get paired() {
      return key !== undefined && pairing === undefined;
    },
    get logins() {
      return logins;
    },
  };
};
