import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { table, wrongsOf } from './importTable.ts';

const root = join(import.meta.dirname, '..');

test('every file imports only what its folder may, touches no media, and swallows no error', () => {
  const files = ['src', 'flows', 'locales', 'train'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  expect(files.length).toBeGreaterThan(Object.keys(table).length);
  expect(files.flatMap((file) => wrongsOf(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['src/dialogue/turn.ts', "import { open } from 'node:fs/promises';"],
  ['src/dialogue/turn.ts', "import { Redis } from 'ioredis';"],
  ['src/dialogue/turn.ts', "import {\n  acceptor,\n} from '../intake/accept.ts';"],
  ['src/dialogue/turn.ts', 'const now = Date.now();'],
  ['src/understanding/dates.ts', 'const today = new Date();'],
  ['src/understanding/dates.ts', "import type { Facts } from '../dialogue/facts.ts';"],
  ['src/brief/print.ts', 'const salt = Math.random();'],
  ['src/brief/print.ts', "import { turn } from '../dialogue/turn.ts';"],
  ['src/brief/print.ts', "export { turn } from '../dialogue/turn.ts';"],
  ['src/intake/outbox.ts', "import { Redis } from '../redis/connection.ts';"],
  ['src/channels/baileys/socket.ts', "const { turn } = await import('../../dialogue/turn.ts');"],
  ['src/channels/baileys/socket.ts', "import { downloadMediaMessage } from '@whiskeysockets/baileys';"],
  ['src/main.ts', 'await baileys.downloadMediaMessage(message);'],
  ['src/redis/keys.ts', "import '../main.ts';"],
  ['src/start.ts', "import './main.ts';"],
  ['src/intake/outbox.ts', "import { house } from '../house.ts';"],
  ['src/helpers/strings.ts', ''],
  ['src/log.ts', 'try { write(); } catch {}'],
  ['src/log.ts', 'write().catch(() => {});'],
  ['flows/family.ts', "import { t } from '../src/dialogue/words.ts';"],
  ['src/understanding/dates.ts', "import { modelFrom } from '../../train/model.ts';"],
])('%s would fail with: %s', (file, source) => {
  expect(wrongsOf(file, source)).toHaveLength(1);
});

test.each([
  ['src/brief/print.ts', "import type { Facts } from '../dialogue/facts.ts';"],
  ['src/dialogue/turn.ts', 'const day = new Date(heard.at); // never Date.now()'],
  ['src/dialogue/words.ts', "import ar from '../../locales/ar/lines.json' with { type: 'json' };"],
  ['src/redis/keys.ts', "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();"],
  ['src/log.ts', 'read().catch((error) => { log(error); });'],
])('%s may hold: %s', (file, source) => {
  expect(wrongsOf(file, source)).toEqual([]);
});
