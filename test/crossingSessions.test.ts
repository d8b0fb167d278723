/**
 * Baileys begins a new Signal session with a person after every dial and every few minutes; what they wrote before they
 * knew it comes in the older one. libsignal tries a message on every session and leaves those that failed spoilt.
 */
import { expect, test } from '@jest/globals';
import { connectTo, FENCE, loginOn, makeIntake, stand } from './channelStand.ts';
import { startRedis } from './redis.ts';
import { startWhatsApp } from './whatsapp/server.ts';

test('a message of the older session, crossing the first reply of a new one, leaves the new one readable', async () => {
  let onKeys = (): unknown => undefined;
  const [redis, server] = await Promise.all([
    startRedis(),
    startWhatsApp({ onStanza: ({ tag, attrs }) => tag === 'iq' && attrs['xmlns'] === 'usync' && onKeys() }),
  ]);
  const connection = connectTo(redis.url);
  await connection.set(FENCE.key, FENCE.token);
  const intake = makeIntake();
  const { channel } = stand(server, loginOn(connection), { intake });
  await channel.start(intake);
  await intake.until(() => channel.state() === 'open', 'open');
  const ann = server.phone('96550000001');
  const to = { kind: 'phone', value: ann.number } as const;
  const heard = () => intake.accepted.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));

  await ann.send('first');
  await intake.until(() => heard().length === 1, 'the first message');
  await channel.send({ id: 'R1', to, text: 'a reply' });
  await ann.send('second');
  await intake.until(() => heard().length === 2, 'the second message');

  server.drop();
  await intake.until(() => channel.state() !== 'open', 'down');
  await intake.until(() => channel.state() === 'open', 'open again');
  onKeys = () => ann.send('in the older session');
  await channel.send({ id: 'R2', to, text: 'in the new session' });
  onKeys = () => undefined;
  await intake.until(() => heard().length === 3, 'what crossed the reply');

  await ann.reply(2);
  await ann.send('in the new session');
  await intake.until(() => heard().length === 4, 'the answer');
  await channel.send({ id: 'R3', to, text: 'the last reply' });
  await ann.reply(3);
  expect(heard()).toEqual(['first', 'second', 'in the older session', 'in the new session']);
  expect(ann.unreadable).toEqual([]);
  await channel.stop();
  connection.disconnect();
  await Promise.all([server.stop(), redis.stop()]);
});
