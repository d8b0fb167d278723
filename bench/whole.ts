import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRedis } from '../test/redis.ts';
import { alternate } from './alternate.ts';
import { type BotProcess, startBot } from './botProcess.ts';
import { cpuOf } from './cpu.ts';
import { dialogue } from './dialogues.ts';
import { median, quantile, report, rounded } from './report.ts';

const ROUNDS = 7;
/** Phones that talk at once; each round has new ones. */
const PHONES = 16;

/** CPU (µs) a message of the bot and of Redis, messages and bubbles a second, bubbles a message, and the answers' time (ms). */
type Round = { cpu: number; redis: number; rate: number; bubbles: number; took: number[] };

/** The whole bot on its socket beside a bare echo bot on the same; both answer the same people. */
export async function whole(): Promise<void> {
  const redis = await startRedis();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const key = (): string => randomBytes(32).toString('base64');
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    MASTER_KEY: key(),
    BRIEFS_KEY: key(),
    HEALTH_PORT: 'off',
    PACE: 'off',
    QUIET_WINDOW_MS: '0',
    QUIET_CAP_MS: '0',
    LOG_LEVEL: 'warn',
  };
  const root = fileURLToPath(new URL('..', import.meta.url));
  const bot = await startBot([join(root, 'src/main.js'), 'start'], environment);
  const echo = await startBot([join(root, 'bench/main.js'), 'echo'], environment);
  let people = 0;
  const round = async (which: BotProcess, answers: (n: number, at: number) => number): Promise<Round> => {
    const first = people;
    people += PHONES;
    const phones = Array.from({ length: PHONES }, (_, i) =>
      which.server.phone(`9665${String(first + i).padStart(8, '0')}`),
    );
    const took: number[] = [];
    const say = async (n: number, from: number, to?: number): Promise<void> => {
      const phone = phones[n];
      for (const [at, { text }] of [...dialogue(n).steps.entries()].slice(from, to)) {
        const began = performance.now();
        await phone?.send(text);
        for (let left = answers(n, at); left > 0; left--) await phone?.next(60_000);
        took.push(performance.now() - began);
      }
    };
    // the first message of each begins its session, which costs both the same and much more than any later one
    await Promise.all(phones.map((_, n) => say(n, 0, 1)));
    took.length = 0;
    const heard = (): number => phones.reduce((sum, phone) => sum + phone.replies.length, 0);
    const [own, stored, greeted, began] = [cpuOf(which.pid), cpuOf(redis.pid), heard(), performance.now()];
    await Promise.all(phones.map((_, n) => say(n, 1)));
    const seconds = (performance.now() - began) / 1_000;
    await which.server.waitFor(() => which.server.waiting().length === 0, 'everything is acknowledged');
    const messages = took.length;
    return {
      cpu: (cpuOf(which.pid) - own) / messages,
      redis: (cpuOf(redis.pid) - stored) / messages,
      rate: messages / seconds,
      bubbles: (heard() - greeted) / messages,
      took,
    };
  };

  const talk = {
    bot: () => round(bot, (n, at) => dialogue(n).steps[at]?.replies.length ?? 0),
    echo: () => round(echo, () => 1),
  };
  await alternate(2, talk);
  tell(await alternate(ROUNDS, talk));
  await Promise.all([bot.stop(), echo.stop()]);
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0); // Baileys' codec in the fake server leaves timers behind
}

function tell({ bot, echo }: Record<'bot' | 'echo', Round[]>): void {
  const of = (rounds: Round[], name: 'cpu' | 'redis' | 'rate' | 'bubbles'): number =>
    median(rounds.map((round) => round[name]));
  const ratio = (name: 'cpu' | 'rate'): number => median(bot.map((round, i) => round[name] / (echo[i]?.[name] ?? 0)));
  const times = (rounds: Round[], q: number): number =>
    quantile(
      rounds.flatMap(({ took }) => took),
      q,
    );
  const bubbles = { bubbles_a_message: rounded(of(bot, 'bubbles')), of_reference: rounded(of(echo, 'bubbles')) };
  report(
    {
      measure: 'whole bot on the socket',
      value: of(bot, 'cpu'),
      unit: 'µs CPU a message',
      reference: of(echo, 'cpu'),
      ratio: ratio('cpu'),
      aim: { ratio: 1.25 },
    },
    { reference_is: 'a bare echo bot', ...bubbles },
  );
  const each = ({ cpu, bubbles }: Round): number => cpu / (1 + bubbles);
  report(
    {
      measure: 'whole bot: a message or a bubble',
      value: median(bot.map(each)),
      unit: 'µs CPU',
      reference: median(echo.map(each)),
      ratio: median(bot.map((round, i) => each(round) / each(echo[i] ?? round))),
    },
    { because: 'a bubble costs the socket as much as a message, and the bot says more bubbles than the echo' },
  );
  report({
    measure: 'whole bot: Redis',
    value: of(bot, 'redis'),
    unit: 'µs CPU a message',
    reference: of(echo, 'redis'),
  });
  report(
    {
      measure: 'whole bot: messages a second',
      value: of(bot, 'rate'),
      unit: '1/s',
      reference: of(echo, 'rate'),
      ratio: ratio('rate'),
    },
    { phones: PHONES },
  );
  for (const [label, q] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    report({ measure: `whole bot: answer, ${label}`, value: times(bot, q), unit: 'ms', reference: times(echo, q) });
  }
}
