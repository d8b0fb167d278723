import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');

/** One life of the bot's process. */
export type Life = {
  /** `kill -9`, sent at once; resolves when it is dead. */
  kill(): Promise<void>;
  /** Asks it to end (SIGTERM) and resolves with its exit code. */
  end(): Promise<number | null>;
  /** Resolves when it is dead and all of its output is read: with its exit code, or the signal that ended it. */
  over: Promise<number | NodeJS.Signals | null>;
};

/** Where one bot lives: compiled as `npm start` compiles it, with a data folder (and in it a Redis) of its own. */
export type BotHome = {
  /** `DATA_DIR`: keys, Redis, append-only files. */
  data: string;
  /** The socket of the Redis that the bot starts in its data folder. */
  redis: { path: string };
  /** Everything that any life wrote to stdout and stderr. */
  output(): string;
  /** Called with every piece of output. */
  onOutput: (text: string) => void;
  key(name: 'master.key' | 'briefs.key'): Promise<Buffer>;
  /** Starts the bot; the life before must have ended. */
  start(): Life;
  /** Ends the bot and its Redis and removes everything. */
  remove(): Promise<void>;
};

/** Compiles the bot into a folder of its own. Types are checked elsewhere. `environment` is added to the bot's. */
export async function makeBot(environment: Record<string, string>): Promise<BotHome> {
  const dir = await mkdtemp(join(tmpdir(), 'bot-'));
  const watchdog = watch(dir);
  const tsc = join(root, 'node_modules/.bin/tsc');
  await promisify(execFile)(tsc, ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(dir, 'dist')], {
    cwd: root,
  });
  await copyFile(join(root, 'package.json'), join(dir, 'package.json'));
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  const data = join(dir, 'data');
  await mkdir(data, { mode: 0o700 });
  const written: string[] = [];
  let life: Life | undefined;

  const home: BotHome = {
    data,
    redis: { path: join(data, 'redis', 'redis.sock') },
    output: () => written.join(''),
    onOutput: () => undefined,
    key: async (name) => Buffer.from(await readFile(join(data, name), 'utf8'), 'base64'),
    start() {
      // as `npm start` does after its prestart; the folder is empty but for the bot, so no `.env` of a developer counts
      const args = ['--disable-warning=ExperimentalWarning', 'dist/src/main.js', 'start'];
      const env = { PATH: process.env['PATH'], DATA_DIR: data, HEALTH_PORT: 'off', PACE: 'off', ...environment };
      const child = spawn(process.execPath, args, { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          written.push(text);
          home.onOutput(text);
        });
      }
      // read by the watchdog; should it come too late, the next one is not
      writeFile(join(dir, 'bot.pid'), String(child.pid)).catch((error: unknown) => void written.push(String(error)));
      life = lifeOf(child);
      return life;
    },
    async remove() {
      await life?.kill();
      watchdog.stdin?.end();
      await once(watchdog, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
  return home;
}

function lifeOf(child: ChildProcess): Life {
  const over = once(child, 'close').then(() => child.exitCode ?? child.signalCode);
  return {
    over,
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
    async end() {
      child.kill('SIGTERM');
      await over;
      return child.exitCode;
    },
  };
}

/**
 * Ends the bot's Redis, which outlives the bot by design, and a bot that is left, once its own standard input closes: at
 * `remove`, or when the test process is killed.
 */
function watch(dir: string): ChildProcess {
  const script = `cat >/dev/null
for file in bot.pid data/redis/redis.pid; do
  pid=$(cat "$1/$file" 2>/dev/null) || continue
  { cat "/proc/$pid/cmdline" 2>/dev/null || ps -o command= -p "$pid"; } |
    grep -aqE 'dist/src/main.js|(redis|valkey)-server' && kill -9 "$pid"
done
rm -rf "$1"`;
  const watchdog = spawn('sh', ['-c', script, 'watchdog', dir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  if (watchdog.stdin instanceof Socket) watchdog.stdin.unref();
  return watchdog;
}
