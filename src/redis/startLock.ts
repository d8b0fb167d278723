import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^lock\.(\d+)$/;

/** Tokens of the locks this process holds: a lock with our process id and another token is left from an earlier life. */
const ours = new Set<string>();

/**
 * Takes the lock of the folder, or returns `null` while a living process holds it. A lock whose holder died without
 * releasing it is taken over. The result releases it.
 *
 * Locks are numbered files, `lock.1`, `lock.2`, …; the highest decides. Taking over means making the next number, which
 * only one process can do; the highest is never removed, so a slow process cannot bring an old number back unseen.
 */
export async function takeLock(folder: string): Promise<(() => Promise<void>) | null> {
  const highest = (await numbers(folder)).at(-1) ?? 0;
  if (highest > 0 && (await held(join(folder, `lock.${highest}`)))) return null;

  const mine = highest + 1;
  const token = `${process.pid} ${randomUUID()}`;
  const file = join(folder, `lock.${mine}`);
  ours.add(token);
  const made = await makeWhole(file, token);
  const present = await numbers(folder);
  if (!made || present.at(-1) !== mine) {
    if (made) await rm(file);
    ours.delete(token);
    return null;
  }
  await Promise.all(present.slice(0, -1).map((older) => rm(join(folder, `lock.${older}`), { force: true })));
  return async () => {
    await writeFile(file, '');
    ours.delete(token);
  };
}

async function numbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  const found = names.map((name) => Number(NAME.exec(name)?.[1] ?? 0)).filter((number) => number > 0);
  return found.sort((a, b) => a - b);
}

async function held(file: string): Promise<boolean> {
  let token: string;
  try {
    token = await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true; // superseded between the listing and here: look again later
    throw error;
  }
  const pid = Number(token.split(' ')[0]);
  if (pid === process.pid) return ours.has(token);
  return alive(pid);
}

/** Makes the file with all of its content at once; false if it exists. */
async function makeWhole(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

/** Whether a process with this id exists on this machine. */
export function alive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
