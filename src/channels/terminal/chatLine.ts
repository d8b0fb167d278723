import { z } from 'zod';
import type { Content } from '../../understanding/content.ts';
import { fileKind } from '../../understanding/fileKind.ts';
import type { Inbound } from '../channel.ts';

const told = {
  from: z
    .string()
    .regex(/^\+?\d{6,15}$/, 'must be a phone number')
    .default('+96550000001'),
  id: z.string().min(1).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
};

/** An object with these members and no others; the message for others names none of them. */
const only = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `may hold only ${Object.keys(shape).join(', ')}` : undefined),
  });

const line = only({
  ...told,
  text: z.string().optional(),
  file: only({
    type: z.enum(['document', 'image', 'video', 'audio', 'sticker']),
    filename: z.string().optional(),
    mimetype: z.string().optional(),
    caption: z.string().optional(),
  }).optional(),
  voice: only({ seconds: z.number().optional() }).optional(),
  contact: only({ name: z.string().optional() }).optional(),
  location: only({}).optional(),
  reaction: only({ of: z.string(), emoji: z.string() }).optional(),
  edit: only({ of: z.string(), text: z.string() }).optional(),
  delete: only({ of: z.string() }).optional(),
});
type Line = z.infer<typeof line>;

const kinds = ['text', 'file', 'voice', 'contact', 'location', 'reaction', 'edit', 'delete'] as const;

/**
 * One line of `chat --json` as a message. Without an `id` it gets `number` as its own; without `at`, the time `now` (ms).
 * A line that is not such an object throws an `Error` whose message says what is wrong, and holds nothing of the line.
 */
export function chatLine(text: string, number: number, now: number): Inbound {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error('is not JSON', { cause: error });
  }
  const parsed = line.safeParse(json);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const said = kinds.filter((kind) => parsed.data[kind] !== undefined);
  const [kind] = said;
  if (kind === undefined || said.length > 1) throw new Error(`must hold exactly one of ${kinds.join(', ')}`);
  const { from, id, at } = parsed.data;
  return {
    id: id ?? `line-${number}`,
    from: [{ kind: 'phone', value: from.replace('+', '') }],
    at: at === undefined ? now : Date.parse(at),
    content: contentOf(kind, parsed.data),
  };
}

function contentOf(kind: (typeof kinds)[number], said: Line): Content {
  switch (kind) {
    case 'text':
      return { kind, text: said.text ?? '' };
    case 'file':
      return said.file ? fileOf(said.file) : { kind: 'unsupported' };
    case 'voice':
      return { kind, ...(said.voice?.seconds === undefined ? {} : { seconds: said.voice.seconds }) };
    case 'reaction':
      return { kind, of: said.reaction?.of ?? '', emoji: said.reaction?.emoji ?? '' };
    case 'edit':
      return { kind, of: said.edit?.of ?? '', text: said.edit?.text ?? '' };
    case 'delete':
      return { kind, of: said.delete?.of ?? '' };
    default:
      return { kind };
  }
}

function fileOf({ type, filename, mimetype, caption }: NonNullable<Line['file']>): Content {
  if (type === 'audio') return { kind: 'voice' };
  if (type === 'sticker') return { kind: 'sticker' };
  return { kind: 'file', file: fileKind({ type, filename, mimetype, caption }), ...(caption ? { caption } : {}) };
}
