import './quiet.ts';
import type { BinaryNode, SignalKeyStore, SocketConfig, WASocket } from '@whiskeysockets/baileys';
import { Browsers, makeCacheableSignalKeyStore, makeWASocket } from '@whiskeysockets/baileys';
import type { Receive } from '../channel.ts';
import type { Inlet } from './inlet.ts';
import { addressOf } from './jid.ts';
import { makeKeyCache } from './keyCache.ts';
import type { LoginState } from './login.ts';
import { makeRepository } from './signal.ts';

type Logger = SocketConfig['logger'];

/** Baileys' lines hold JIDs and keys: none of them is written. What matters reaches our own log. */
const silent: Logger = {
  level: 'silent',
  child: () => silent,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export type SocketOptions = {
  /** `wss://web.whatsapp.com/ws/chat` in production: nothing but TLS protects the connection (`whatsapp.md` section 1). */
  url: string;
  state: LoginState;
  /** The login's keys, under the guard of this dial. */
  keys: SignalKeyStore;
  inlet: Inlet;
  sentText: Receive['sentText'];
  /** A listener of Baileys rejected; on `message` a frame could not be read, and the line is of no more use. */
  failed(event: string, error: unknown): void;
};

/**
 * One Baileys socket, made for one dial and never used again. Nothing is downloaded, no history is taken, no presence
 * is announced, and every message passes through `inlet` before it is acknowledged.
 */
export function makeSocket({ url, state, keys, inlet, sentText, failed }: SocketOptions): WASocket {
  const stanzas = new WeakMap<Uint8Array, BinaryNode>();
  const cached = makeCacheableSignalKeyStore(keys, silent, makeKeyCache());
  const sock = makeWASocket({
    waWebSocketUrl: url,
    auth: { creds: state.creds, keys: cached },
    logger: silent,
    browser: Browsers.ubuntu('Chrome'),
    markOnlineOnConnect: false,
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    generateHighQualityLinkPreview: false,
    emitOwnEvents: false,
    // a write that failed is not tried again beneath us: the dial ends and the login is read afresh
    transactionOpts: { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
    getMessage: async ({ id, remoteJid }) => {
      const to = addressOf(remoteJid);
      const text = id && to ? await sentText(id, to) : null;
      return text === null ? undefined : { extendedTextMessage: { text } };
    },
    makeSignalRepository: makeRepository({ inlet, stanzaOf: (ciphertext) => stanzas.get(ciphertext), store: cached }),
  });
  settleListeners(sock.ws, failed);
  oneByOne(sock.ws, async (stanza) => {
    const parts = Array.isArray(stanza.content) ? stanza.content : [];
    const secret = parts.filter(({ tag }) => tag === 'enc');
    for (const { content } of secret) if (content instanceof Uint8Array) stanzas.set(content, stanza);
    if (secret.length === 0) await inlet.bare(stanza);
  });
  return sock;
}

/** Baileys' listeners are async and some reject when the line breaks under them; unheard, that would end the process. */
function settleListeners(ws: WASocket['ws'], failed: SocketOptions['failed']): void {
  for (const event of ws.eventNames()) {
    if (typeof event !== 'string' || !(event === 'message' || event.startsWith('CB:'))) continue;
    const listeners = ws.listeners(event);
    ws.removeAllListeners(event);
    for (const listener of listeners) {
      const heard = async (args: unknown[]) => Reflect.apply(listener, ws, args);
      ws.on(event, (...args: unknown[]) => heard(args).catch((error: unknown) => failed(event, error)));
    }
  }
}

/**
 * Does `step` with each message stanza before Baileys sees it: those without ciphertext never reach the repository. One
 * stanza is done with before the next begins: Baileys looks up addresses before it queues, so a later message overtakes.
 */
function oneByOne(ws: WASocket['ws'], step: (stanza: BinaryNode) => Promise<void>): void {
  const handlers = ws.listeners('CB:message');
  ws.removeAllListeners('CB:message');
  let last: Promise<unknown> = Promise.resolve();
  ws.on('CB:message', (stanza: BinaryNode) => {
    const handle = () => Promise.all(handlers.map((handler) => Reflect.apply(handler, ws, [stanza])));
    // what cannot be read as a message is left to Baileys, which refuses it
    last = last.then(() => step(stanza)).then(handle, handle);
  });
}
