import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedisServer } from '../src/redis/launch.ts';

/** A redis-server of one test file's own: real, on loopback, in a folder of its own, gone when the test process is. */
export type TestRedis = {
  url: string;
  dir: string;
  readonly pid: number;
  /** Sends the signal and resolves when the server is dead; the folder stays for `restart`. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends the server if it lives, as `kill -9` would, and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** Ends the server and removes its folder. Call it in `afterAll`. */
  stop(): Promise<void>;
};

/**
 * Starts a redis-server with `noeviction` and, unless `appendonly` is false, an append-only file with
 * `appendfsync always`. Resolves once it answers; rejects with the server's own words if it does not start.
 */
export async function startRedis({ appendonly = true }: { appendonly?: boolean } = {}): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'test-redis-'));
  let port = await freePort();
  let server = await launch(port, dir, appendonly).catch(async () => {
    port = await freePort(); // another test took the port between the look and the bind
    return launch(port, dir, appendonly);
  });

  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (!ended(server.child)) {
      const exit = once(server.child, 'exit');
      server.child.kill(signal);
      await exit;
    }
    server.watchdog.kill('SIGKILL');
  };

  return {
    url: `redis://127.0.0.1:${port}`,
    dir,
    get pid() {
      return server.child.pid ?? 0;
    },
    kill,
    restart: async () => {
      await kill('SIGKILL');
      server = await launch(port, dir, appendonly);
    },
    stop: async () => {
      await kill('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

type Server = { child: ChildProcess; watchdog: ChildProcess };

async function launch(port: number, dir: string, appendonly: boolean): Promise<Server> {
  const settings = [
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--logfile', ''],
    ['--appendonly', appendonly ? 'yes' : 'no', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'],
  ];
  const child = spawn(findRedisServer() ?? 'redis-server', settings.flat(), { stdio: ['ignore', 'pipe', 'pipe'] });
  const started = ready(child);
  const watchdog = watch(child.pid ?? 0, dir);
  try {
    await started;
    await answering(port, child.pid ?? 0);
    return { child, watchdog };
  } catch (error) {
    watchdog.kill('SIGKILL');
    child.kill('SIGKILL');
    throw error;
  }
}

/** Resolves when the server says that it takes connections; rejects with its words when it ends before. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('eady to accept connections')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server did not start: ${said}`)));
  });
}

/** Resolves when the server on `port` answers PING and is the one we started. */
async function answering(port: number, pid: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (part) => {
    answer += part.toString();
    if (/process_id:\d+\r\n/.test(answer)) socket.end();
  });
  socket.write('PING\r\nINFO server\r\n');
  await once(socket, 'close');
  if (!answer.startsWith('+PONG') || !answer.includes(`process_id:${pid}\r\n`)) {
    throw new Error(`port ${port} is not answered by process ${pid}`);
  }
}

/** Ends the server and its folder even when the test process is killed: its end of the pipe closes with it. */
function watch(pid: number, dir: string): ChildProcess {
  const script = `cat >/dev/null; ${pid > 0 ? `kill -9 ${pid} 2>/dev/null;` : ''} rm -rf "$1"`;
  const watchdog = spawn('sh', ['-c', script, 'watchdog', dir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  if (watchdog.stdin instanceof Socket) watchdog.stdin.unref();
  return watchdog;
}

/** A port below the range the system hands out by itself, so that it is still ours after a restart. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
