import { createHmac, randomBytes } from 'node:crypto';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { Curve, proto, S_WHATSAPP_NET, WA_ADV_ACCOUNT_SIG_PREFIX } from '@whiskeysockets/baileys';
import type { Account } from './account.ts';

const REFS = 6;
const KEY = '[A-Za-z0-9+/]{43}=';
const QR = new RegExp(`[\\w-]+(?:,${KEY}){3}(?:,\\w+)?`, 'g');

/** Finds the newest pairing code in what a bot printed: the whole address, or only `ref,noise,identity,adv`. */
export const qrFrom = (text: string): string | undefined => text.match(QR)?.at(-1);

/** What a phone reads from a pairing code. */
export const readQr = (qr: string): { ref: string; identity: Buffer; secret: Buffer } => {
  const [ref, , identity, secret] = (qrFrom(qr) ?? '').split(',');
  if (!ref || !identity || !secret) throw new Error('not a pairing code');
  return { ref, identity: Buffer.from(identity, 'base64'), secret: Buffer.from(secret, 'base64') };
};

export const PAIRED_ID = 'paired';

/** Asks a new device to show a pairing code; `refs` are what its codes will begin with, one after another. */
export const askToPair = (): { node: BinaryNode; refs: string[] } => {
  const refs = Array.from({ length: REFS }, () => randomBytes(16).toString('base64url'));
  const content = refs.map((ref) => ({ tag: 'ref', attrs: {}, content: Buffer.from(ref) }));
  const attrs = { id: 'pair', type: 'set', from: S_WHATSAPP_NET, xmlns: 'md' };
  return { node: { tag: 'iq', attrs, content: [{ tag: 'pair-device', attrs: {}, content }] }, refs };
};

/** Tells the device that the owner's phone has linked it, signed with that phone's identity and the code's secret. */
export const pairSuccess = (
  account: Account,
  { identity, secret }: { identity: Buffer; secret: Buffer },
): BinaryNode => {
  const timestamp = Math.floor(Date.now() / 1000);
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp, keyIndex: 1 }).finish();
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: account.identity.public,
    accountSignature: Curve.sign(
      account.identity.private,
      Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, identity]),
    ),
  }).finish();
  const hmac = createHmac('sha256', secret).update(signed).digest();
  const content = [
    {
      tag: 'device-identity',
      attrs: {},
      content: proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish(),
    },
    { tag: 'device', attrs: { jid: account.deviceJid, lid: account.deviceLid } },
    { tag: 'platform', attrs: { name: 'android' } },
  ];
  const attrs = { id: PAIRED_ID, type: 'set', from: S_WHATSAPP_NET, xmlns: 'md' };
  return { tag: 'iq', attrs, content: [{ tag: 'pair-success', attrs: {}, content }] };
};
