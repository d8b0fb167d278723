import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { replay } from './replay.ts';
import { lintReply } from './replyLint.ts';

const folder = new URL('./dialogues/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

test('there are at least 25 conversations', () => {
  expect(files.length).toBeGreaterThanOrEqual(25);
});

test.each(files)('%s goes as written', (name) => {
  const file = new URL(name, folder);
  const written = readFileSync(file, 'utf8');
  const { text, replies } = replay(written);
  if (process.env.UPDATE === '1') writeFileSync(file, text);
  else expect(text).toBe(written);
  expect(replies.flatMap((reply) => lintReply(reply.text, reply.language))).toEqual([]);
});
