import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Party } from './iq.ts';
import type { Network } from './network.ts';
import type { Owner } from './owner.ts';
import { makeOwner } from './owner.ts';
import type { Phone, PhoneAtServer } from './phone.ts';
import { makePhone } from './phone.ts';

/** Everyone who has WhatsApp here. People are found by the digits of their number or of their LID. */
export type PhoneBook = {
  owner: Owner;
  /** The phone with this number; made at the first call. */
  phone(number: string, options?: { lid?: string; name?: string }): Phone;
  party(user: string): Party | undefined;
  /** Gives a stanza of the bot to someone's phone; nothing happens when there is no such person. */
  pass(user: string, node: BinaryNode): void;
  /** The bot's device was replaced: everyone needs a new session. */
  forgetBot(): void;
};

export const makePhoneBook = (network: Network): PhoneBook => {
  const owner = makeOwner(network);
  const phones = new Map<string, PhoneAtServer>();
  const isOwner = (user: string) => user === network.account.number || user === network.account.lidUser;
  return {
    owner,
    phone(number, { lid, name = 'Contact' } = {}) {
      const known = phones.get(number);
      if (known) return known.phone;
      const lidUser = lid ?? `1${String(phones.size).padStart(14, '0')}`;
      const made = makePhone(network, number, lidUser, name);
      phones.set(number, made).set(lidUser, made);
      return made.phone;
    },
    party: (user) => (isOwner(user) ? owner.party : phones.get(user)?.party),
    pass: (user, node) => (isOwner(user) ? owner : phones.get(user))?.hear(node),
    forgetBot() {
      owner.forgetBot();
      for (const { forgetBot } of phones.values()) forgetBot();
    },
  };
};
