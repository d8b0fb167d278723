import { chmodSync, mkdirSync, statSync } from 'node:fs';

/** Makes the folder if need be, and sees to it that only its owner may enter; one that others share (`/tmp`) stays as it is. */
export function tightFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(folder);
  const shared = (mode & 0o1000) !== 0 || uid !== process.getuid?.();
  if (!shared && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
}
