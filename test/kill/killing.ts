import { setTimeout as pause } from 'node:timers/promises';
import type { BotHome, Life } from '../bot.ts';
import { drawMoment, moments, type Stage } from './moments.ts';

/** A moment that does not come within so many ms after the login is not waited for. */
const PATIENCE = 3_000;
const LOGIN_WITHIN = 60_000;

/**
 * Kills the bot with `kill -9` `kills` times, each time at a moment drawn by lot, and starts it again at once. It must not
 * run when this is called; resolves with the life after the last kill. Rejects when the bot ends by itself.
 */
export async function killing(
  home: BotHome,
  stage: Stage,
  kills: number,
  killed: (moment: string) => void,
): Promise<Life> {
  const { server } = stage;
  for (let n = 0; n < kills; n++) {
    const over = new AbortController();
    stage.signal = over.signal;
    const name = drawMoment(stage.random);
    const bot = home.start();
    const how = await Promise.race([moments[name]?.(stage), boredom(stage), bot.over]);
    if (how !== undefined) throw new Error(`the bot ended by itself: ${how}`);
    await bot.kill();
    over.abort();
    await server.closed();
    Object.assign(server, { loseReceipts: false, ackMessages: true });
    stage.onStanza = () => undefined;
    killed(name);
  }
  return home.start();
}

/** Settles some time after the login, which it measures. */
async function boredom(stage: Stage): Promise<void> {
  const { server, signal } = stage;
  const started = performance.now();
  await server.waitFor(() => signal.aborted || server.isOpen, 'the bot is logged in', LOGIN_WITHIN);
  if (!signal.aborted) stage.opening = 0.7 * stage.opening + 0.3 * (performance.now() - started);
  await pause(PATIENCE, undefined, { signal });
}
