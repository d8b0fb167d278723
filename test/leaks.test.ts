import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { noFacts } from '../src/dialogue/facts.ts';
import { pack } from '../src/redis/record.ts';
import { seal } from '../src/redis/sealing.ts';
import { filesIn, leaks } from './leaks.ts';

const NEEDLE = '966507731042';
const WORD = 'زمردخانة';
const resp = (...parts: Buffer[]) =>
  Buffer.concat(parts.flatMap((part) => [Buffer.from(`\r\n$${part.length}\r\n`), part, Buffer.from('\r\n')]));
const known = { value: 'KW', words: NEEDLE, message: 'M1', at: 0 };
const kept = { facts: { ...noFacts, known: { country: known } }, from: [], due: {}, cases: {} };

test.each([
  ['as it is', Buffer.from(`{"jid":"${NEEDLE}@s.whatsapp.net"}`)],
  ['with a plus', Buffer.from(`from +${NEEDLE}.`)],
  ['in Arabic-Indic digits', Buffer.from('رقم ٩٦٦٥٠٧٧٣١٠٤٢')],
  ['in Persian digits', Buffer.from('۹۶۶۵۰۷۷۳۱۰۴۲')],
  ['in UTF-16', Buffer.from(`x${NEEDLE}`, 'utf16le')],
  ['in hex', Buffer.from(Buffer.from(`x${NEEDLE}`).toString('hex'))],
  ['in base64, first', Buffer.from(Buffer.from(`${NEEDLE} x`).toString('base64'))],
  ['in base64, second', Buffer.from(Buffer.from(`x${NEEDLE} x`).toString('base64'))],
  ['in base64, third', Buffer.from(Buffer.from(`xx${NEEDLE} x`).toString('base64'))],
  [
    'in a string of an append-only file',
    resp(Buffer.from('set'), Buffer.from('name'), Buffer.from(`the ${NEEDLE} is here`)),
  ],
  ['compressed in an append-only file', resp(Buffer.from('set'), deflateRawSync(`nobody sees ${NEEDLE} here`))],
  [
    'gzipped, in base64',
    Buffer.from(JSON.stringify({ box: gzipSync(`nobody sees ${NEEDLE} here`).toString('base64') })),
  ],
  ['as facts that were packed and not sealed', resp(Buffer.from('set'), pack(kept))],
])('a needle is found %s', (_, bytes) => {
  expect(leaks([NEEDLE], [{ name: 'file', bytes }])[0]).toMatchObject({ needle: NEEDLE });
});

test.each([
  ['in JSON escapes', `"${[...WORD].map((letter) => `\\u0${letter.charCodeAt(0).toString(16)}`).join('')}"`],
  ['in percent encoding', encodeURIComponent(`?q=${WORD}`)],
])('a word is found %s', (_, text) => {
  expect(leaks([WORD], [{ name: 'file', bytes: Buffer.from(text) }])).toHaveLength(1);
});

test('a name is found without regard to case', () => {
  expect(leaks(['Umm Zumurrud'], [{ name: 'log', bytes: Buffer.from('hello UMM zumurrud') }])).toHaveLength(1);
});

test('what is sealed is not found', () => {
  const box = seal(Buffer.alloc(32, 7), 'name', pack(kept));
  const sources = [box, resp(Buffer.from('set'), box), Buffer.from(box.toString('base64'))];
  expect(
    leaks(
      [NEEDLE],
      sources.map((bytes, i) => ({ name: String(i), bytes })),
    ),
  ).toEqual([]);
});

test('every file below a folder is looked at, but those named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leaks-'));
  writeFileSync(join(folder, 'planted.aof'), `*1\r\n$12\r\n${NEEDLE}\r\n`);
  writeFileSync(join(folder, 'master.key'), NEEDLE);
  expect(leaks([NEEDLE], filesIn(folder, ['master.key']))).toEqual([
    { needle: NEEDLE, form: 'plain', in: 'planted.aof' },
  ]);
  rmSync(folder, { recursive: true });
});
