import '../whatsapp/longTimers.ts';
import { Redis } from 'ioredis';
import { makeBot } from '../bot.ts';
import { settledBy, tracesOf } from '../filed.ts';
import { leaks } from '../leaks.ts';
import { linkBot } from '../linkBot.ts';
import { startWhatsApp } from '../whatsapp/server.ts';
import { families, NUMBERS } from './families.ts';
import { killing } from './killing.ts';
import type { Stage } from './moments.ts';
import { seeded } from './random.ts';
import { PLANTED } from './scripts.ts';
import { violations } from './verdict.ts';

export type KillTest = { seed: number; kills: number; phones: number; progress: (line: string) => void };

export type Summary = Omit<KillTest, 'progress'> & {
  families: number;
  replies: number;
  /** Copies of replies that came again with their own id, which a phone folds into one. */
  copies: number;
  logins: number;
  /** Kills by the moment they were meant for. */
  moments: Record<string, number>;
  seconds: number;
  /** Bytes that were searched for private data. */
  searched: number;
  violations: string[];
};

const tooEarly = (how: unknown): never => {
  throw new Error(`ended too early: ${how ?? 'the talk'}`);
};

/** Families talk with the bot while it is killed again and again; then all that was promised is looked at. */
export async function killTest({ seed, kills, phones, progress }: KillTest): Promise<Summary> {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1_000);
  const server = await startWhatsApp({ onStanza: (node) => stage.onStanza(node) });
  const home = await makeBot({ WHATSAPP_URL: server.url, QUIET_WINDOW_MS: '0', QUIET_CAP_MS: '0', LOG_LEVEL: 'debug' });
  const stage: Stage = {
    server,
    random: seeded(seed),
    redis: home.redis,
    onStanza: () => undefined,
    opening: 2_000,
    signal: new AbortController().signal,
  };
  const counts: Record<string, number> = {};
  let n = 0;
  try {
    await (await linkBot(home, server)).kill();
    const redis = new Redis(home.redis);
    await redis.config('SET', 'rdbcompression', 'no'); // so that the search sees into a rewritten append-only file
    redis.disconnect();
    const talk = families(server, phones);
    const killed = (moment: string) => {
      counts[moment] = (counts[moment] ?? 0) + 1;
      if (++n % 10 === 0)
        progress(`${n} of ${kills} kills, ${talk.done()} of ${talk.all.length} families done, ${seconds()} s`);
    };
    const bot = await Promise.race([killing(home, stage, kills, killed), talk.talking.then(tooEarly)]);
    talk.enough();
    await Promise.race([talk.talking, bot.over.then(tooEarly)]);
    progress(`all ${talk.all.length} families are done, ${seconds()} s`);
    const filed = await settledBy(home);
    const wrong = violations(filed, server, talk.all);
    const code = await bot.end();
    const sources = tracesOf(home, filed);
    const found = leaks([NUMBERS, ...PLANTED], sources).map((leak) => `a leak: ${JSON.stringify(leak)}`);
    const replies = talk.all.flatMap(({ phone }) => phone.replies);
    return {
      seed,
      kills,
      phones,
      families: talk.all.length,
      replies: replies.length,
      copies: replies.reduce((sum, { timesSeen }) => sum + timesSeen - 1, 0),
      logins: server.logins,
      moments: counts,
      seconds: seconds(),
      searched: sources.reduce((sum, { bytes }) => sum + bytes.length, 0),
      violations: [...wrong, ...found, ...(code === 0 ? [] : [`the bot ended with ${code}`])],
    };
  } finally {
    await home.remove();
    await server.stop();
  }
}
