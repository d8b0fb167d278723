import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type MediaKind = 'Image' | 'Video' | 'Audio' | 'Document';

/** The fields of a media message that say where its bytes are and how to read them. */
export type MediaFields = {
  url: string;
  directPath?: string;
  mediaKey: Uint8Array;
  fileSha256: Uint8Array;
  fileEncSha256: Uint8Array;
  fileLength: number;
  mediaKeyTimestamp: number;
};

/** A port that holds encrypted files and counts everyone who comes near them. */
export type MediaPort = {
  /** TCP connections so far, TLS attempts included: with a `directPath` a client would come by https. */
  readonly connections: number;
  /** Paths that were asked for. */
  readonly gets: readonly string[];
  /** `http://127.0.0.1:port` */
  url(): string;
  /** Encrypts and keeps a file. With `directPath` a client composes an https address from it and the host of `url`. */
  put(plain: Uint8Array, kind: MediaKind, directPath: boolean): MediaFields;
  stop(): Promise<void>;
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

const encrypt = (plain: Uint8Array, key: Uint8Array, kind: MediaKind): Buffer => {
  const keys = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(32), `WhatsApp ${kind} Keys`, 112));
  const [iv, cipherKey, macKey] = [keys.subarray(0, 16), keys.subarray(16, 48), keys.subarray(48, 80)];
  const cipher = createCipheriv('aes-256-cbc', cipherKey, iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const mac = createHmac('sha256', macKey).update(iv).update(body).digest().subarray(0, 10);
  return Buffer.concat([body, mac]);
};

export const startMediaPort = async (changed: () => void): Promise<MediaPort> => {
  const files = new Map<string, Buffer>();
  const gets: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    gets.push(path);
    changed();
    const file = files.get(path);
    response.statusCode = file ? 200 : 404;
    response.end(file);
  });
  server.on('connection', () => {
    connections++;
    changed();
  });
  // A TLS client on this plain port is counted above; its bytes are no HTTP and the socket is closed.
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    get connections() {
      return connections;
    },
    gets,
    url: () => url,
    put(plain, kind, directPath) {
      const mediaKey = randomBytes(32);
      const sealed = encrypt(plain, mediaKey, kind);
      const path = `/media/${randomBytes(8).toString('hex')}`;
      files.set(path, sealed);
      return {
        url: `${url}${path}`,
        ...(directPath ? { directPath: path } : {}),
        mediaKey,
        fileSha256: sha256(plain),
        fileEncSha256: sha256(sealed),
        fileLength: plain.length,
        mediaKeyTimestamp: Math.floor(Date.now() / 1000),
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
