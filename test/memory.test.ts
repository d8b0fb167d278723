import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Facts, Known } from '../src/dialogue/facts.ts';
import { lid, phone, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const id = (n: number): string => `3EB0${(0x9e3779b97f4a7c15n * BigInt(n + 1)).toString(16).slice(-16).toUpperCase()}`;
const at = 1_790_000_000_000;
const said = (n: number, value: unknown, words: string): Known => ({
  value,
  words,
  message: id(n),
  at: at + n * 61_007,
});
const question =
  'والدتي تعاني من ألم مستمر في الظهر منذ سنتين وقيل لنا إن الحل عملية تثبيت فقرات، هل توجد طريقة بدون جراحة وما الذي ينصح به الأطباء عندكم';
const facts: Facts = {
  schema: 1,
  language: 'ar',
  phoneCountry: 'KW',
  noticed: at,
  heardAt: at + 900_000,
  revision: 0,
  decisions: [],
  known: {
    writer: said(1, 'child', 'أنا ابنتها'),
    country: said(2, 'KW', 'نحن من الكويت، منطقة السالمية'),
    language: said(3, ['ar', 'en'], 'عربي وشوية انجليزي'),
    direction: said(4, 'spine', 'العمود الفقري والديسك'),
    goal: said(5, 'second_opinion', 'نبغى رأي ثاني قبل ما نقرر العملية'),
    age_group: said(6, '60+', 'عمرها ثلاثة وستين'),
    dates: said(
      7,
      { kind: 'range', from: '2027-03-09', to: '2027-04-30', granularity: 'month' },
      'بعد العيد بأسبوعين تقريبا',
    ),
    family_size: said(8, 3, 'أنا وأختي معها'),
    question: said(9, question, question),
  },
};

test('an open conversation costs less than 2 KB of Redis memory in all', async () => {
  const here = stand(redis.url);
  const bot = await here.process({
    turn: () => ({ facts, effects: [{ type: 'reply', text: 'نعم' }], deadlines: { remind: at + 1, expire: at + 2 } }),
  });
  expect(Buffer.byteLength(JSON.stringify(facts))).toBeGreaterThan(1_500);
  const used = async (): Promise<number> => {
    const names = (await bot.redis.keys(`${here.namespace}*`)).filter((name) => !name.startsWith(here.keys.sent('')));
    const sizes = await Promise.all(
      names.map(async (name) => Number(await bot.redis.memory('USAGE', name, 'SAMPLES', 0))),
    );
    return sizes.reduce((all, size) => all + size, 0);
  };
  const persons = 200;
  for (let n = 0; n < 10; n++) await bot.accept(says(id(n), 'x', [lid(9_000), phone(9_000)]));
  await bot.settled();
  const before = await used();
  for (let m = 0; m < 24; m++) {
    await Promise.all(
      Array.from({ length: persons }, (_, p) =>
        bot.accept(says(id(p * 100 + m), 'x', [lid(1_000 + p), phone(1_000 + p)])),
      ),
    );
    await bot.settled();
  }
  expect(((await used()) - before) / persons).toBeLessThan(2_000);
  await here.close();
});
