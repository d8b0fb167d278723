import type { BinaryNode } from '@whiskeysockets/baileys';
import {
  getAllBinaryNodeChildren,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  getBinaryNodeChildString,
  S_WHATSAPP_NET,
} from '@whiskeysockets/baileys';
import { userOf } from './account.ts';
import type { DeviceKeys } from './deviceKeys.ts';

/** Someone who has WhatsApp: a contact, or the owner of the bot's account. */
export type Party = { lid: string; devices: readonly number[]; bundle(jid: string): BinaryNode };

/** What the answers are made from. `party` finds by the digits of a phone number or of a LID. */
export type Directory = { party(user: string): Party | undefined; keys: DeviceKeys; mediaHost: string };

type Answer = (iq: BinaryNode, directory: Directory) => BinaryNode[];

const node = (tag: string, attrs: BinaryNode['attrs'] = {}, content: BinaryNode[] = []): BinaryNode => ({
  tag,
  attrs,
  content,
});

const PRIVACY = ['readreceipts', 'profile', 'status', 'online', 'last', 'groupadd', 'calladd'];

const encrypt: Answer = (iq, { keys, party }) => {
  if (iq.attrs.type === 'set') {
    keys.upload(iq);
    return [];
  }
  if (getBinaryNodeChild(iq, 'count')) return [node('count', { value: String(keys.count()) })];
  if (getBinaryNodeChild(iq, 'digest')) return [node('digest')];
  const asked = getBinaryNodeChildren(getBinaryNodeChild(iq, 'key'), 'user');
  const users = asked.flatMap(({ attrs: { jid = '' } }) => party(userOf(jid))?.bundle(jid) ?? []);
  return [node('list', {}, users)];
};

const person = (asked: BinaryNode, directory: Directory): BinaryNode => {
  const phone = getBinaryNodeChildString(asked, 'contact')?.replace('+', '');
  const jid = asked.attrs.jid ?? `${phone}${S_WHATSAPP_NET}`;
  const found = directory.party(userOf(jid));
  const devices = (found?.devices ?? []).map((id) => node('device', { id: String(id), 'key-index': '1' }));
  return node('user', { jid }, [
    node('devices', {}, [node('device-list', {}, devices)]),
    ...(found ? [node('lid', { val: found.lid })] : []),
    node('contact', { type: found ? 'in' : 'out' }),
  ]);
};

const usync: Answer = (iq, directory) => {
  const query = getBinaryNodeChild(iq, 'usync');
  const users = getBinaryNodeChildren(getBinaryNodeChild(query, 'list'), 'user');
  const list = node(
    'list',
    {},
    users.map((user) => person(user, directory)),
  );
  return [node('usync', { ...query?.attrs, index: '0', last: 'true' }, [list])];
};

/** By the namespace of the question. The rest (ping, passive, statistics…) is answered with nothing but success. */
const ANSWERS: Record<string, Answer> = {
  encrypt,
  usync,
  abt: () => [node('props', { hash: 'none' })],
  blocklist: () => [node('list')],
  privacy: () => [
    node(
      'privacy',
      {},
      PRIVACY.map((name) => node('category', { name, value: 'all' })),
    ),
  ],
  'w:m': (_iq, { mediaHost }) => [
    node('media_conn', { auth: 'none', ttl: '3600' }, [node('host', { hostname: mediaHost })]),
  ],
};

/** The answer to a question or order of the bot; `undefined` for an `<iq>` that is itself an answer. */
export const answerIq = (iq: BinaryNode, directory: Directory): BinaryNode | undefined => {
  const { id = '', type, xmlns = '' } = iq.attrs;
  if (type !== 'get' && type !== 'set') return undefined;
  const content = ANSWERS[xmlns]?.(iq, directory) ?? [];
  return { tag: 'iq', attrs: { id, from: S_WHATSAPP_NET, type: 'result' }, content };
};

/** Whether this `<iq>` says that the linked device is ready: it comes last in a login. */
export const saysActive = (iq: BinaryNode): boolean =>
  iq.attrs.xmlns === 'passive' && getAllBinaryNodeChildren(iq)[0]?.tag === 'active';
