import { encodeBigEndian, NOISE_WA_HEADER } from '@whiskeysockets/baileys';

const LENGTH_BYTES = 3;

/** One frame on the wire: its length in three bytes, then the payload. */
export const frame = (payload: Uint8Array): Buffer =>
  Buffer.concat([encodeBigEndian(payload.length, LENGTH_BYTES), payload]);

/** Cuts what arrives into whole frames. The client's first frame is preceded by the header of the protocol. */
export const frameReader = (): ((data: Buffer) => Buffer[]) => {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  return (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    if (!begun) {
      const header = rest.indexOf(NOISE_WA_HEADER);
      if (header < 0) return [];
      rest = rest.subarray(header + NOISE_WA_HEADER.length);
      begun = true;
    }
    const whole: Buffer[] = [];
    while (rest.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + rest.readUIntBE(0, LENGTH_BYTES);
      if (rest.length < end) break;
      whole.push(rest.subarray(LENGTH_BYTES, end));
      rest = rest.subarray(end);
    }
    return whole;
  };
};
