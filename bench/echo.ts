import '../src/channels/baileys/quiet.ts';
import { randomBytes } from 'node:crypto';
import { baileys } from '../src/channels/baileys/baileys.ts';
import { realClock } from '../src/channels/baileys/clock.ts';
import { showQr } from '../src/channels/baileys/showQr.ts';
import type { Receive } from '../src/channels/channel.ts';
import { configOrExit } from '../src/config.ts';
import { clock } from '../src/intake/clock.ts';
import { makeLog } from '../src/log.ts';
import { openRedis } from '../src/redis/connection.ts';
import { hotPath } from '../src/redis/hotPath.ts';
import { keysOf } from '../src/redis/keys.ts';
import { lease } from '../src/redis/lease.ts';
import { makeLogin } from '../src/redis/login.ts';
import { derived, keyedHash, open, seal } from '../src/redis/sealing.ts';

/**
 * A bare echo bot in a process of its own: the same socket, login, lock and key cache, each message stored by one write
 * before it is acknowledged, and sent back. It takes its environment as the product does, and ends by a signal.
 */
export async function echo(): Promise<void> {
  const config = configOrExit();
  const log = makeLog(config.LOG_LEVEL);
  const place = await openRedis(config, log);
  const keys = keysOf('echo', config.NUMBER);
  const [redis, loginRedis] = [hotPath(place.options), hotPath(place.options)];
  await Promise.all([redis.connect(), loginRedis.connect()]);
  const held = await lease({ redis, keys, clock, lost: () => process.exit(1) });
  const loginKey = derived(config.MASTER_KEY, 'login');
  const login = makeLogin({
    redis: loginRedis,
    key: keys.login,
    fence: held.fence,
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
  const receive: Receive = {
    async accept({ content, from: [to] }) {
      if (content.kind !== 'text' || !to) return;
      await redis.rpush(keys.inbox('all'), content.text);
      const id = `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;
      channel.send({ id, to, text: content.text }).catch((error: unknown) => log.error('failed', { error }));
    },
    known: async () => false,
    composing: () => undefined,
    sentText: async () => null,
    changed: () => undefined,
  };
  // Baileys leaves timers behind after its end, so the process must be ended.
  process.once('SIGTERM', () => void channel.stop().finally(() => process.exit(0)));
  await channel.start(receive);
}
