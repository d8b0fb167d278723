import { parseArgs } from 'node:util';
import { createClient } from 'redis';
import { deskLanguages } from '../locales/deskWords.ts';
import { printWaiting } from './brief/printWaiting.ts';
import { configOrExit } from './config.ts';
import { makeLog } from './log.ts';
import { openRedis } from './redis/connection.ts';
import { chatNumber, keysOf, NAMESPACE } from './redis/keys.ts';
import { acknowledge, waitingBriefs } from './redis/waitingBriefs.ts';

/** `npm run -s briefs`: open alerts first, then waiting briefs, as text a coordinator can read; `--ack ID` takes an alert off. */
export async function briefs(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { lang: { type: 'string', default: 'ru' }, ack: { type: 'string' } } });
  const language = deskLanguages.find((each) => each === values.lang);
  if (!language) throw new Error(`npm run -s briefs -- --lang ${deskLanguages.join('|')} --ack ID`);
  const config = configOrExit();
  const place = await openRedis(config, makeLog(config.LOG_LEVEL));
  const [client, keyStore] = [createClient(place.nodeRedisOptions), createClient(place.nodeKeysOptions)];
  await Promise.all([client, keyStore].map((each) => each.connect()));
  // What was filed in the terminal stands beside what came by WhatsApp.
  const numbers = [config.NUMBER, chatNumber(config.NUMBER)];
  const id = values.ack;
  const found = await Promise.all(
    numbers.map((number) => id !== undefined && acknowledge(client, keysOf(NAMESPACE, number), id)),
  );
  const acknowledged = id === undefined || found.includes(true);
  if (!acknowledged) process.stderr.write('No open alert has this id.\n');
  const waiting = await waitingBriefs({
    client,
    keyStore,
    namespace: NAMESPACE,
    numbers,
    briefs: config.BRIEFS_KEY,
  });
  process.stdout.write(`${printWaiting(waiting, language)}\n`);
  client.destroy();
  keyStore.destroy();
  await place.stop();
  process.exit(acknowledged ? 0 : 1);
}
