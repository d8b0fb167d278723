import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FakeWhatsApp, startWhatsApp } from '../test/whatsapp/server.ts';

/** A bot in a process of its own, linked to a fake WhatsApp of its own. */
export type BotProcess = { server: FakeWhatsApp; pid: number; stop(): Promise<void> };

/** Starts it with the environment of the product, and resolves when it is linked and open. */
export async function startBot(args: readonly string[], environment: Record<string, string>): Promise<BotProcess> {
  const server = await startWhatsApp();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment, WHATSAPP_URL: server.url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL')); // nobody else would end it if a measurement fails
  let said = '';
  let scanned = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
    const shown = /^QR (.*)\n/m.exec(said)?.[1] ?? '';
    if (shown === scanned) return;
    scanned = shown;
    server.scan(shown);
  });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the bot ended by itself (${code}): ${said}`);
  });
  died.catch(() => undefined); // its end is expected once it is stopped
  await Promise.race([died, server.paired(60_000).then(() => server.opened(60_000))]);
  return { server, pid: child.pid ?? 0, stop: () => stop(child, server) };
}

async function stop(child: ChildProcess, server: FakeWhatsApp): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await server.stop();
}
