import type { BotHome, Life } from './bot.ts';
import { type FakeWhatsApp, qrFrom } from './whatsapp/server.ts';

const WITHIN = 60_000;

/** Starts the bot for the first time and scans the code that it shows; resolves with its life once it has come back with its login. */
export async function linkBot(home: BotHome, server: FakeWhatsApp): Promise<Life> {
  const bot = home.start();
  const shown = new Promise<string>((resolve, reject) => {
    home.onOutput = () => {
      const qr = qrFrom(home.output());
      if (qr) resolve(qr);
    };
    bot.over.then((how) => reject(new Error(`the bot ended before it was linked: ${how}\n${home.output()}`)), reject);
  });
  server.scan(await shown);
  home.onOutput = () => undefined;
  await server.paired(WITHIN);
  await server.opened(WITHIN);
  return bot;
}
