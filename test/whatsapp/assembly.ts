import type { BinaryNode } from '@whiskeysockets/baileys';
import { makeAccount } from './account.ts';
import { makeChanges } from './changes.ts';
import type { ConnectionEvents } from './connection.ts';
import { makeDevice } from './device.ts';
import { makeDeviceKeys } from './deviceKeys.ts';
import { makeFaults } from './faults.ts';
import { startMediaPort } from './media.ts';
import type { Network } from './network.ts';
import { makeOffline } from './offline.ts';
import { makePhoneBook } from './phoneBook.ts';
import { makeRouting } from './routing.ts';
import { makeUndelivered } from './undelivered.ts';

/** Makes the parts of a server and joins them. `events` is what happens on its connections. */
export const assemble = async (number: string, onStanza?: (node: BinaryNode) => void) => {
  const account = makeAccount(number);
  const [changes, keys, faults, undelivered] = [makeChanges(), makeDeviceKeys(), makeFaults(), makeUndelivered()];
  const media = await startMediaPort(changes.changed);
  const errors: unknown[] = [];
  let order = 0;

  const replaced = () => {
    keys.forget();
    undelivered.clear();
    phoneBook.forgetBot();
  };
  const offline = makeOffline(undelivered, faults);
  const device = makeDevice({ account, faults, offline, changed: changes.changed, replaced });
  const network: Network = {
    account,
    keys,
    media,
    changes,
    deliver: (node) => undelivered.add(node, device.live()),
    mention: (node) => void device.live()?.send(node),
    nextOrder: () => ++order,
    failed: (error) => void errors.push(error),
  };
  const phoneBook = makePhoneBook(network);
  const directory = { party: phoneBook.party, keys, mediaHost: new URL(media.url()).host };
  const route = makeRouting({ device, directory, faults, offline, undelivered, pass: phoneBook.pass });
  const events: ConnectionEvents = {
    login: device.login,
    gone: device.gone,
    failed: network.failed,
    node(connection, node) {
      onStanza?.(node);
      route(connection, node);
      changes.changed();
    },
  };
  return { changes, device, errors, events, faults, media, network, offline, phoneBook, undelivered };
};
