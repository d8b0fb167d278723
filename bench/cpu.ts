import { readFileSync } from 'node:fs';

/** CPU (µs) of this process so far, all its threads. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** One tick of `/proc/<pid>/stat` (µs): Linux counts a hundred a second for programs on every machine. */
const TICK = 10_000;

/** CPU (µs) of another process so far, all its threads, in steps of a tick. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // the name in brackets may hold spaces; user and system time are the 14th and 15th field
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
