import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { understood } from './understanding/wire/understood.ts';

const usage = 'npm run -s understand -- [--now ISO]';

const envelope = z.strictObject({
  type: z.enum(['document', 'image', 'video', 'audio', 'contact', 'location', 'sticker', 'reaction', 'poll']),
  filename: z.string().optional(),
  mimetype: z.string().optional(),
  caption: z.string().optional(),
  seconds: z.number().optional(),
  ptt: z.boolean().optional(),
  viewOnce: z.boolean().optional(),
});
const input = z.object({
  text: z.string().default(''),
  asking: z.string().optional(),
  msg: envelope.optional(),
  note: z.literal(true).optional(),
});

/**
 * `npm run understand`: one JSON object a line in, what it means out (design: "Commands"). Nothing is kept. A line that
 * cannot be taken is named on stderr with its number; the rest goes on, and the exit code is 1.
 */
export async function understand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { now: { type: 'string' } } });
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error(usage);
  const today = new Date(now).toISOString().slice(0, 10);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(understood(input.parse(JSON.parse(line)), today))}\n`);
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : 'not a JSON object';
      process.stderr.write(`line ${number}: ${why}\n`);
      process.exitCode = 1;
    }
  }
}
