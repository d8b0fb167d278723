import './channels/baileys/quiet.ts';
import { createClient } from 'redis';
import { baileys } from './channels/baileys/baileys.ts';
import { realClock } from './channels/baileys/clock.ts';
import { showQr } from './channels/baileys/showQr.ts';
import { type Config, configOrExit } from './config.ts';
import { serveHealth } from './health.ts';
import { openHouse } from './house.ts';
import { clock } from './intake/clock.ts';
import { atMost } from './intake/pace.ts';
import { type Log, makeLog } from './log.ts';
import { countWaiting } from './redis/countWaiting.ts';
import { hotPath } from './redis/hotPath.ts';
import { NAMESPACE } from './redis/keys.ts';
import { makeLogin } from './redis/login.ts';
import { derived, keyedHash, open, seal } from './redis/sealing.ts';

/** How long (ms) an orderly end may take. */
const END_WITHIN = 10_000;

/** `npm start`: Redis, WhatsApp, the intake and the health page, until a signal ends it or the number is lost. */
export async function start(): Promise<void> {
  const config = configOrExit();
  const log = makeLog(config.LOG_LEVEL);
  const { begun, ...ends } = ending(log);
  await run(config, log, ends).catch((error: unknown) => {
    if (!begun()) throw error;
    log.warn('failed', { place: 'starting', error }); // the end took away what the beginning was using
  });
}

async function run(config: Config, log: Log, { steps, end }: Pick<Ending, 'steps' | 'end'>): Promise<void> {
  const house = await openHouse({ config, log, namespace: NAMESPACE, lost: () => end(1) });
  steps.unshift(house.close);
  const loginRedis = hotPath(house.place.options);
  loginRedis.on('error', (error: Error) => log.warn('redis_error', { error }));
  steps.unshift(() => loginRedis.disconnect());
  await loginRedis.connect();
  const loginKey = derived(config.MASTER_KEY, 'login');
  const login = makeLogin({
    redis: loginRedis,
    key: house.keys.login,
    fence: house.lease.fence,
    seal: (plain, aad) => seal(loginKey, aad, plain),
    open: (box, aad) => open(loginKey, aad, box),
    hash: (text) => keyedHash(loginKey, text).toString('base64url', 0, 12),
  });
  const channel = baileys({
    url: config.WHATSAPP_URL,
    login,
    onQr: (text) => void showQr(text, process.stderr),
    clock: realClock,
    random: Math.random,
    log,
  });
  const intake = house.open(channel, {
    quiet: config.QUIET_WINDOW_MS,
    cap: config.QUIET_CAP_MS,
    pace: config.PACE,
    ...(config.SEND_PER_MINUTE === null ? {} : { allowed: atMost(config.SEND_PER_MINUTE, clock) }),
    committed: (person, effects) => log.info('turn_done', { person, count: effects.length }),
  });
  const reader = createClient(house.place.nodeRedisOptions);
  reader.on('error', (error: Error) => log.warn('redis_error', { error }));
  await reader.connect();
  steps.unshift(() => reader.destroy());
  const health =
    config.HEALTH_PORT === null
      ? null
      : await serveHealth(
          { host: config.HEALTH_HOST, port: config.HEALTH_PORT },
          { whatsapp: channel.state, waiting: async () => ({ ...(await countWaiting(reader, house.keys)) }) },
          log,
        );
  if (health) steps.unshift(health.stop);
  process.stderr.write(
    [
      `MVM Care intake bot, number "${config.NUMBER}".`,
      `  ${house.place.describe()}`,
      `  Keys and data: ${config.DATA_DIR}`,
      ...(health ? [`  Health: ${health.url}`] : []),
      '  Next: scan the QR code with the phone of the bot (Linked devices). Briefs: npm run -s briefs',
      '',
    ].join('\n'),
  );
  steps.unshift(channel.stop, intake.stop); // no message is taken any more, then none is answered
  await intake.start();
  await channel.start(intake.receive);
}

type Ending = { steps: (() => unknown)[]; end: (code: number) => void; begun: () => boolean };

/**
 * The end of this process: by a signal or by `end`, once. `steps` are done first to last, each whatever became of the one
 * before; a second signal, or `END_WITHIN`, waits for none of them.
 */
function ending(log: Log): Ending {
  const steps: (() => unknown)[] = [];
  let begun = false;
  const leave = async (code: number): Promise<void> => {
    log.info('stopping');
    setTimeout(() => process.exit(1), END_WITHIN);
    for (let step = steps.shift(); step; step = steps.shift()) {
      try {
        await step();
      } catch (error) {
        log.error('failed', { place: 'stopping', error });
      }
    }
    // Baileys leaves timers behind after its end.
    process.exit(code);
  };
  const end = (code: number): void => {
    if (begun) return;
    begun = true;
    void leave(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (begun ? process.exit(1) : end(0)));
  return { steps, end, begun: () => begun };
}
