import type { KeyPair } from '@whiskeysockets/baileys';
import { Curve, S_WHATSAPP_NET } from '@whiskeysockets/baileys';

/** The WhatsApp account that the bot is linked to, and the owner's own phone, which is its device 0. */
export type Account = {
  /** Digits of the phone number. */
  number: string;
  /** Digits of the LID. */
  lidUser: string;
  device: number;
  /** Addresses of the owner's phone. */
  pn: string;
  lid: string;
  /** Addresses of the linked device. */
  deviceJid: string;
  deviceLid: string;
  /** The identity key of the owner's phone; it signs linked devices. */
  identity: KeyPair;
};

export const makeAccount = (number: string): Account => {
  const lidUser = `99${number}`;
  const device = 1;
  return {
    number,
    lidUser,
    device,
    pn: `${number}${S_WHATSAPP_NET}`,
    lid: `${lidUser}@lid`,
    deviceJid: `${number}:${device}${S_WHATSAPP_NET}`,
    deviceLid: `${lidUser}:${device}@lid`,
    identity: Curve.generateKeyPair(),
  };
};

/** The digits before the `@` and before the device: `12:3@lid` gives `12`. */
export const userOf = (jid: string): string => /^\d+/.exec(jid)?.[0] ?? '';
