import { byVocabulary } from '../byVocabulary.ts';
import type { Content } from '../content.ts';
import { intentsOf } from '../intents.ts';
import { ranked } from '../learned/ranked.ts';
import type { Heard, Listening, Meaning } from '../meaning.ts';
import { type Note, readNote } from '../notes/readNote.ts';
import { privateIn } from '../private/mask.ts';
import { understand } from '../understand.ts';
import { type Action, actionOf } from './action.ts';
import { fieldsOnWire } from './fieldsOnWire.ts';
import { contentOf, type Line } from './line.ts';

/** What the command `understand` answers to a line (design: "Commands"), with the labels of `domain.md` 8. */
export type Understood = {
  language: 'ar' | 'en' | null;
  /** The best label, `null` for a bare answer. */
  intent: string | null;
  intents: string[];
  /** For the field named in `asking`, if it was answered. */
  value?: unknown;
  fields: Record<string, unknown>;
  /** What must not be kept, as it was written; a message without text is named by its kind. */
  private: { type: string; text: string }[];
  action: Action;
  note?: Note;
};

/** Masks, understands, and puts the result into the labels of the wire. `today`: the day the line is read, `YYYY-MM-DD`. */
export function understood(line: Line, today: string): Understood {
  const found: { type: string; text: string }[] = [];
  const types = new Set<Parameters<typeof actionOf>[1][number]>();
  const content = contentOf(line, (text) => {
    const seen = privateIn(text, today);
    found.push(...seen.found);
    for (const { type } of seen.found) types.add(type);
    return seen.text;
  });
  const asking = line.asking === undefined ? null : { field: line.asking, freeText: line.asking === 'question' };
  const listening = { pending: asking, today };
  const heard = understand(content, listening);
  const fields = fieldsOnWire(saidIn(heard));
  const intents = intentsIn(content, listening, heard);
  const envelope = envelopeOf(content);
  return {
    language: heard.language,
    intent: intents[0] ?? null,
    intents,
    ...valueFor(line.asking, fields, heard),
    fields,
    private: [...(envelope === null ? [] : [{ type: envelope, text: '' }]), ...found],
    action: actionOf(content, [...types]),
    ...(line.note === true && content.kind === 'text' ? { note: readNote(content.text, today) } : {}),
  };
}

/** The labels of a text, the best first; a lone thumb is read as the answer to a yes-or-no question. */
function intentsIn(content: Content, listening: Listening, heard: Pick<Heard, 'meanings'>): string[] {
  if (content.kind !== 'text') return intentsOf(heard);
  const thumb = !/[\p{L}\p{N}]/u.test(content.text);
  const pending = thumb ? { ...listening.pending, yesNo: true } : listening.pending;
  return ranked(byVocabulary(content.text, { ...listening, pending })).map(({ label }) => label);
}

/**
 * The value for the field just asked (`domain.md` 8.2): danger answers how urgent it is, whoever skips it or does not know
 * says so (R017), and what tells nothing has to be asked again.
 */
function valueFor(asking: string | undefined, fields: Record<string, unknown>, { meanings }: Pick<Heard, 'meanings'>) {
  if (asking === undefined) return {};
  const means = (...types: Meaning['type'][]) => meanings.some((meaning) => types.includes(meaning.type));
  if (asking === 'urgency' && means('emergency', 'self_harm')) return { value: 'emergency' };
  if (asking in fields) return { value: fields[asking] };
  if (means('skip')) return { value: fieldsOnWire([{ field: asking, value: null, words: '' }])[asking] };
  if (asking === 'dates') return { value: { kind: 'clarify' } };
  return { value: asking === 'family_size' ? 'UNKNOWN' : 'CLARIFY' };
}

function saidIn({ meanings }: Pick<Heard, 'meanings'>) {
  return meanings.flatMap((meaning) => (meaning.type === 'said' ? meaning.said : []));
}

/** The label of a message that is private as a whole. */
function envelopeOf(content: Content): string | null {
  if (content.kind === 'file') return content.file;
  return { voice: 'voice_note', contact: 'contact_card', location: 'location' }[content.kind as string] ?? null;
}
