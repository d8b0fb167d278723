/**
 * libsignal prints whole sessions, private keys included, through `console`. Loading this file before it keeps those
 * lines out; every other line passes.
 */
const CHATTER =
  /^(Closing session|Closing open session|Opening session|Session (already|error)|Removing old closed session|Failed to decrypt|Decrypted message with closed|Closing stale)/;

for (const level of ['log', 'info', 'warn', 'error'] as const) {
  const print = console[level].bind(console);
  console[level] = (...parts: unknown[]) => {
    if (typeof parts[0] === 'string' && CHATTER.test(parts[0])) return;
    print(...parts);
  };
}
