import type { BinaryNode } from '@whiskeysockets/baileys';
import { getContentType, normalizeMessageContent, proto } from '@whiskeysockets/baileys';

/** A person on WhatsApp: both addresses, and the name that their messages carry. */
export type Sender = { pn: string; lid: string; name: string };

/** `via`: the address a message comes from. `alt`: whether the stanza also tells the other one. */
export type Way = { via?: 'pn' | 'lid'; alt?: boolean };

const MEDIA = new Set([
  'imageMessage',
  'videoMessage',
  'ptvMessage',
  'audioMessage',
  'documentMessage',
  'stickerMessage',
  'contactMessage',
  'locationMessage',
  'liveLocationMessage',
]);

const EDITED = '1';
const REVOKED = '7';

/** The attributes that tell what kind of message a stanza carries. */
export const kindOf = (message: proto.IMessage): BinaryNode['attrs'] => {
  const content = normalizeMessageContent(message);
  const kind = getContentType(content) ?? '';
  if (kind === 'protocolMessage')
    return { type: 'text', edit: content?.protocolMessage?.editedMessage ? EDITED : REVOKED };
  if (kind === 'reactionMessage') return { type: 'reaction' };
  if (kind.startsWith('poll')) return { type: 'poll' };
  return { type: MEDIA.has(kind) ? 'media' : 'text' };
};

const now = () => String(Math.floor(Date.now() / 1000));

/** A message of one person to the bot. */
export const directStanza = (
  { pn, lid, name }: Sender,
  { via = 'pn', alt = true }: Way,
  attrs: BinaryNode['attrs'],
  body: BinaryNode,
): BinaryNode => {
  const other: BinaryNode['attrs'] = via === 'lid' ? { sender_pn: pn } : { sender_lid: lid };
  const from = via === 'lid' ? lid : pn;
  const context = alt ? { ...other, addressing_mode: via } : {};
  return { tag: 'message', attrs: { from, t: now(), notify: name, ...context, ...attrs }, content: [body] };
};

/** A message of a person in a place shared with others: a group, a status, a broadcast list. */
export const sharedStanza = (
  place: string,
  { pn, lid, name }: Sender,
  { via = 'pn', alt = true }: Way,
  attrs: BinaryNode['attrs'],
  body: BinaryNode,
): BinaryNode => {
  const other: BinaryNode['attrs'] = via === 'lid' ? { participant_pn: pn } : { participant_lid: lid };
  const participant = via === 'lid' ? lid : pn;
  const context = alt ? { ...other, addressing_mode: via } : {};
  return {
    tag: 'message',
    attrs: { from: place, participant, t: now(), notify: name, ...context, ...attrs },
    content: [body],
  };
};

/** A post in a newsletter that the account follows: it is not encrypted. */
export const newsletterStanza = (id: string, text: string): BinaryNode => {
  const content = proto.Message.encode({ conversation: text }).finish();
  const attrs = { id, from: '120363000000000001@newsletter', t: now(), type: 'text' };
  return { tag: 'message', attrs, content: [{ tag: 'plaintext', attrs: {}, content }] };
};

/** A message that the owner typed on their own phone to `to`, as the linked device gets a copy of it. */
export const ownStanza = (
  owner: Sender,
  to: Sender,
  { via = 'pn', alt = true }: Way,
  attrs: BinaryNode['attrs'],
  body: BinaryNode,
): BinaryNode => {
  const [from, recipient] = via === 'lid' ? [owner.lid, to.lid] : [owner.pn, to.pn];
  const other: BinaryNode['attrs'] = via === 'lid' ? { peer_recipient_pn: to.pn } : { peer_recipient_lid: to.lid };
  const context = alt ? { ...other, addressing_mode: via } : {};
  return {
    tag: 'message',
    attrs: { from, recipient, t: now(), notify: owner.name, ...context, ...attrs },
    content: [body],
  };
};
