import type { BinaryNode } from '@whiskeysockets/baileys';
import { decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys';
import type { RawData, WebSocket } from 'ws';
import { frame, frameReader } from './frames.ts';
import type { Hello, ServerKey } from './noise.ts';
import { noiseResponder } from './noise.ts';

/** One WebSocket of a client whose handshake is done. */
export type Connection = {
  /** Puts a stanza on the wire; `false` when the client is gone. `flushed` is called once it left this process. */
  send(node: BinaryNode, flushed?: () => void): boolean;
  /** Cuts the connection without a word. */
  drop(): void;
};

export type ConnectionEvents = {
  login(connection: Connection, hello: Hello): void;
  node(connection: Connection, node: BinaryNode): void;
  gone(connection: Connection): void;
  /** The client broke the protocol, or this server has a bug. The connection is cut. */
  failed(error: unknown): void;
};

const asBuffer = (data: RawData): Buffer => {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
};

/** Speaks Noise and stanzas over `ws`; stanzas are handed on one after another, in the order they came. */
export const holdConnection = (ws: WebSocket, key: ServerKey, events: ConnectionEvents): void => {
  const noise = noiseResponder(key);
  const cut = frameReader();
  let state: 'silent' | 'greeted' | 'known' = 'silent';
  let reading: Promise<void> = Promise.resolve();

  const connection: Connection = {
    send(node, flushed) {
      if (ws.readyState !== ws.OPEN) return false;
      ws.send(frame(noise.seal(encodeBinaryNode(node))), () => flushed?.());
      return true;
    },
    drop: () => ws.terminate(),
  };
  const fail = (error: unknown) => {
    events.failed(error);
    ws.terminate();
  };
  const take = (piece: Buffer) => {
    if (state === 'silent') {
      ws.send(frame(noise.greet(piece)));
      state = 'greeted';
    } else if (state === 'greeted') {
      const hello = noise.finish(piece);
      state = 'known';
      events.login(connection, hello);
    } else {
      const plain = noise.open(piece);
      reading = reading.then(async () => events.node(connection, await decodeBinaryNode(plain))).catch(fail);
    }
  };

  ws.on('message', (data) => {
    try {
      for (const piece of cut(asBuffer(data))) take(piece);
    } catch (error) {
      fail(error);
    }
  });
  ws.on('error', fail);
  ws.on('close', () => {
    reading.then(() => events.gone(connection)).catch(events.failed);
  });
};
