import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { connectTo, FENCE, loginOn, type Stand, stand } from './channelStand.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type FakeWhatsApp, startWhatsApp } from './whatsapp/server.ts';

let redis: TestRedis;
let connection: Redis;
let server: FakeWhatsApp;
let bot: Stand;

beforeAll(async () => {
  [redis, server] = await Promise.all([startRedis(), startWhatsApp()]);
  connection = connectTo(redis.url);
  await connection.set(FENCE.key, FENCE.token);
  bot = stand(server, loginOn(connection));
  await bot.channel.start(bot.intake);
  await bot.intake.until(() => bot.channel.state() === 'open', 'open');
});

afterAll(async () => {
  await bot.channel.stop();
  connection.disconnect();
  await Promise.all([server.stop(), redis.stop()]);
});

const taken = (id: string) =>
  bot.intake.until(() => bot.intake.accepted.find((one) => one.id === id), `${id} accepted`);
const settled = (id: string) =>
  server.waitFor(() => server.settledAs(id).length > 0 && server.settledAs(id), `${id} settled`);

test('pairs by the code it shows, and dials again at once when asked to', () => {
  expect(bot.qrs).toHaveLength(1);
  expect(server.logins).toBe(1);
  expect(bot.clock.waits).toEqual([]);
});

test('every kind arrives once as what it is, and no file is come near to', async () => {
  const ann = server.phone('96550000001');
  const text = await ann.send('السلام عليكم');
  const rows: [Promise<string> | string, unknown][] = [
    [text, { kind: 'text', text: 'السلام عليكم' }],
    [ann.disappearing('soon gone'), { kind: 'text', text: 'soon gone' }],
    [ann.image(), { kind: 'file', file: 'unknown_image' }],
    [ann.image('my civil id', { directPath: true }), { kind: 'file', file: 'id_image', caption: 'my civil id' }],
    [ann.viewOnce(), { kind: 'file', file: 'unknown_image' }],
    [ann.viewOnceUnavailable(), { kind: 'file', file: 'unknown_image' }],
    [ann.video(), { kind: 'file', file: 'medical_video' }],
    [
      ann.document('Salem.pdf', 'تقرير', { directPath: true }),
      { kind: 'file', file: 'medical_file', caption: 'تقرير' },
    ],
    [ann.voice(4), { kind: 'voice', seconds: 4 }],
    [ann.sticker(), { kind: 'sticker' }],
    [ann.contact(), { kind: 'contact' }],
    [ann.location(), { kind: 'location' }],
    [ann.poll('which?', ['a', 'b']), { kind: 'unsupported' }],
    [ann.reaction(text, '👍'), { kind: 'reaction', of: text, emoji: '👍' }],
    [ann.edit(text, 'new words'), { kind: 'edit', of: text, text: 'new words' }],
    [ann.delete(text), { kind: 'delete', of: text }],
  ];
  for (const [sending, content] of rows) {
    const id = await sending;
    expect((await taken(id)).content).toEqual(content);
    expect(await settled(id)).toEqual(['receipt:inactive']);
  }
  expect(bot.intake.accepted).toHaveLength(rows.length);
  expect(server.media.connections).toBe(0);
});

test('one person keeps both addresses whichever a message comes from, and the reply address is first', async () => {
  const bob = server.phone('96550000002');
  const [phone, lid] = [
    { kind: 'phone', value: bob.number },
    { kind: 'lid', value: bob.lid.split('@')[0] },
  ];
  const ways = [{ via: 'pn' }, { via: 'lid' }, { via: 'lid', alt: false }, { via: 'pn', alt: false }] as const;
  for (const way of ways) {
    const { from } = await taken(await bob.send('hello', way));
    expect(from).toEqual(way.via === 'pn' ? [phone, lid] : [lid, phone]);
  }
});

test('groups, status, broadcast lists and newsletters go no further, and are not refused either', async () => {
  const eve = server.phone('96550000003');
  const ids = [
    await eve.sendTo('status@broadcast', 'x'),
    await eve.sendTo('120363000000000009@g.us', 'x'),
    await eve.sendTo('1700000000@broadcast', 'x'),
    server.newsletter('x'),
  ];
  for (const id of ids) expect((await settled(id))[0]).not.toContain('!');
  await taken(await eve.send('only this'));
  expect(bot.intake.accepted.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test('words typed on the bot’s own phone are a colleague; an echo of what we said is not', async () => {
  const fay = server.phone('96550000004');
  const id = await server.typedOnOwnPhone(fay, 'this is Olga');
  expect(await taken(id)).toMatchObject({
    content: { kind: 'colleague' },
    from: [{ kind: 'phone', value: fay.number }, { kind: 'lid' }],
  });
  bot.intake.sentText = async () => 'ours';
  const echo = await server.typedOnOwnPhone(fay, 'what we said');
  await settled(echo);
  bot.intake.sentText = async (of) => bot.intake.sent.get(of) ?? null;
  expect(bot.intake.accepted.some((one) => one.id === echo)).toBe(false);
});

test('typing is told both ways', async () => {
  const guy = server.phone('96550000005');
  await taken(await guy.send('hi'));
  guy.typing(true);
  await bot.intake.until(() => bot.intake.composed.includes(guy.number), 'composing');
  await bot.channel.typing({ kind: 'phone', value: guy.number });
  await server.waitFor(() => guy.shown.includes('composing'), 'typing shown');
});
