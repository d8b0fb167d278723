/** Baileys stores a session only after the stanza has left: a person who answers a bot that died between could not be read. */
import { expect, test } from '@jest/globals';
import type { Login } from '../src/channels/baileys/login.ts';
import { connectTo, FENCE, loginOn, makeIntake, stand } from './channelStand.ts';
import { startRedis } from './redis.ts';
import { startWhatsApp } from './whatsapp/server.ts';

test('killed while a reply is on its way: what the person answers to it can be read', async () => {
  const [redis, server] = await Promise.all([startRedis(), startWhatsApp()]);
  const connection = connectTo(redis.url);
  await connection.set(FENCE.key, FENCE.token);
  const intake = makeIntake();
  const begin = async (login: Login) => {
    const { channel } = stand(server, login, { intake });
    await channel.start(intake);
    await intake.until(() => channel.state() === 'open', 'open');
    return channel;
  };
  const ann = server.phone('96550000001');
  const to = { kind: 'phone', value: ann.number } as const;
  const mortal = dying(loginOn(connection));
  const first = await begin(mortal.login);
  await ann.send('hello');
  await server.waitFor(() => server.waiting().length === 0, 'the first message is taken');

  mortal.die();
  const sending = first.send({ id: 'R1', to, text: 'a reply' });
  await Promise.race([ann.reply(1), mortal.died]);
  const early = ann.replies.length > 0 ? ann.send('an answer to it') : undefined;
  await early;
  await first.stop();
  await sending;
  const second = await begin(loginOn(connection));
  expect(await second.send({ id: 'R1', to, text: 'a reply' })).toBe('accepted');
  await ann.reply(1);
  await ann.send('an answer');
  await server.waitFor(() => server.waiting().length === 0, 'all is taken');

  expect(intake.accepted.map(({ content }) => content.kind)).not.toContain('undecryptable');
  expect(ann.unreadable).toEqual([]);
  expect(ann.replies.map(({ id }) => id)).toEqual(['R1']);
  await second.stop();
  connection.disconnect();
  await Promise.all([server.stop(), redis.stop()]);
});

/** A login that from `die` on stores no session any more, like a process that is dead. `died`: it would have stored one. */
function dying(login: Login) {
  let dead = false;
  let tell = () => {};
  const died = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const load = async () => {
    const state = await login.load();
    const set: typeof state.keys.set = async (data) => {
      if (!dead || !data.session) return state.keys.set(data);
      // what leaves before this write had to leave is on its way by now
      setImmediate(() => setImmediate(tell));
      throw new Error('this process is dead');
    };
    return { ...state, keys: { ...state.keys, set } };
  };
  const die = () => {
    dead = true;
  };
  return { login: { ...login, load }, died, die };
}
