import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unpack } from '../src/redis/record.ts';

/** Bytes to look through, and where they are from. */
export type Source = { name: string; bytes: Buffer };

/** Something private that stands where it must not: the needle, its form, and where. */
export type Leak = { needle: string; form: string; in: string };

/** The shortest text that is taken for base64 or for something compressed. */
const SHORTEST = 16;

/**
 * Looks for each needle in each source: as it is and without regard to case, in Arabic-Indic and Persian digits, as
 * UTF-16, hex, base64, JSON escapes and percent encoding; and inside what can be unpacked without a key: the strings of
 * an append-only file, base64 and anything compressed. Sealed boxes are what should be found nothing in.
 */
export function leaks(needles: readonly string[], sources: readonly Source[]): Leak[] {
  const wanted = needles.flatMap((needle) => formsOf(needle).map(([form, bytes]) => ({ needle, form, bytes })));
  return sources.flatMap((source) =>
    views(source).flatMap(({ name, bytes }) => {
      const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
      return wanted
        .filter((one) => bytes.includes(one.bytes) || (one.form === 'plain' && lower.includes(one.bytes)))
        .map(({ needle, form }) => ({ needle, form, in: name }));
    }),
  );
}

/** Every file below the folder but those named. Sockets are no files. */
export function filesIn(folder: string, but: readonly string[] = []): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !but.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}

function formsOf(needle: string): [form: string, bytes: Buffer][] {
  const scripts = [needle, ...[0x660, 0x6f0].map((zero) => inDigits(needle, zero))];
  const plain = [...new Set([...scripts, needle.toLowerCase()])];
  return plain.flatMap((text): [string, Buffer][] => [
    ['plain', Buffer.from(text)],
    ['utf16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(Buffer.from(text).toString('hex'))],
    ...[0, 1, 2].map((shift): [string, Buffer] => ['base64', base64At(text, shift)]),
    ...written(text, 'escaped', text.replace(/[^\x20-\x7e]/g, escaped)),
    ...written(text, 'percent', encodeURIComponent(text)),
  ]);
}

/** Another way to write the text, if it is one. */
const written = (text: string, form: string, other: string): [string, Buffer][] =>
  other === text ? [] : [[form, Buffer.from(other)]];

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

const inDigits = (text: string, zero: number): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)));

/** The middle of the base64 of a text that has the needle at an offset of `shift` bytes: what does not depend on its neighbours. */
function base64At(text: string, shift: number): Buffer {
  const length = Buffer.byteLength(text);
  const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
  return Buffer.from(whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + length) * 8) / 6)));
}

/** The source, and one view more that holds everything unpacked from it. */
function views({ name, bytes }: Source): Source[] {
  const decoded = base64In(bytes);
  const pieces = [...decoded, ...[...stringsOf(bytes), ...decoded].flatMap(unpacked)];
  return [
    { name, bytes },
    { name: `${name}, unpacked`, bytes: Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.of(0)])) },
  ];
}

/** The strings of an append-only file (RESP: `$<length>\r\n<bytes>\r\n`), longer ones only; of any other file none. */
function stringsOf(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf('\r\n$'); at !== -1; at = bytes.indexOf('\r\n$', at)) {
    const end = bytes.indexOf('\r\n', at + 3);
    const length = Number(bytes.toString('latin1', at + 3, end === -1 ? at + 3 : Math.min(end, at + 14)) || Number.NaN);
    if (!Number.isInteger(length)) {
      at += 3;
      continue;
    }
    if (length >= SHORTEST) found.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length;
  }
  return found;
}

function base64In(bytes: Buffer): Buffer[] {
  return (bytes.toString('latin1').match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).map((text) =>
    Buffer.from(text, 'base64'),
  );
}

const unpackings: ((bytes: Buffer) => Buffer)[] = [
  (bytes) => Buffer.from(JSON.stringify(unpack(bytes))),
  gunzipSync,
  inflateSync,
  inflateRawSync,
];

function unpacked(bytes: Buffer): Buffer[] {
  return unpackings.flatMap((open) => {
    try {
      return [open(bytes)];
    } catch (error) {
      return error instanceof Error ? [] : [Buffer.from(String(error))]; // not packed this way
    }
  });
}
