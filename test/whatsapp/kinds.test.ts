import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { WAMessage } from '@whiskeysockets/baileys';
import { downloadMediaMessage, proto } from '@whiskeysockets/baileys';
import type { Phone } from './phone.ts';
import { linkedPlainBot } from './plainBot.ts';

let linked: Awaited<ReturnType<typeof linkedPlainBot>>;
let ann: Phone;
let people = 0;
beforeAll(async () => {
  linked = await linkedPlainBot();
});
afterAll(() => linked.stop());
beforeEach(() => {
  linked.bot.forget();
  ann = linked.server.phone(`9655000000${people++}`, { name: 'Ann' });
});

const content = async (n: number) => (await linked.bot.message(n)).message ?? {};

test('a file comes with everything one would need to fetch it, and nobody fetches it', async () => {
  const { server } = linked;
  const before = server.media.connections;
  await ann.image('the scan');
  await ann.image(undefined, { directPath: true });
  await ann.document('passport.pdf');
  await ann.document('report.pdf', 'please read');
  await ann.voice(7);
  await ann.video('how he walks');
  await ann.sticker();
  expect((await content(1)).imageMessage).toMatchObject({
    caption: 'the scan',
    url: expect.stringContaining(server.media.url()),
  });
  expect((await content(2)).imageMessage?.directPath).toMatch(/^\/media\//);
  expect((await content(3)).documentMessage?.fileName).toBe('passport.pdf');
  const wrapped = (await content(4)).documentWithCaptionMessage?.message?.documentMessage;
  expect(wrapped).toMatchObject({ fileName: 'report.pdf', caption: 'please read' });
  expect((await content(5)).audioMessage).toMatchObject({ ptt: true, seconds: 7 });
  expect((await content(6)).videoMessage?.caption).toBe('how he walks');
  expect((await content(7)).stickerMessage?.mimetype).toBe('image/webp');
  expect(server.media.connections).toBe(before);
});

test('whoever fetches a file is counted, by http once and by https at the handshake', async () => {
  const { server, bot } = linked;
  const before = [server.media.connections, server.media.gets.length] as const;
  const more = () => [server.media.connections - before[0], server.media.gets.length - before[1]];
  await ann.image();
  const plain: WAMessage = await bot.message(1);
  const bytes = await downloadMediaMessage(plain, 'buffer', {});
  expect(bytes.toString()).toContain('nobody may fetch');
  expect(more()).toEqual([1, 1]);

  await ann.image(undefined, { directPath: true });
  const secure: WAMessage = await bot.message(2);
  await expect(downloadMediaMessage(secure, 'buffer', {})).rejects.toThrow();
  expect(more()[0]).toBeGreaterThan(1);
  expect(more()[1]).toBe(1);
});

test('view-once media come wrapped, or without any content', async () => {
  await ann.viewOnce();
  expect((await content(1)).viewOnceMessageV2?.message?.imageMessage).toBeTruthy();
  ann.viewOnceUnavailable();
  const bare = await linked.bot.message(2);
  expect(bare.key.isViewOnce).toBe(true);
  expect(bare.message).toBeFalsy();
  await linked.server.waitFor(() => linked.server.waiting().length === 0, 'both are acknowledged');
});

test('an edit, a deletion and a reaction point at the message they are about', async () => {
  const { bot } = linked;
  const id = await ann.send('Kuwait');
  await bot.message(1);
  await bot.say(ann.pn, 'thank you', 'R1');
  await ann.reply(1);
  const { Type } = proto.Message.ProtocolMessage;
  await ann.edit(id, 'Qatar');
  expect((await content(2)).protocolMessage).toMatchObject({ type: Type.MESSAGE_EDIT, key: { id } });
  await ann.delete(id);
  expect((await content(3)).protocolMessage).toMatchObject({ type: Type.REVOKE, key: { id } });
  await ann.reaction('R1', '👍');
  expect((await content(4)).reactionMessage).toMatchObject({ text: '👍', key: { id: 'R1', fromMe: true } });
  expect(bot.updates.filter(({ key }) => key.id === id)).toMatchObject([
    { update: { message: { editedMessage: { message: { conversation: 'Qatar' } } } } },
    { update: { message: null } },
  ]);
});

test('cards, places, polls and disappearing texts keep their shape', async () => {
  await ann.contact('Umm Salem');
  await ann.location();
  await ann.poll('When?', ['May', 'June']);
  await ann.disappearing('gone tomorrow');
  expect((await content(1)).contactMessage?.vcard).toContain('BEGIN:VCARD');
  expect((await content(2)).locationMessage?.degreesLatitude).toBeCloseTo(29.37, 1);
  expect((await content(3)).pollCreationMessageV3?.options).toHaveLength(2);
  expect((await content(4)).ephemeralMessage?.message?.extendedTextMessage?.text).toBe('gone tomorrow');
});

test('what comes from shared places says so', async () => {
  const { bot, server } = linked;
  await ann.sendTo('120363000000000002@g.us', 'in a group');
  await ann.sendTo('status@broadcast', 'a status');
  await ann.sendTo('1700000000@broadcast', 'to a list');
  await bot.message(3);
  const id = server.newsletter('news');
  await bot.message(4);
  expect(bot.texts()).toEqual(['in a group', 'a status', 'to a list', 'news']);
  expect(bot.heard.map(({ key }) => [key.remoteJid, key.participant])).toEqual([
    ['120363000000000002@g.us', ann.pn],
    ['status@broadcast', ann.pn],
    ['1700000000@broadcast', ann.pn],
    ['120363000000000001@newsletter', ''],
  ]);
  await server.waitFor(() => server.settledAs(id).length > 0, 'the post is acknowledged');
  expect(server.settledAs(id)).toEqual(['ack:']);
});

test('what the owner types on their phone reaches the bot as its own', async () => {
  const { bot, server } = linked;
  await ann.send('hello');
  await bot.message(1);
  const id = await server.typedOnOwnPhone(ann, 'I take it from here');
  const copy = await bot.message(2);
  expect(copy.key).toMatchObject({ id, fromMe: true, remoteJid: ann.pn });
  expect(bot.texts()[1]).toBe('I take it from here');
  await server.waitFor(() => server.settledAs(id).includes('receipt:sender'), 'the copy is acknowledged');
  expect(ann.replies).toEqual([]);
});
