import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lid, phone, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

test('neither words nor addresses stand in Redis in clear, and what the mask removes is never written', async () => {
  const here = stand(redis.url);
  const bot = await here.process({ mask: (text) => ({ text: text.replace('784-1990', '[id]') }) });
  const words = ['ظهر', 'secretword', '784-1990'];
  const written: string[] = [];
  const watcher = await bot.redis.duplicate({ enableOfflineQueue: true }).monitor();
  watcher.on('monitor', (_time: string, args: string[]) => written.push(args.join(' ')));
  await bot.accept(says('A1', `${words.join(' ')} file consent help`, [lid(1), phone(1)]));
  await bot.accept({
    id: 'A2',
    from: [phone(1)],
    at: 1,
    content: { kind: 'file', file: 'medical_file', caption: '784-1990' },
  });
  await bot.accept({ id: 'A3', from: [phone(1)], at: 1, content: { kind: 'edit', of: 'A1', text: '784-1990' } });
  await bot.settled();
  watcher.disconnect();

  const all = written.join('\n') + JSON.stringify(await here.contents(bot.redis));
  expect(all).toContain(here.keys.work);
  for (const secret of [...words, phone(1).value, lid(1).value, 'ألم في الظهر']) expect(all).not.toContain(secret);
  const { person } = await bot.store.find([phone(1)]);
  const { kept } = await bot.store.load(person ?? '');
  expect(JSON.stringify(kept)).not.toContain('784-1990');
  await here.close();
});
