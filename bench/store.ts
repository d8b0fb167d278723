import { alternate } from './alternate.ts';
import { type BareCalls, makeBareCalls } from './bareCalls.ts';
import { cpu, cpuOf } from './cpu.ts';
import { type Crowd, makeCrowd } from './crowd.ts';
import { partsOf } from './parts.ts';
import { median, quantile, report, rounded } from './report.ts';
import { openStand, type Stand } from './stand.ts';
import { stockedCore } from './stockedCore.ts';

/** Conversations at once, and how many dialogues make one round of it. */
const CROWDS = [
  { atOnce: 1, dialogues: 16 },
  { atOnce: 16, dialogues: 64 },
  { atOnce: 64, dialogues: 128 },
  { atOnce: 256, dialogues: 256 },
];
const ROUNDS = 5;

/** CPU (µs) a turn of this process and of Redis; turns a second; how long (ms) the answers took. */
type Round = { cpu: number; redis: number; rate: number; took: number[] };
/** `whole`: turns with the store. `store`: the same without the pure core. `bare`, `corked`: two script calls in their place. */
type Rounds = Record<'whole' | 'store' | 'bare' | 'corked', Round[]>;

/** Turns with everything that keeps them, beside the least that could: two bare script calls a turn. */
export async function store(): Promise<void> {
  const [crowd, others] = [makeCrowd(), makeCrowd()];
  const whole = await openStand(crowd);
  const stocked = await openStand(others, { turn: stockedCore(), mask: (text) => ({ text }) });
  const connection = await stocked.connect();
  const bare = await makeBareCalls(connection, { corked: false });
  const corked = await makeBareCalls(connection, { corked: true });

  const withStore = (stand: Stand, people: Crowd) => (count: number, atOnce: number) =>
    measured(stand.redis.pid, async () => {
      const took = await people.talk(stand.intake.receive, count, atOnce);
      await stand.intake.settled();
      return took;
    });
  const calls =
    ({ talk }: BareCalls) =>
    (count: number, atOnce: number) =>
      measured(stocked.redis.pid, () => talk(count, atOnce));
  const sides = {
    whole: withStore(whole, crowd),
    store: withStore(stocked, others),
    bare: calls(bare),
    corked: calls(corked),
  };

  for (const talk of Object.values(sides)) await talk(150, 50);
  for (const { atOnce, dialogues } of CROWDS) {
    const rounds = await alternate<Round, keyof Rounds>(ROUNDS, {
      whole: () => sides.whole(dialogues, atOnce),
      store: () => sides.store(dialogues, atOnce),
      bare: () => sides.bare(dialogues, atOnce),
      corked: () => sides.corked(dialogues, atOnce),
    });
    tell(`${atOnce} at once`, rounds);
  }
  await tellParts('turn with store', () => sides.whole(512, 64));
  await tellParts('what the store adds', () => sides.store(1_024, 64));
  connection.disconnect();
  await Promise.all([whole.close(), stocked.close()]);
}

async function measured(redisPid: number, talk: () => Promise<number[]>): Promise<Round> {
  const now = (): number[] => [cpu(), cpuOf(redisPid), performance.now()];
  const before = now();
  const took = await talk();
  const [own = 0, redis = 0, ms = 0] = now().map((value, i) => (value - (before[i] ?? 0)) / took.length);
  return { cpu: own, redis, rate: 1_000 / ms, took };
}

function tell(name: string, { whole, store, bare, corked }: Rounds): void {
  const of = (rounds: Round[], one: 'cpu' | 'redis' | 'rate'): number => median(rounds.map((round) => round[one]));
  const by = (rounds: Round[]): number => median(store.map((one, i) => one.cpu / (rounds[i]?.cpu ?? 0)));
  report(
    { measure: `turn with store, ${name}`, value: of(whole, 'cpu'), unit: 'µs CPU', reference: of(bare, 'cpu') },
    { reference_is: 'two bare script calls' },
  );
  report(
    {
      measure: `store adds, ${name}`,
      value: of(store, 'cpu'),
      unit: 'µs CPU',
      reference: of(bare, 'cpu'),
      ratio: by(bare),
      aim: { ratio: 1.5 },
    },
    {
      reference_is: 'two bare script calls, as ioredis makes them',
      corked: rounded(of(corked, 'cpu')),
      ratio_to_corked: rounded(by(corked)),
      redis_cpu: rounded(of(store, 'redis')),
      redis_cpu_bare: rounded(of(bare, 'redis')),
    },
  );
  report(
    { measure: `turns a second, ${name}`, value: of(whole, 'rate'), unit: '1/s', reference: of(bare, 'rate') },
    {
      reference_is: 'two bare script calls',
      without_core: rounded(of(store, 'rate')),
      corked: rounded(of(corked, 'rate')),
    },
  );
  for (const [label, q] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const time = (rounds: Round[]): number =>
      quantile(
        rounds.flatMap(({ took }) => took),
        q,
      );
    report({ measure: `answer, ${label}, ${name}`, value: time(whole), unit: 'ms', reference: time(bare) });
  }
}

/** Which functions do which part of a turn with the store. */
const functions = {
  'mask mask': 'masking',
  'turn turn': 'turn',
  sealEntry: 'sealing',
  sealKept: 'sealing',
  sealBubble: 'sealing',
  hashOf: 'hashing',
  replyIds: 'hashing',
  deliver: 'queue',
  evalsha: 'sending commands',
  sendCommand: 'sending commands',
  uncork: 'writing',
  onStreamRead: 'reading answers',
  outcome: 'outcome',
  forCase: 'key of a case',
  create: 'key of a person',
};

/** Where the time goes. */
async function tellParts(name: string, work: () => Promise<Round>): Promise<void> {
  const done: Round[] = [];
  const shares = await partsOf(async () => done.push(await work()), functions);
  for (const [part, share] of Object.entries(shares)) {
    report(
      { measure: `${name}: ${part}`, value: share * (done[0]?.cpu ?? 0), unit: 'µs CPU' },
      { share: rounded(share) },
    );
  }
}
