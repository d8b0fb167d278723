import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelState } from './channels/channel.ts';
import type { Log } from './log.ts';

/** How long Redis may take before it counts as away. */
const ANSWER_MS = 1_000;

/** Where the state is read; `waiting` rejects or stays silent while Redis is away. */
export type HealthSources = { whatsapp(): ChannelState; waiting(): Promise<Record<string, number>> };

/**
 * Answers `GET /health` with a line of JSON: `{"whatsapp":…,"redis":"ok"|"away","waiting":{…}}`, `waiting` only while
 * Redis is there. 200 when messages come through, 503 when not: WhatsApp is not open or Redis is away. It is for
 * watching, not for restarting: a restart brings back neither. Rejects when the address is taken.
 */
export async function serveHealth(
  at: { host: string; port: number },
  sources: HealthSources,
  log: Log,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/health' || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404).end();
      return;
    }
    healthOf(sources, log).then(
      ({ well, ...state }) => {
        response.writeHead(well ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(`${JSON.stringify(state)}\n`);
      },
      (error: unknown) => {
        log.error('failed', { error });
        response.writeHead(503).end();
      },
    );
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}/health`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function healthOf(sources: HealthSources, log: Log) {
  const whatsapp = sources.whatsapp();
  const done = new AbortController();
  const silence = pause(ANSWER_MS, null, { signal: done.signal }).catch(() => null);
  const waiting = await Promise.race([sources.waiting(), silence]).catch((error: unknown) => {
    log.warn('redis_away', { error });
    return null;
  });
  done.abort();
  const redis = waiting ? 'ok' : 'away';
  return { well: whatsapp === 'open' && redis === 'ok', whatsapp, redis, ...(waiting && { waiting }) };
}
