import './quiet.ts';
import type { BinaryNode, KeyPair } from '@whiskeysockets/baileys';
import {
  Curve,
  encodeBigEndian,
  encodeWAMessage,
  generateRegistrationId,
  generateSignalPubKey,
  KEY_BUNDLE_TYPE,
  proto,
  unpadRandomMax16,
  xmppPreKey,
  xmppSignedPreKey,
} from '@whiskeysockets/baileys';
import type { SignalStorage } from 'libsignal';
import { ProtocolAddress, SessionBuilder, SessionCipher, SessionRecord } from 'libsignal';
import type { Bundle } from './deviceKeys.ts';

/** The Signal side of one phone: it talks to one other device, the bot's. Calls must not overlap. */
export type SignalEnd = {
  /** The `<user>` of an answer to `<key>`: what the bot needs to write first. */
  bundle(jid: string): BinaryNode;
  /** The children of a retry receipt that let the bot begin a new session. */
  retryKeys(): BinaryNode[];
  hasSession(): boolean;
  /** The account has another linked device now: the next message needs a new session. */
  forget(): void;
  /** Begins a new session with the bot; the next message carries it. */
  begin(bundle: Bundle): Promise<void>;
  /** The `<enc>` of a message. */
  encrypt(message: proto.IMessage): Promise<BinaryNode>;
  /** Reads an `<enc>` of the bot; rejects when its key is unknown or was already used. */
  decrypt(enc: BinaryNode): Promise<proto.Message>;
};

const PREKEY_MESSAGE = 3;
const keyPair = (pair: KeyPair) => ({
  privKey: Buffer.from(pair.private),
  pubKey: Buffer.from(generateSignalPubKey(pair.public)),
});

let ends = 0;

/** `identity`: the owner's phone has one already, other phones make their own. */
export const makeSignalEnd = (identity: KeyPair = Curve.generateKeyPair()): SignalEnd => {
  const registrationId = generateRegistrationId();
  const signedKey = Curve.generateKeyPair();
  const oneTime = Curve.generateKeyPair();
  // The address only names libsignal's queue of work, so each end has its own.
  const bot = new ProtocolAddress(`bot of end ${ends++}`, 1);
  let kept: ReturnType<SessionRecord['serialize']> | undefined;

  const storage: SignalStorage = {
    // A fresh record each time: a message that cannot be read must leave the session as it was.
    loadSession: async () => (kept === undefined ? undefined : SessionRecord.deserialize(kept)),
    storeSession: async (_id, record) => {
      kept = record.serialize();
    },
    isTrustedIdentity: () => true,
    loadPreKey: async () => keyPair(oneTime),
    removePreKey: () => undefined,
    loadSignedPreKey: () => keyPair(signedKey),
    getOurRegistrationId: () => registrationId,
    getOurIdentity: () => keyPair(identity),
  };
  const cipher = new SessionCipher(storage, bot);
  const node = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content });
  const registration = () => node('registration', encodeBigEndian(registrationId, 4));
  // Signing is slow in JavaScript, and most phones are never asked.
  let signature: Uint8Array | undefined;
  const publicKeys = () => {
    signature ??= Curve.sign(identity.private, generateSignalPubKey(signedKey.public));
    return [
      node('type', KEY_BUNDLE_TYPE),
      node('identity', identity.public),
      xmppSignedPreKey({ keyPair: signedKey, keyId: 1, signature }),
      xmppPreKey(oneTime, 1),
    ];
  };

  return {
    bundle: (jid) => ({ tag: 'user', attrs: { jid }, content: [registration(), ...publicKeys()] }),
    retryKeys: () => [registration(), { tag: 'keys', attrs: {}, content: publicKeys() }],
    hasSession: () => kept !== undefined,
    forget() {
      kept = undefined;
    },
    begin: async ({ preKey, ...fixed }) => {
      // libsignal accepts a bundle without a one-time key; its types do not say so.
      const bundle = { ...fixed, preKey } as Parameters<SessionBuilder['initOutgoing']>[0];
      await new SessionBuilder(storage, bot).initOutgoing(bundle);
    },
    async encrypt(message) {
      const { type, body } = await cipher.encrypt(encodeWAMessage(message));
      const attrs = { v: '2', type: type === PREKEY_MESSAGE ? 'pkmsg' : 'msg' };
      return { tag: 'enc', attrs, content: Buffer.from(body, 'binary') };
    },
    async decrypt({ attrs, content }) {
      if (!(content instanceof Uint8Array)) throw new Error('an <enc> without bytes');
      const sealed = Buffer.from(content);
      const padded = await (attrs.type === 'pkmsg'
        ? cipher.decryptPreKeyWhisperMessage(sealed)
        : cipher.decryptWhisperMessage(sealed));
      return proto.Message.decode(unpadRandomMax16(padded));
    },
  };
};
