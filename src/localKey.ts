import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { tightFolder } from './tightFolder.ts';

/**
 * The key kept in the file at `path` (base64, mode 0600), made and said on stderr when there is none. Two processes
 * that ask at the same moment get the same key. Its folder is made and closed to others. Throws when the file holds something else than a key of `length` bytes.
 */
export function localKey(path: string, length: number): Buffer {
  tightFolder(dirname(path));
  const kept = readKey(path) ?? makeKey(path, length);
  const key = Buffer.from(kept, 'base64');
  if (key.length !== length) throw new Error(`${path} does not hold a key of ${length} bytes`);
  return key;
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written whole under another name and then linked, so that nobody reads half a key and the first one wins. */
function makeKey(path: string, length: number): string {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(length).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
    process.stderr.write(`Made a key: ${path}. What is stored cannot be read without it; keep a copy.\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
