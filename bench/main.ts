import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each measurement runs in a process of its own, with a heap nobody used before. */
const measurements: Record<string, () => Promise<void>> = {
  understanding: async () => (await import('./understanding.ts')).understanding(),
  core: async () => (await import('./core.ts')).core(),
  store: async () => (await import('./store.ts')).store(),
  bytes: async () => (await import('./bytes.ts')).bytes(),
  whole: async () => (await import('./whole.ts')).whole(),
};
/** The bot that `whole` measures ours against; not a measurement. */
const echo = async (): Promise<void> => (await import('./echo.ts')).echo();

const OUT = 'dist/bench';
const here = fileURLToPath(import.meta.url);
const names = process.argv.slice(2);

if (here.endsWith('.ts')) process.exitCode = await runCompiled(names.length > 0 ? names : Object.keys(measurements));
else await (names[0] === 'echo' ? echo : measurements[names[0] ?? ''])?.();

/**
 * Compiles the tree as `npm start` does, for a runner of sources wraps every function and costs time of its own, and
 * runs the measurements named, one after another. Resolves to the exit code.
 */
async function runCompiled(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find((name) => !(name in measurements));
  if (unknown !== undefined) {
    process.stderr.write(`There is no measurement "${unknown}", only: ${Object.keys(measurements).join(', ')}.\n`);
    return 1;
  }
  const main = join(OUT, 'bench/main.js');
  rmSync(OUT, { recursive: true, force: true });
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', '.', '--noEmit', 'false', '--outDir', OUT], {
      stdio: ['ignore', 2, 2],
    });
  } catch (error) {
    if (!existsSync(main)) throw error; // errors of types are for `npm run check`; what runs can be measured
  }
  let code = 0;
  for (const name of wanted) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, name], { stdio: 'inherit' });
    const [ended] = (await once(child, 'exit')) as [number | null];
    code ||= ended ?? 1;
  }
  return code;
}
