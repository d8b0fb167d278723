import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, named so that it is never taken for another one: a process id alone is used again. */
export type Owner = { host: string; pid: number; started: string };

export async function thisProcess(): Promise<Owner> {
  return { host: await host(), pid: process.pid, started: (await startOf(process.pid)) ?? '' };
}

/** Whether the process still runs. One on another host cannot be seen and counts as alive. */
export async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.host !== (await host())) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return owner.started === ((await startOf(owner.pid)) ?? '');
}

/** Host, boot and process namespace: two containers of one host do not see each other's processes. */
async function host(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), namespace].join('/');
}

/** When the process started, in ticks since boot; `null` where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // the name of the program, in brackets, may hold spaces: fields are counted behind it
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
