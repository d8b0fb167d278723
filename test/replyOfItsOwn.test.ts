/**
 * Baileys lends its transaction to whatever is set going while it lasts, through the async context: a reply that a message
 * sets going would write its ratchet into a transaction that is long over. Hence what a message sets going is no part of it.
 */
import { expect, test } from '@jest/globals';
import type { Inbound } from '../src/channels/channel.ts';
import { connectTo, FENCE, loginOn, makeIntake, stand } from './channelStand.ts';
import { startRedis } from './redis.ts';
import { startWhatsApp } from './whatsapp/server.ts';

test('replies that begin while a message is being stored leave both sides able to read', async () => {
  const [redis, server] = await Promise.all([startRedis(), startWhatsApp()]);
  const connection = connectTo(redis.url);
  await connection.set(FENCE.key, FENCE.token);
  const intake = makeIntake();
  const { channel } = stand(server, loginOn(connection), { intake });
  const sends: Promise<unknown>[] = [];
  intake.before = ({ id, from: [to], content }: Inbound) => {
    if (!to || content.kind !== 'text') return;
    const say = async (text: string) => channel.send({ id: `${id}${text}`, to, text });
    sends.push(new Promise((resolve) => setTimeout(resolve)).then(() => say('A')).then(() => say('B')));
  };
  await channel.start(intake);
  await intake.until(() => channel.state() === 'open', 'open');

  const ann = server.phone('96550000001');
  for (let n = 1; n <= 6; n++) {
    await ann.send(`message ${n}`);
    await ann.reply(2 * n);
  }
  await Promise.all(sends);
  await server.waitFor(() => server.waiting().length === 0, 'all is acknowledged');
  expect(intake.accepted.map(({ content }) => content)).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => ({ kind: 'text', text: `message ${n}` })),
  );
  expect(ann.unreadable).toEqual([]);
  expect(ann.replies.map(({ text }) => text).join('')).toBe('ABABABABABAB');
  await channel.stop();
  connection.disconnect();
  await Promise.all([server.stop(), redis.stop()]);
});
