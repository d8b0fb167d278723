/**
 * libsignal prints whole sessions, private keys included, through `console` when a session opens, closes or fails
 * (`whatsapp.md` section 9). Importing this file before Baileys drops every console line that libsignal writes,
 * told by its place in the stack, so that new wordings are dropped too. All other lines pass.
 */
const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;

for (const level of levels) {
  const print = console[level];
  console[level] = (...words: unknown[]) => {
    if (!writtenByLibsignal(new Error().stack ?? '')) Reflect.apply(print, console, words);
  };
}

/** The lines above the caller: only the nearest two may be ours or the runner's. */
function writtenByLibsignal(stack: string): boolean {
  return stack
    .split('\n')
    .slice(1, 5)
    .some((line) => /[\\/]node_modules[\\/](@[^\\/]+[\\/])?libsignal[\\/]/.test(line));
}
