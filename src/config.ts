import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { localKey } from './localKey.ts';

const WHATSAPP_HOST = 'web.whatsapp.com';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const KEY_BYTES = 32;

const redisUrl = z.url({ protocol: /^rediss?$/, error: 'must be a redis:// or rediss:// URL' }).optional();

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64 (openssl rand -base64 32)`)
  .optional();

const orOff = (least: number, most: number) =>
  z
    .string()
    .transform((text) => (text === 'off' ? null : /^\d+$/.test(text) ? Number(text) : Number.NaN))
    .refine((n) => n === null || (n >= least && n <= most), `must be a whole number from ${least} to ${most}, or off`);

const ms = z.coerce.number({ error: 'must be a whole number of milliseconds' }).int().min(0).max(600_000);

/** Nothing but TLS protects this connection, so it goes to WhatsApp itself or stays on this machine. */
const whatsappUrl = z.url({ protocol: /^wss?$/, error: 'must be a wss:// URL' }).refine((text) => {
  const url = new URL(text);
  return LOOPBACK.includes(url.hostname) || (url.protocol === 'wss:' && url.host === WHATSAPP_HOST);
}, `must lead to wss://${WHATSAPP_HOST} or to this machine`);

/** Every variable the product reads; each is explained in `.env.example`, which a test holds to this list. */
export const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    DATA_DIR: z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
    REDIS_URL: redisUrl,
    KEYS_URL: redisUrl,
    ALLOW_EVERYSEC: z.stringbool().default(false),
    MASTER_KEY: key,
    BRIEFS_KEY: key,
    NUMBER: z
      .string()
      .regex(/^[a-z0-9-]{1,32}$/, 'must be 1 to 32 of a-z, 0-9 and -')
      .default('main'),
    WHATSAPP_URL: whatsappUrl.default(`wss://${WHATSAPP_HOST}/ws/chat`),
    QUIET_WINDOW_MS: ms.default(1_000),
    QUIET_CAP_MS: ms.default(8_000),
    PACE: z.stringbool().default(true),
    SEND_PER_MINUTE: orOff(1, 6_000).default(null),
    HEALTH_HOST: z.string().default('127.0.0.1'),
    HEALTH_PORT: orOff(0, 65_535).default(8_080),
  })
  .refine((env) => env.QUIET_CAP_MS >= env.QUIET_WINDOW_MS, {
    path: ['QUIET_CAP_MS'],
    error: 'must not be less than QUIET_WINDOW_MS',
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    for (const name of ['MASTER_KEY', 'BRIEFS_KEY'] as const) {
      if (!env[name]) context.addIssue({ code: 'custom', path: [name], message: 'must be set in production' });
    }
  });

/** The environment as the product uses it: named as the variables are, checked, both keys at hand. `null` is off. */
export type Config = Readonly<
  Omit<z.output<typeof environment>, 'MASTER_KEY' | 'BRIEFS_KEY'> & { MASTER_KEY: Buffer; BRIEFS_KEY: Buffer }
>;

/** The environment cannot be used. `message` is for the person who starts the program and holds no value of it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the environment. An empty variable is a missing one. Outside production a missing key is made once and kept in
 * `DATA_DIR` (mode 0600). Throws `ConfigError` naming every variable at fault.
 */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(`The environment cannot be used:\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  return Object.freeze({
    ...env,
    MASTER_KEY: env.MASTER_KEY ?? keptIn(env.DATA_DIR, 'master.key'),
    BRIEFS_KEY: env.BRIEFS_KEY ?? keptIn(env.DATA_DIR, 'briefs.key'),
  });
}

function keptIn(folder: string, name: string): Buffer {
  try {
    return localKey(resolve(folder, name), KEY_BYTES);
  } catch (error) {
    throw new ConfigError(`DATA_DIR cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * `readConfig` of the process, with the file `.env` of the current folder beneath it (a variable already set wins).
 * When the environment cannot be used it says so once on stderr and ends the process with code 1.
 */
export function configOrExit(): Config {
  try {
    const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
    return readConfig({ ...file, ...process.env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
