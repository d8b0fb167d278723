import './longTimers.ts';
import './quiet.ts';
import type { BaileysEventMap, BinaryNode, proto, WAMessage, WASocket } from '@whiskeysockets/baileys';
import { makeWASocket } from '@whiskeysockets/baileys';
import pino from 'pino';
import { makeChanges } from './changes.ts';
import { memoryLogin } from './memoryLogin.ts';
import { startWhatsApp } from './server.ts';

/** A message that reached the bot: `notify` live, `append` when it was kept while the bot was away. */
export type HeardMessage = WAMessage & { type: BaileysEventMap['messages.upsert']['type'] };

/** A bare Baileys socket that listens: what one has without the project's own channel. */
export const makePlainBot = (url: string) => {
  const login = memoryLogin();
  const changes = makeChanges();
  const heard: HeardMessage[] = []; // what others wrote, and what the owner typed
  const said = new Map<string, proto.IMessage>();
  const updates: BaileysEventMap['messages.update'] = [];
  const presences: (string | undefined)[] = [];
  const acks: { id: string | undefined; error: string | undefined }[] = [];
  const ends: number[] = [];
  let [qr, open] = ['', false];
  let socket: WASocket | undefined;

  const dial = () => {
    const dialled = makeWASocket({
      waWebSocketUrl: url,
      auth: login,
      logger: pino({ level: 'silent' }),
      markOnlineOnConnect: false,
      syncFullHistory: false,
      shouldSyncHistoryMessage: () => false,
      getMessage: async ({ id }) => said.get(id ?? ''),
    });
    socket = dialled;
    // Baileys answers this one without a catch: a drop at that moment would be an unhandled rejection.
    dialled.ws.removeAllListeners('CB:ib,,offline_preview');
    dialled.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) => {
      acks.push({ id: attrs.id, error: attrs.error });
      changes.changed();
    });
    dialled.ev.process((events) => {
      const upsert = events['messages.upsert'];
      for (const message of upsert?.messages ?? []) {
        if (!said.has(message.key.id ?? '')) heard.push({ ...message, type: upsert?.type ?? 'notify' });
      }
      updates.push(...(events['messages.update'] ?? []));
      for (const one of Object.values(events['presence.update']?.presences ?? {}))
        presences.push(one.lastKnownPresence);
      const state = events['connection.update'];
      if (state?.qr) qr = state.qr;
      if (state?.connection) open = state.connection === 'open';
      const error = state?.lastDisconnect?.error;
      if (state?.connection === 'close') ends.push(error && 'output' in error ? error.output.statusCode : 0);
      changes.changed();
    });
  };
  return {
    heard,
    updates,
    presences,
    /** What the server said to its messages. */
    acks,
    /** The status codes with which its connections ended. */
    ends,
    dial,
    waitFor: changes.until,
    qr: () => changes.until(() => (qr === '' ? undefined : qr), 'a pairing code'),
    opened: () => changes.until(() => open, 'the bot is open'),
    ended: (n: number) => changes.until(() => ends[n - 1], `end ${n} of a connection`),
    /** The `n`th message that it heard, from 1. */
    message: (n: number) => changes.until(() => heard[n - 1], `message ${n} at the bot`),
    texts: () => heard.map(({ message }) => message?.conversation ?? message?.extendedTextMessage?.text ?? ''),
    /** The next message is the first again. */
    forget() {
      heard.length = 0;
    },
    async say(jid: string, text: string, messageId: string) {
      said.set(messageId, { extendedTextMessage: { text } });
      await socket?.sendMessage(jid, { text }, { messageId });
    },
    /** Sends a message that nobody can read, as after a crash between sending and saving the session. */
    async garble(to: string, text: string, id: string) {
      said.set(id, { extendedTextMessage: { text } });
      const enc = { tag: 'enc', attrs: { v: '2', type: 'msg' }, content: Buffer.alloc(64, 0x33) };
      await socket?.sendNode({ tag: 'message', attrs: { id, to, type: 'text' }, content: [enc] });
    },
    typing: (jid: string) => socket?.sendPresenceUpdate('composing', jid),
    async stop() {
      changes.close();
      await socket?.end(undefined);
    },
  };
};

/** A server and a bot that is linked to it and open; `stop` ends both. */
export const linkedPlainBot = async (options: Parameters<typeof startWhatsApp>[0] = {}) => {
  const server = await startWhatsApp(options);
  const bot = makePlainBot(server.url);
  bot.dial();
  server.scan(await bot.qr());
  await bot.ended(1);
  bot.dial();
  await Promise.all([bot.opened(), server.opened()]);
  const stop = async () => {
    await bot.stop();
    await server.stop();
  };
  return { server, bot, stop };
};
