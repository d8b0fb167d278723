import type { WACallEvent, WAMessage } from '@whiskeysockets/baileys';
import { proto, toNumber } from '@whiskeysockets/baileys';
import type { Content } from '../../understanding/content.ts';
import type { Address, Inbound } from '../channel.ts';
import { contentOf } from './contentOf.ts';
import { addressOf } from './jid.ts';

/** The attributes of a `<message>` stanza. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * A decoded message of a one-to-one chat as the intake takes it; `null` for groups, status, broadcast lists,
 * newsletters, housekeeping and our own chat with ourselves, which go no further. Pure and total.
 *
 * A message that could not be decrypted gets an id of its own (`unreadId`): the same message may come again readable
 * under its first id. What is `fromMe` was typed on the phone: whether it is ours is for the caller to know.
 */
export function toInbound(message: WAMessage, attributes: Attributes = {}): Inbound | null {
  const { id } = message.key;
  const from = addressesOf(message.key, attributes);
  if (!id || from.length === 0) return null;
  const content = message.key.fromMe ? typedOnPhone(message, attributes) : saidBy(message);
  if (content === null) return null;
  return { id: content.kind === 'undecryptable' ? unreadId(id) : id, from, at: timeOf(message), content };
}

/** A call that begins; its later states, and calls of groups, are `null`. Pure. */
export function fromCall({ id, from, chatId, callerPn, status, isGroup, date }: WACallEvent): Inbound | null {
  const caller = addressOf(from || chatId);
  const phone = addressOf(callerPn);
  if (status !== 'offer' || isGroup || !caller) return null;
  const known = phone && phone.kind !== caller.kind ? [caller, phone] : [caller];
  return { id, from: known, at: date.getTime(), content: { kind: 'unsupported' } };
}

/** The id under which a message that could not be read is reported, once however often it comes. */
export const unreadId = (id: string): string => `${id}?`;

/**
 * The person's addresses: the one to reply to first, then the other one if the stanza states it. Empty outside
 * one-to-one chats. In what we sent ourselves `sender_*` names us, so only the recipient's attributes count.
 */
export function addressesOf(key: WAMessage['key'], attributes: Attributes = {}): Address[] {
  const chat = addressOf(key.remoteJid);
  if (chat === null) return [];
  const stated = key.fromMe
    ? [
        attributes['recipient_lid'],
        attributes['recipient_pn'],
        attributes['peer_recipient_lid'],
        attributes['peer_recipient_pn'],
      ]
    : [key.remoteJidAlt, attributes['sender_lid'], attributes['sender_pn']];
  const other = stated.map(addressOf).find((address) => address !== null && address.kind !== chat.kind);
  return other ? [chat, other] : [chat];
}

function saidBy({ key, message, messageStubType }: WAMessage): Content | null {
  if (messageStubType === proto.WebMessageInfo.StubType.CIPHERTEXT) return { kind: 'undecryptable' };
  if (message) return contentOf(message);
  // a view-once picture reaches a linked device as a bare notice that there is one
  return key.isViewOnce ? { kind: 'file', file: 'unknown_image' } : null;
}

/** Only words and files are a colleague at work: a reaction, an edit or housekeeping of the phone is not. */
function typedOnPhone({ key, message }: WAMessage, attributes: Attributes): Content | null {
  const self = addressOf(attributes['from']);
  const chat = addressOf(key.remoteJid);
  if (attributes['category'] === 'peer' || !message || (self && chat?.value === self.value)) return null;
  const content = contentOf(message);
  if (content === null || ['reaction', 'edit', 'delete', 'unsupported'].includes(content.kind)) return null;
  return { kind: 'colleague' };
}

function timeOf({ messageTimestamp }: WAMessage): number {
  const seconds = messageTimestamp ? toNumber(messageTimestamp) : 0;
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}
