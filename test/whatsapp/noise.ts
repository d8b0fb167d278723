import { hkdfSync } from 'node:crypto';
import type { KeyPair } from '@whiskeysockets/baileys';
import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
} from '@whiskeysockets/baileys';

/** What the client said when the handshake ended: who it is, and the key its device is known by. */
export type Hello = { payload: proto.ClientPayload; deviceKey: Buffer };

export type Noise = {
  /** Takes the client's first frame and returns the server's answer. */
  greet(frame: Buffer): Uint8Array;
  /** Takes the client's second frame; from here on `seal` and `open` work. */
  finish(frame: Buffer): Hello;
  seal(plain: Uint8Array): Buffer;
  open(sealed: Uint8Array): Buffer;
};

const EMPTY = Buffer.alloc(0);
const DAY_SECONDS = 86_400;

const counterIv = (counter: number): Buffer => {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(counter, 8);
  return iv;
};

const present = (bytes: Uint8Array | null | undefined, what: string): Uint8Array => {
  if (!bytes) throw new Error(`the handshake lacks ${what}`);
  return bytes;
};

/** The server's own key, and the certificates that let a client check it: `root` signs one, which signs the key. */
export type ServerKey = { root: KeyPair; key: KeyPair; certificates: Uint8Array };

/** Signing is slow in JavaScript, so all connections of a server share one key. */
export const makeServerKey = (): ServerKey => {
  const { Details } = proto.CertChain.NoiseCertificate;
  const [root, intermediate, key] = [Curve.generateKeyPair(), Curve.generateKeyPair(), Curve.generateKeyPair()];
  const now = Math.floor(Date.now() / 1000);
  const validity = { notBefore: now - DAY_SECONDS, notAfter: now + 365 * DAY_SECONDS };
  const upper = Details.encode({ serial: 1, issuerSerial: 0, key: intermediate.public, ...validity }).finish();
  const lower = Details.encode({ serial: 2, issuerSerial: 1, key: key.public, ...validity }).finish();
  const chain = {
    intermediate: { details: upper, signature: Curve.sign(root.private, upper) },
    leaf: { details: lower, signature: Curve.sign(intermediate.private, lower) },
  };
  return { root, key, certificates: proto.CertChain.encode(chain).finish() };
};

/** The responder's side of Noise_XX_25519_AESGCM_SHA256 as WhatsApp speaks it. */
export const noiseResponder = ({ key: fixed, certificates }: ServerKey): Noise => {
  const ephemeral = Curve.generateKeyPair();
  let hash: Buffer = Buffer.from(NOISE_MODE);
  let salt: Buffer = hash;
  let key: Buffer = hash;
  let counter = 0;
  let reading = { key: EMPTY as Buffer, counter: 0 };
  let writing = { key: EMPTY as Buffer, counter: 0 };

  const mixHash = (data: Uint8Array) => {
    hash = Buffer.from(sha256(Buffer.concat([hash, data])));
  };
  const derive = (data: Uint8Array): [Buffer, Buffer] => {
    const both = Buffer.from(hkdfSync('sha256', data, salt, EMPTY, 64));
    return [both.subarray(0, 32), both.subarray(32)];
  };
  const mixKey = (data: Uint8Array) => {
    [salt, key] = derive(data);
    counter = 0;
  };
  const encrypt = (plain: Uint8Array) => {
    const sealed = aesEncryptGCM(plain, key, counterIv(counter++), hash);
    mixHash(sealed);
    return sealed;
  };
  const decrypt = (sealed: Uint8Array) => {
    const plain = aesDecryptGCM(sealed, key, counterIv(counter++), hash);
    mixHash(sealed);
    return plain;
  };

  mixHash(NOISE_WA_HEADER);
  return {
    greet(frame) {
      const theirs = present(proto.HandshakeMessage.decode(frame).clientHello?.ephemeral, 'a client key');
      mixHash(theirs);
      mixHash(ephemeral.public);
      mixKey(Curve.sharedKey(ephemeral.private, theirs));
      const sealedKey = encrypt(fixed.public);
      mixKey(Curve.sharedKey(fixed.private, theirs));
      const payload = encrypt(certificates);
      const serverHello = { ephemeral: ephemeral.public, static: sealedKey, payload };
      return proto.HandshakeMessage.encode({ serverHello }).finish();
    },
    finish(frame) {
      const last = proto.HandshakeMessage.decode(frame).clientFinish;
      const deviceKey = decrypt(present(last?.static, 'a device key'));
      mixKey(Curve.sharedKey(ephemeral.private, deviceKey));
      const payload = proto.ClientPayload.decode(decrypt(present(last?.payload, 'a payload')));
      const [fromClient, toClient] = derive(EMPTY);
      reading = { key: fromClient, counter: 0 };
      writing = { key: toClient, counter: 0 };
      return { payload, deviceKey };
    },
    seal: (plain) => aesEncryptGCM(plain, writing.key, counterIv(writing.counter++), EMPTY),
    open: (sealed) => aesDecryptGCM(sealed, reading.key, counterIv(reading.counter++), EMPTY),
  };
};
