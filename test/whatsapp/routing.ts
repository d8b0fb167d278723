import type { BinaryNode } from '@whiskeysockets/baileys';
import { userOf } from './account.ts';
import type { Connection } from './connection.ts';
import type { Device } from './device.ts';
import type { Faults } from './faults.ts';
import type { Directory } from './iq.ts';
import { answerIq, saysActive } from './iq.ts';
import type { Offline } from './offline.ts';
import { PAIRED_ID } from './pairing.ts';
import type { Undelivered } from './undelivered.ts';

type Parts = {
  device: Device;
  directory: Directory;
  faults: Faults;
  offline: Offline;
  undelivered: Undelivered;
  /** Gives a stanza to the phone with these digits, of a number or a LID; nothing happens when there is none. */
  pass(user: string, node: BinaryNode): void;
};

/** The server's answer that it has a stanza of the bot. */
const ack = ({ tag, attrs }: BinaryNode, more: BinaryNode['attrs'] = {}): BinaryNode => {
  const { id = '', to = '', type, participant } = attrs;
  const optional = { ...(type ? { type } : {}), ...(participant ? { participant } : {}) };
  return { tag: 'ack', attrs: { class: tag, id, from: to, ...optional, ...more } };
};

/** What becomes of each stanza that the bot sends. */
export const makeRouting = ({ device, directory, faults, offline, undelivered, pass }: Parts) => {
  const iq = (connection: Connection, node: BinaryNode) => {
    if (node.attrs.type === 'result' && node.attrs.id === PAIRED_ID) device.finishPairing(connection);
    const answer = answerIq(node, directory);
    if (answer) connection.send(answer);
    if (saysActive(node)) device.activate(connection);
  };
  const settle = (node: BinaryNode) => {
    if (undelivered.settle(node)) offline.acknowledged();
  };
  const receipt = (connection: Connection, node: BinaryNode) => {
    settle(node);
    connection.send(ack(node));
    if (node.attrs.type === 'retry') pass(userOf(node.attrs.participant ?? node.attrs.to ?? ''), node);
  };
  const message = (connection: Connection, node: BinaryNode) => {
    const t = String(Math.floor(Date.now() / 1000));
    if (faults.ackError !== undefined) {
      connection.send(ack(node, { t, error: String(faults.ackError) }));
      return;
    }
    pass(userOf(node.attrs.to ?? ''), node);
    if (faults.ackMessages) connection.send(ack(node, { t }));
  };

  return (connection: Connection, node: BinaryNode): void => {
    if (faults.loseReceipts && (node.tag === 'receipt' || node.tag === 'ack')) return;
    if (node.tag === 'iq') iq(connection, node);
    if (node.tag === 'receipt') receipt(connection, node);
    if (node.tag === 'ack') settle(node);
    if (node.tag === 'message') message(connection, node);
    if (node.tag === 'chatstate') pass(userOf(node.attrs.to ?? ''), node);
  };
};
