/** The one door of the program: `main.ts start | chat | understand | briefs`. */
const commands: Record<string, () => Promise<void>> = {
  start: async () => (await import('./start.ts')).start(),
  chat: async () => (await import('./chat.ts')).chat(process.argv.slice(3)),
  understand: async () => (await import('./understand.ts')).understand(process.argv.slice(3)),
  briefs: async () => (await import('./briefs.ts')).briefs(process.argv.slice(3)),
};

const name = process.argv[2] ?? 'start';
const command = commands[name];
if (command) {
  command().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
} else {
  process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(1);
}
