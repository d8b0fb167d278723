import { createInterface } from 'node:readline';
import { makeLog } from '../src/log.ts';
import { openRedis } from '../src/redis/connection.ts';

/**
 * A command that uses the Redis of the data folder named by its argument, for `holdRedis.ts` to start: says
 * where Redis is in one JSON line, and leaves when told `stop`. An interrupt does not end it: it is still "finishing".
 */
process.on('SIGINT', () => process.stdout.write('interrupted\n'));
const DATA_DIR = process.argv[2] ?? '';
const settings = { NODE_ENV: 'test', DATA_DIR, ALLOW_EVERYSEC: false } as const;
const place = await openRedis(settings, makeLog('warn'));
process.stdout.write(`${JSON.stringify({ kind: place.kind, options: place.options })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'stop') break;
}
await place.stop();
process.stdin.destroy();
