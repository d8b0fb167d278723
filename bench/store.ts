import { noFacts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';
import { hotPath } from '../src/redis/hotPath.ts';
import { alternate } from './alternate.ts';
import { makeBareCalls } from './bareCalls.ts';
import { cpu, cpuOf } from './cpu.ts';
import { makeCrowd } from './crowd.ts';
import { asMessage, dialogue, masked, world } from './dialogues.ts';
import { partsOf } from './parts.ts';
import { median, quantile, report, rounded } from './report.ts';
import { openStand } from './stand.ts';

/** Conversations at once, and how many dialogues make one round of it. */
const CROWDS = [
  { atOnce: 1, dialogues: 24 },
  { atOnce: 16, dialogues: 64 },
  { atOnce: 64, dialogues: 192 },
  { atOnce: 256, dialogues: 512 },
];
const ROUNDS = 5;

/** CPU (µs) a turn of this process and of Redis, turns a second, and how long (ms) the answers took. */
type Round = { cpu: number; redis: number; rate: number; took: number[] };

/** Turns with everything that keeps them, beside the least that could: two bare script calls a turn. */
export async function store(): Promise<void> {
  const crowd = makeCrowd();
  const stand = await openStand(crowd);
  const [host, port] = new URL(stand.redis.url).host.split(':');
  const connection = hotPath({ host: host ?? '', port: Number(port) });
  await connection.connect();
  const bare = await makeBareCalls(connection, { corked: false });
  const corked = await makeBareCalls(connection, { corked: true });

  const measured = async (talk: () => Promise<number[]>): Promise<Round> => {
    const [own, redis, began] = [cpu(), cpuOf(stand.redis.pid), performance.now()];
    const took = await talk();
    const seconds = (performance.now() - began) / 1_000;
    const [ownAfter, redisAfter] = [cpu(), cpuOf(stand.redis.pid)];
    const turns = took.length;
    return { cpu: (ownAfter - own) / turns, redis: (redisAfter - redis) / turns, rate: turns / seconds, took };
  };
  const withStore = (count: number, atOnce: number) =>
    measured(async () => {
      const took = await crowd.talk(stand.intake.receive, count, atOnce);
      await stand.intake.settled();
      return took;
    });

  await withStore(200, 50);
  await Promise.all([bare.talk(200, 50), corked.talk(200, 50)]);
  for (const { atOnce, dialogues } of CROWDS) {
    const rounds = await alternate<Round, 'pure' | 'store' | 'bare' | 'corked'>(ROUNDS, {
      pure: () => measured(() => pure(dialogues)),
      store: () => withStore(dialogues, atOnce),
      bare: () => measured(() => bare.talk(dialogues, atOnce)),
      corked: () => measured(() => corked.talk(dialogues, atOnce)),
    });
    tell(atOnce, rounds);
  }
  await parts(() => withStore(512, 64));
  connection.disconnect();
  await stand.close();
}

function tell(atOnce: number, { pure, store, bare, corked }: Record<'pure' | 'store' | 'bare' | 'corked', Round[]>): void {
  const name = `${atOnce} at once`;
  const cpus = (rounds: Round[]): number[] => rounds.map((round) => round.cpu);
  const rates = (rounds: Round[]): number => median(rounds.map(({ rate }) => rate));
  const redis = (rounds: Round[]): number => rounded(median(rounds.map((round) => round.redis)));
  const added = store.map((round, i) => round.cpu - (pure[i]?.cpu ?? 0));
  const by = (rounds: Round[]): number => median(added.map((one, i) => one / (rounds[i]?.cpu ?? 0)));
  report(
    { measure: `turn with store, ${name}`, value: median(cpus(store)), unit: 'µs CPU', reference: median(cpus(bare)) },
    { reference_is: 'two bare script calls', pure: rounded(median(cpus(pure))), pure_is: 'masking and turn' },
  );
  report(
    {
      measure: `store adds, ${name}`,
      value: median(added),
      unit: 'µs CPU',
      reference: median(cpus(bare)),
      ratio: by(bare),
      aim: { ratio: 1.5 },
    },
    {
      reference_is: 'two bare script calls',
      corked: rounded(median(cpus(corked))),
      ratio_to_corked: rounded(by(corked)),
      redis_cpu: redis(store),
      redis_cpu_bare: redis(bare),
    },
  );
  report(
    { measure: `turns a second, ${name}`, value: rates(store), unit: '1/s', reference: rates(bare) },
    { reference_is: 'two bare script calls', corked: rounded(rates(corked)) },
  );
  const times = (rounds: Round[]): number[] => rounds.flatMap(({ took }) => took);
  for (const [label, q] of [['p50', 0.5], ['p99', 0.99]] as const) {
    const reference = quantile(times(bare), q);
    report({ measure: `answer, ${label}, ${name}`, value: quantile(times(store), q), unit: 'ms', reference });
  }
}

/** The same turns without a store: what a message would cost anyway. */
async function pure(count: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    let facts = noFacts;
    for (const { text } of dialogue(n).steps) {
      facts = turn(facts, [asMessage(masked(text))], world()).facts;
      took.push(0);
    }
  }
  return took;
}

/** Where the time of a turn with the store goes. */
async function parts(work: () => Promise<Round>): Promise<void> {
  let round: Round | undefined;
  const shares = await partsOf(async () => {
    round = await work();
  }, {
    masked: 'masking', turn: 'turn', sealEntry: 'sealing', sealKept: 'sealing', sealBubble: 'sealing', deliver: 'queue',
    evalsha: 'sending commands', sendCommand: 'sending commands', onStreamRead: 'reading answers',
    doWrite: 'writing', writeGeneric: 'writing', outcome: 'outcome', hashOf: 'hashing', replyIds: 'hashing',
  });
  for (const [part, share] of Object.entries(shares)) {
    report({ measure: `turn with store: ${part}`, value: share * (round?.cpu ?? 0), unit: 'µs CPU' }, { share: rounded(share) });
  }
}
