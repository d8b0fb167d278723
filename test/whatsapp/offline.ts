import type { BinaryNode } from '@whiskeysockets/baileys';
import { S_WHATSAPP_NET } from '@whiskeysockets/baileys';
import type { Connection } from './connection.ts';
import type { FaultsInStore } from './faults.ts';
import type { Undelivered } from './undelivered.ts';

/** Sends at a login what was kept while the bot was away. */
export type Offline = {
  send(connection: Connection): void;
  /** One kept message was acknowledged. */
  acknowledged(): void;
  /** Announces the end of the kept messages, for `holdOfflineEnd`. */
  end(connection: Connection): void;
  /** Whether this connection is to be cut, so that nothing may overtake the messages still kept. */
  readonly cutting: boolean;
};

const ib = (tag: string, count: number): BinaryNode => {
  const attrs = { count: String(count), message: String(count) };
  return { tag: 'ib', attrs: { from: S_WHATSAPP_NET }, content: [{ tag, attrs }] };
};

export const makeOffline = (undelivered: Undelivered, faults: FaultsInStore): Offline => {
  let sent = 0;
  let cut: { connection: Connection; acknowledgements: number } | undefined;
  return {
    send(connection) {
      const kept = undelivered.waiting();
      const fault = faults.nextCut();
      const some = fault ? kept.slice(0, fault.count) : kept;
      const byAcknowledgement = fault?.when === 'acknowledged';
      cut = fault && { connection, acknowledgements: byAcknowledgement ? some.length : Number.POSITIVE_INFINITY };
      sent = some.length;
      if (kept.length > 0) connection.send(ib('offline_preview', kept.length));
      for (const [i, one] of some.entries()) {
        const last = fault?.when === 'sent' && i === some.length - 1;
        undelivered.redeliver(one, connection, last ? connection.drop : undefined);
      }
      if (fault && some.length === 0) connection.drop();
      if (!fault && !faults.holdOfflineEnd) connection.send(ib('offline', sent));
    },
    acknowledged() {
      if (!cut) return;
      cut.acknowledgements--;
      if (cut.acknowledgements <= 0) cut.connection.drop();
    },
    end: (connection) => void connection.send(ib('offline', sent)),
    get cutting() {
      return cut !== undefined;
    },
  };
};
