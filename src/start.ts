import './channels/baileys/quiet.ts';
import { createClient } from 'redis';
import { baileys } from './channels/baileys/baileys.ts';
import { realClock } from './channels/baileys/clock.ts';
import { showQr } from './channels/baileys/showQr.ts';
import { configOrExit } from './config.ts';
import { serveHealth } from './health.ts';
import { openHouse } from './house.ts';
import { clock } from './intake/clock.ts';
import { atMost } from './intake/pace.ts';
import { makeLog } from './log.ts';
import { countWaiting } from './redis/countWaiting.ts';
import { hotPath } from './redis/hotPath.ts';
import { NAMESPACE } from './redis/keys.ts';
import { makeLogin } from './redis/login.ts';
import { derived, keyedHash, open, seal } from './redis/sealing.ts';

/** `npm start`: Redis, WhatsApp, the intake and the health page, until a signal ends it or the number is lost. */
export async function start(): Promise<void> {
  const config = configOrExit();
  const log = makeLog(config.LOG_LEVEL);
  const house = await openHouse({ config, log, namespace: NAMESPACE, lost: () => end(1) });
  const loginRedis = hotPath(house.place.options);
  loginRedis.on('error', (error: Error) => log.warn('redis_error', { error }));
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
  const health =
    config.HEALTH_PORT === null
      ? null
      : await serveHealth(
          { host: config.HEALTH_HOST, port: config.HEALTH_PORT },
          { whatsapp: channel.state, waiting: async () => ({ ...(await countWaiting(reader, house.keys)) }) },
          log,
        );
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
  let ending = false;
  async function end(code: number): Promise<void> {
    if (ending) return;
    ending = true;
    log.info('stopping');
    await channel.stop();
    await intake.stop();
    await health?.stop();
    reader.destroy();
    loginRedis.disconnect();
    await house.close();
    // Baileys leaves timers behind after its end.
    process.exit(code);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0));
  await intake.start();
  await channel.start(intake.receive);
}
