import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const production = { NODE_ENV: 'production', MASTER_KEY: KEY, BRIEFS_KEY: KEY };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the environment', () => {
  test('as .env.example is the default', () => {
    const keys = { MASTER_KEY: KEY, BRIEFS_KEY: KEY };
    const example = parseEnv(readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8'));
    expect(readConfig({ ...example, ...keys })).toEqual(readConfig(keys));
  });

  test('is read into one object that cannot be changed', () => {
    const config = readConfig({
      ...production,
      QUIET_WINDOW_MS: '250',
      SEND_PER_MINUTE: '30',
      HEALTH_PORT: 'off',
      PACE: 'off',
    });
    expect(config).toMatchObject({ QUIET_WINDOW_MS: 250, SEND_PER_MINUTE: 30, HEALTH_PORT: null, PACE: false });
    expect(config.MASTER_KEY).toEqual(Buffer.alloc(32, 7));
    expect(Object.isFrozen(config)).toBe(true);
  });

  test.each([
    ['REDIS_URL', 'http://somewhere'],
    ['KEYS_URL', 'somewhere'],
    ['MASTER_KEY', Buffer.alloc(16).toString('base64')],
    ['WHATSAPP_URL', 'wss://web.whatsapp.com.example.org/ws/chat'],
    ['WHATSAPP_URL', 'ws://web.whatsapp.com/ws/chat'],
    ['NUMBER', 'with {braces}'],
    ['QUIET_WINDOW_MS', 'soon'],
    ['QUIET_CAP_MS', '10'],
    ['PACE', 'sometimes'],
    ['SEND_PER_MINUTE', '6001'],
    ['HEALTH_PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'staging'],
    ['ALLOW_EVERYSEC', 'perhaps'],
  ])('with %s=%s is refused, naming the variable and not its value', (name, value) => {
    const read = () => readConfig({ ...production, [name]: value });
    expect(read).toThrow(`at ${name}`);
    expect(read).not.toThrow(value);
  });

  test.each(['ws://127.0.0.1:4000/ws/chat', 'wss://localhost/ws/chat', 'ws://[::1]:4000/'])('may lead to %s', (url) => {
    expect(readConfig({ ...production, WHATSAPP_URL: url }).WHATSAPP_URL).toBe(url);
  });

  test('names everything that is wrong at once, on stderr, and ends with code 1', () => {
    const result = start({ NODE_ENV: 'production', HEALTH_PORT: 'x' });
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('');
    for (const name of ['MASTER_KEY', 'BRIEFS_KEY', 'HEALTH_PORT']) expect(result.stderr).toContain(`at ${name}`);
    expect(result.stderr).not.toContain(' at file:');
  });

  test('comes from .env too, beneath what is already set', () => {
    writeFileSync(join(folder, '.env'), `NUMBER=from-file\nQUIET_CAP_MS=9000\nMASTER_KEY=${KEY}\nBRIEFS_KEY=${KEY}\n`);
    const result = start({ NUMBER: 'from-outside' });
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual(['from-outside', 9000]);
  });
});

describe('a key that is not set', () => {
  test('is made once, readable by this user alone, and said once', () => {
    const [first, second] = [start({ DATA_DIR: folder }), start({ DATA_DIR: folder })];
    expect(first.stderr.match(/Made a key/g)).toHaveLength(2);
    expect(second.stderr).toBe('');
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    const config = readConfig({ DATA_DIR: folder });
    expect(config.MASTER_KEY).toEqual(readConfig({ DATA_DIR: folder }).MASTER_KEY);
    expect(config.MASTER_KEY).not.toEqual(config.BRIEFS_KEY);
    expect(config.MASTER_KEY).toHaveLength(32);
  });

  test('lies in a folder that is closed to others, also when they could enter it before', () => {
    chmodSync(folder, 0o755);
    readConfig({ DATA_DIR: folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('is not replaced when the file is damaged', () => {
    writeFileSync(join(folder, 'master.key'), 'half a k');
    expect(() => readConfig({ DATA_DIR: folder })).toThrow(/DATA_DIR.*master\.key does not hold a key/);
    expect(readFileSync(join(folder, 'master.key'), 'utf8')).toBe('half a k');
  });
});

/** The config as a program gets it that starts in `folder`: says its number and quiet cap. */
function start(variables: Record<string, string>) {
  const config = JSON.stringify(join(import.meta.dirname, '..', 'src', 'config.ts'));
  const script = `import(${config}).then(({ configOrExit }) => {
    const { NUMBER, QUIET_CAP_MS } = configOrExit();
    console.log(JSON.stringify([NUMBER, QUIET_CAP_MS]));
  })`;
  const tsx = import.meta.resolve('tsx');
  const env = { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...variables };
  return spawnSync(process.execPath, ['--import', tsx, '-e', script], { cwd: folder, env, encoding: 'utf8' });
}
