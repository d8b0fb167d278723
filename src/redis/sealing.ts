import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from 'node:crypto';

/** Bytes before the ciphertext: version, IV, tag. */
const VERSION = 1;
const IV = 12;
const TAG = 16;
export const OVERHEAD = 1 + IV + TAG;

/**
 * Seals with AES-256-GCM. Layout: version byte 1, 12-byte IV, 16-byte tag, ciphertext. `name` is the additional data: the
 * key of the record, so that a box moved to another record does not open. `front` is put before the box, unsealed.
 */
export function seal(key: Buffer, name: string, plain: Buffer | string, front = ''): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(name));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final(); // GCM is a stream: nothing is left to write, but the tag exists only after this
  const start = front.length;
  const box = Buffer.allocUnsafe(start + OVERHEAD + body.length);
  if (start > 0) box.write(front, 0, 'latin1');
  box[start] = VERSION;
  iv.copy(box, start + 1);
  cipher.getAuthTag().copy(box, start + 1 + IV);
  body.copy(box, start + OVERHEAD);
  return box;
}

/** Opens what `seal` made. Throws when the key, the name or a single bit differs. */
export function open(key: Buffer, name: string, box: Buffer): Buffer {
  if (box.length < OVERHEAD || box[0] !== VERSION) throw new Error('not a sealed box of version 1');
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + IV), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(box.subarray(1 + IV, OVERHEAD));
  return Buffer.concat([decipher.update(box.subarray(OVERHEAD)), decipher.final()]);
}

/** Random bytes are drawn for many IVs at once: one draw a seal would cost a third of it. */
const pool = Buffer.alloc(IV * 512);
let next = pool.length;
function freshIv(): Buffer {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += IV;
  return pool.subarray(next - IV, next);
}

/** What is derived from the master key, one key a purpose. */
export type Purpose = 'wrap' | 'address' | 'reply' | 'case' | 'login';

/** The key of one purpose, by HKDF-SHA256 from the 32-byte master key. */
export function derived(master: Buffer, purpose: Purpose): Buffer {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes');
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `mvm-care ${purpose}`, 32));
}

/** HMAC-SHA256 of `text` under `key`: 32 bytes. */
export function keyedHash(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
