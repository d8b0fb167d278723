import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Address } from '../src/channels/channel.ts';
import { taken } from './fakeTurn.ts';
import { fakeChannel, lid, type Process, phone, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** What can happen between two messages. */
type Step =
  | { do: 'write'; person: number; by: 'phone' | 'lid' | 'both'; words: string }
  | { do: 'again'; which: number }
  | { do: 'crash' }
  | { do: 'channel'; state: 'open' | 'connecting' }
  | { do: 'breathe' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        person: fc.integer({ min: 1, max: 3 }),
        by: fc.constantFrom('phone' as const, 'lid' as const, 'both' as const),
        words: fc.constantFrom('hello', 'two', 'file', 'help', 'quiet'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat(40) }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'crash' }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('channel' as const),
        state: fc.constantFrom('open' as const, 'connecting' as const),
      }),
    },
    { weight: 2, arbitrary: fc.constant<Step>({ do: 'breathe' }) },
  ),
  { minLength: 1, maxLength: 40 },
);
/** A person has both addresses from the first message on, so that the order of their messages is one order. */
const addresses = (person: number, by: 'phone' | 'lid' | 'both'): Address[] =>
  by === 'phone' ? [phone(person)] : by === 'lid' ? [lid(person)] : [lid(person), phone(person)];

/** Delivers until it is taken, as WhatsApp does: to whoever owns the number then. */
async function deliver(owner: () => Process, message: ReturnType<typeof says>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (
      await owner()
        .accept(message)
        .then(
          () => true,
          () => false,
        )
    )
      return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${message.id} was never accepted`);
}

test('any bursts, redeliveries, crashes and closed channels: every message is taken once and answered once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const here = stand(redis.url);
      const channel = fakeChannel();
      let owner = await here.process({ channel });
      const written: ReturnType<typeof says>[] = [];
      const deliveries: Promise<void>[] = [];
      for (const person of [1, 2, 3]) await owner.accept(says(`H${person}`, 'quiet', addresses(person, 'both')));
      for (const step of all) {
        if (step.do === 'write') {
          written.push(says(`M${written.length}`, step.words, addresses(step.person, step.by)));
          deliveries.push(deliver(() => owner, written.at(-1) ?? says('', '')));
        } else if (step.do === 'again') {
          const message = written[step.which];
          if (message) deliveries.push(deliver(() => owner, message));
        } else if (step.do === 'crash') {
          owner = await here.process({ channel }); // the old one goes on, unaware
          deliveries.push(owner.start());
        } else if (step.do === 'channel') {
          channel.is(step.state);
          owner.receive.changed(step.state);
        } else await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(deliveries);
      channel.is('open');
      const last = await here.process({ channel });
      await last.start();
      await last.settled();

      const answered = new Map(channel.sent.map(({ id, text }) => [id, text]));
      const said = [...answered.values()].join(' ').match(/M\d+/g) ?? [];
      let filed = 0;
      for (const person of [1, 2, 3]) {
        const ids = written.filter(({ from }) =>
          from.some((one) => one.value === phone(person).value || one.value === lid(person).value),
        );
        const found = await last.store.find([phone(person)]);
        const { kept, inbox, outbox } = await last.store.load(found.person ?? '');
        expect(
          taken(kept?.facts)
            .filter((id) => id !== `H${person}`)
            .sort(),
        ).toEqual(ids.map(({ id }) => id).sort());
        expect([inbox, outbox]).toEqual([[], []]);
        filed += kept?.facts.revision ?? 0;
      }
      expect(new Set(said).size).toBe(said.length);
      expect(await last.jobs.briefs.getWaitingCount()).toBe(filed);
      expect(await last.store.handovers()).toEqual([]);
      expect(await last.store.atWork()).toEqual([]);
      await here.close();
    }),
    { numRuns: Number(process.env['RUNS'] ?? 25) },
  );
}, 120_000);
