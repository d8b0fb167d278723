import type { BinaryNode } from '@whiskeysockets/baileys';
import {
  generateSignalPubKey,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildren,
  getBinaryNodeChildUInt,
} from '@whiskeysockets/baileys';

type PublicKey = { keyId: number; publicKey: Uint8Array };

/** What one needs to write to a device for the first time. Keys have 33 bytes. */
export type Bundle = {
  registrationId: number;
  identityKey: Uint8Array;
  signedPreKey: PublicKey & { signature: Uint8Array };
  preKey?: PublicKey | undefined;
};

/** The public keys that the linked device has uploaded. */
export type DeviceKeys = {
  /** Takes an `<iq xmlns="encrypt" type="set">`: an upload of prekeys, or a new signed prekey. */
  upload(iq: BinaryNode): void;
  /** How many one-time prekeys are left. */
  count(): number;
  /** The bundle with one one-time prekey, which is used up by this; `undefined` until a device has uploaded keys. */
  take(): Bundle | undefined;
  /** Another device will be linked. */
  forget(): void;
};

const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`an upload of keys lacks ${what}`);
  return value;
};

const publicKey = (node: BinaryNode): PublicKey => ({
  keyId: needed(getBinaryNodeChildUInt(node, 'id', 3), 'a key id'),
  publicKey: generateSignalPubKey(needed(getBinaryNodeChildBuffer(node, 'value'), 'a public key')),
});

const signedKey = (node: BinaryNode | undefined): Bundle['signedPreKey'] => {
  const skey = needed(getBinaryNodeChild(node, 'skey'), 'the signed prekey');
  return { ...publicKey(skey), signature: needed(getBinaryNodeChildBuffer(skey, 'signature'), 'a signature') };
};

export const makeDeviceKeys = (): DeviceKeys => {
  let fixed: Omit<Bundle, 'preKey'> | undefined;
  let oneTime: PublicKey[] = [];
  return {
    upload(iq) {
      const rotation = getBinaryNodeChild(iq, 'rotate');
      if (rotation) {
        fixed = { ...needed(fixed, 'the first bundle'), signedPreKey: signedKey(rotation) };
        return;
      }
      fixed = {
        registrationId: needed(getBinaryNodeChildUInt(iq, 'registration', 4), 'the registration id'),
        identityKey: generateSignalPubKey(needed(getBinaryNodeChildBuffer(iq, 'identity'), 'the identity key')),
        signedPreKey: signedKey(iq),
      };
      oneTime.push(...getBinaryNodeChildren(getBinaryNodeChild(iq, 'list'), 'key').map(publicKey));
    },
    count: () => oneTime.length,
    take: () => fixed && { ...fixed, preKey: oneTime.shift() },
    forget() {
      fixed = undefined;
      oneTime = [];
    },
  };
};
