import { afterEach, expect, test } from '@jest/globals';
import { linkedPlainBot } from './whatsapp/plainBot.ts';

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

const link = async (options: Parameters<typeof linkedPlainBot>[0] = {}) => {
  const linked = await linkedPlainBot(options);
  stop = linked.stop;
  return linked;
};

test('pairs by QR, is told to come back with 515, and opens', async () => {
  const { server, bot } = await link();
  expect(bot.ends).toEqual([515]);
  expect(server.isOpen).toBe(true);
  expect(server.logins).toBe(1);
});

test('both sides understand each other by number and by LID', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001', { name: 'Ann' });
  // One at a time: while Baileys learns a new pair of addresses it may overtake itself.
  await ann.send('by number');
  await bot.message(1);
  await ann.send('by LID', { via: 'lid' });
  await bot.message(2);
  await ann.send('by LID alone', { via: 'lid', alt: false });
  await bot.message(3);
  expect(bot.texts()).toEqual(['by number', 'by LID', 'by LID alone']);
  expect(bot.heard[0]).toMatchObject({
    type: 'notify',
    pushName: 'Ann',
    key: { remoteJid: ann.pn, remoteJidAlt: ann.lid },
  });
  expect(bot.heard[1]?.key).toMatchObject({ remoteJid: ann.lid, remoteJidAlt: ann.pn });
  expect(bot.heard[2]?.key.remoteJidAlt).toBeUndefined();

  await bot.say(ann.pn, 'to number', 'R1');
  await bot.say(ann.lid, 'to LID', 'R2');
  expect([(await ann.next()).text, (await ann.next()).text]).toEqual(['to number', 'to LID']);
  expect(ann.unreadable).toEqual([]);
  expect(server.waiting()).toEqual([]);
});

test('the bot may speak first, and phones see when it is typing', async () => {
  const { server, bot } = await link();
  const bob = server.phone('96550000002');
  await bot.typing(bob.pn);
  await bot.say(bob.pn, 'good morning', 'R1');
  expect((await bob.reply(1)).text).toBe('good morning');
  expect(bob.shown).toEqual(['composing']);
  bob.typing(true);
  await bot.waitFor(() => bot.presences.includes('composing'), 'composing');
});

test('replies are folded by id, and copies are counted', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001');
  await bot.say(ann.pn, 'once', 'R1');
  await bot.say(ann.pn, 'twice', 'R2');
  await bot.say(ann.pn, 'twice', 'R2');
  await server.waitFor(() => ann.replies[1]?.timesSeen === 2, 'the copy');
  expect(ann.replies.map(({ id, text, order }) => [id, text, order])).toEqual([
    ['R1', 'once', 1],
    ['R2', 'twice', 2],
  ]);
  expect(ann.seenTwice).toEqual(['R2']);
});

test('what was sent while the bot was away comes with the next login, in order', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001');
  server.drop();
  expect(await bot.ended(2)).toBe(428);
  await ann.send('first');
  await ann.send('second', { via: 'lid' });
  expect(server.waiting()).toHaveLength(2);
  bot.dial();
  await bot.message(2);
  expect(bot.heard.map(({ type }) => type)).toEqual(['append', 'append']);
  expect(bot.texts()).toEqual(['first', 'second']);
  await server.waitFor(() => server.waiting().length === 0, 'both are acknowledged');
});

test('a message whose receipt was lost comes again, byte for byte, and the bot refuses it', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001');
  server.loseReceipts = true;
  const id = await ann.send('hello');
  await bot.message(1);
  expect(server.waiting()).toMatchObject([{ id, deliveries: 1 }]);
  server.loseReceipts = false;
  server.drop();
  await bot.ended(2);
  bot.dial();
  await server.waitFor(() => server.waiting().length === 0, 'the copy is settled');
  expect(server.settledAs(id)).toEqual(['ack!487']);
  expect(server.lost).toEqual([{ id, from: ann.pn, error: '487' }]);
});

test('a phone answers a retry receipt with the same id', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001');
  await ann.send('hello');
  await bot.message(1);
  await bot.say(ann.pn, 'hi', 'R1');
  await ann.reply(1); // from here on her messages are no prekey messages
  server.loseReceipts = true;
  const id = await ann.send('again');
  await bot.message(2);
  server.loseReceipts = false;
  server.drop();
  await bot.ended(2);
  bot.dial();
  await bot.waitFor(() => bot.texts().filter((text) => text === 'again').length === 2, 'the content once more');
  await server.waitFor(() => server.waiting().length === 0, 'all is settled');
  expect(server.settledAs(id)).toEqual(['ack!500', 'receipt:inactive']);
  expect(server.lost).toEqual([]);
});

test('a phone that cannot read a reply asks for it, and gets it with the same id', async () => {
  const { server, bot } = await link();
  const ann = server.phone('96550000001');
  await bot.say(ann.pn, 'hi', 'R1');
  await ann.reply(1);
  await bot.garble(ann.pn, 'once more', 'R2');
  expect(await ann.reply(2)).toMatchObject({ id: 'R2', text: 'once more', timesSeen: 1 });
  expect(ann.unreadable.map(({ id }) => id)).toEqual(['R2']);
});

test('fifty people talk at once and each keeps its order', async () => {
  const { server, bot } = await link();
  const people = Array.from({ length: 50 }, (_, i) => server.phone(`9655000${1000 + i}`));
  const words = ['one', 'two', 'three', 'four'];
  await Promise.all(people.flatMap((one) => words.map((word) => one.send(word))));
  await bot.message(200);
  for (const one of people) {
    const mine = bot.heard.filter(({ key }) => key.remoteJid === one.pn).map(({ message }) => message?.conversation);
    expect(mine).toEqual(words);
  }
  await server.waitFor(() => server.waiting().length === 0, 'all is acknowledged');
});
