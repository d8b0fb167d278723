import type { Content } from '../content.ts';
import { fileKind } from '../fileKind.ts';

/** A WhatsApp message that is more than text, reduced to what its envelope tells (`domain.md` 8.0). */
export type Envelope = {
  type: 'document' | 'image' | 'video' | 'audio' | 'contact' | 'location' | 'sticker' | 'reaction' | 'poll';
  filename?: string | undefined;
  mimetype?: string | undefined;
  caption?: string | undefined;
  seconds?: number | undefined;
  ptt?: boolean | undefined;
  viewOnce?: boolean | undefined;
};

/** One line for the command `understand`: a text, the field just asked, the message around it, or a representative's note. */
export type Line = { text: string; asking?: string | undefined; msg?: Envelope | undefined; note?: true | undefined };

/** The message a line describes, its words masked by `masked`. */
export function contentOf({ text, msg }: Line, masked: (text: string) => string): Content {
  switch (msg?.type) {
    case undefined:
      return { kind: 'text', text: masked(text) };
    case 'document':
    case 'image':
    case 'video': {
      const caption = msg.caption ?? text;
      const file = fileKind({ ...msg, type: msg.type, caption });
      return { kind: 'file', file, ...(caption === '' ? {} : { caption: masked(caption) }) };
    }
    case 'audio':
      return { kind: 'voice', ...(msg.seconds === undefined ? {} : { seconds: msg.seconds }) };
    case 'reaction':
      return { kind: 'reaction', of: '', emoji: text };
    case 'contact':
    case 'location':
    case 'sticker':
      return { kind: msg.type };
    case 'poll':
      return { kind: 'unsupported' };
  }
}
