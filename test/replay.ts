import { deadlinesOf } from '../src/dialogue/deadlines.ts';
import { type Facts, type Language, noFacts } from '../src/dialogue/facts.ts';
import { type Message, turn } from '../src/dialogue/turn.ts';
import type { Content, FileKind } from '../src/understanding/content.ts';
import { mask } from '../src/understanding/private/mask.ts';

/**
 * A conversation as text. `>` the person, `+` one more message in the same burst, `<` a bubble of the bot and `|` its
 * next lines, `!` an effect, `~` time or the world, `#` a remark. What is not words stands in brackets:
 * `[voice 12] [document] [image] [id image] [video] [contact] [location] [sticker] [reaction 👍 3] [edit 3] [delete 3]
 * [unsupported] [unreadable]`; a number names the person's message, from 1. Words behind a bracket are a caption.
 */
type Replies = { text: string; language: Language | undefined }[];

const START = Date.parse('2026-11-22T18:00:00Z');
const world = { number: 'main', caseNumber: 'MVM-7K3QD-R' };

/** Plays the person's lines and writes what the bot does; facts pass through JSON between every two turns. */
export function replay(written: string): { text: string; replies: Replies; facts: Facts } {
  const out: string[] = [];
  const replies: Replies = [];
  let facts: Facts = noFacts;
  let now = START;
  let count = 0;
  let phoneCountry: string | undefined;
  const lines = written.split('\n').filter((line) => !/^[<|!]/.test(line));
  const speak = (messages: Message[]) => {
    const done = turn(JSON.parse(JSON.stringify(facts)), JSON.parse(JSON.stringify(messages)), { ...world, now });
    facts = done.facts;
    for (const effect of done.effects) {
      if (effect.type === 'reply') {
        out.push(`< ${effect.text.split('\n').join('\n| ')}`);
        replies.push({ text: effect.text, language: facts.language });
      } else out.push(`! ${described(effect)}`);
      if (effect.type === 'erase') facts = noFacts;
    }
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    out.push(line);
    if (line.startsWith('~')) {
      const said = line.slice(1).trim();
      if (said.startsWith('+')) now += duration(said);
      else if (said.startsWith('phone ')) phoneCountry = said.slice(6);
      else if (said === 'colleague') speak([{ id: `T${index}`, at: now, content: { kind: 'colleague' } }]);
      else if (said === 'remind' || said === 'expire')
        speak([
          { id: `T${index}`, at: deadlinesOf(facts)[said] ?? now, content: { kind: 'deadline', deadline: said } },
        ]);
      else throw new Error(`Unknown event: ${said}`);
    }
    if (!line.startsWith('>')) continue;
    const burst = [line];
    while (lines[index + 1]?.startsWith('+')) burst.push(lines[++index] ?? '');
    out.push(...burst.slice(1));
    now += 60_000;
    speak(burst.map((each): Message => message(each.slice(1).trim(), `M${++count}`, now, phoneCountry)));
  }
  return { text: out.join('\n'), replies, facts };
}

function message(said: string, id: string, at: number, phoneCountry: string | undefined): Message {
  return { id, at, content: contentOf(said.replaceAll('\\n', '\n'), at), ...(phoneCountry ? { phoneCountry } : {}) };
}

const files: Record<string, FileKind> = {
  document: 'medical_file',
  image: 'unknown_image',
  'id image': 'id_image',
  scan: 'medical_image',
  video: 'medical_video',
};

function contentOf(said: string, at: number): Content {
  const today = new Date(at).toISOString().slice(0, 10);
  const masked = (text: string) => mask(text, today).text;
  const bracket = /^\[([a-z ]+?)(?: (\S+))?(?: (\d+))?\]\s*([\s\S]*)$/.exec(said);
  if (!bracket) return { kind: 'text', text: masked(said) };
  const [, name = '', first = '', , rest = ''] = bracket;
  const known = files[name] ?? files[`${name} ${first}`];
  if (known) return { kind: 'file', file: known, ...(rest ? { caption: masked(rest) } : {}) };
  switch (name) {
    case 'voice':
      return { kind: 'voice', seconds: Number(first) };
    case 'edit':
      return { kind: 'edit', of: `M${first}`, text: masked(rest) };
    case 'delete':
      return { kind: 'delete', of: `M${first}` };
    case 'reaction':
      return { kind: 'reaction', of: `M${bracket[3]}`, emoji: first };
    case 'unreadable':
      return { kind: 'undecryptable' };
    case 'contact':
    case 'location':
    case 'sticker':
    case 'unsupported':
      return { kind: name };
    default:
      throw new Error(`Unknown bracket: ${said}`);
  }
}

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(said: string): number {
  const [, amount, unit] = /^\+(\d+)([mhd])$/.exec(said) ?? [];
  if (!amount || !unit) throw new Error(`Unknown time: ${said}`);
  return Number(amount) * (units[unit] ?? 0);
}

function described(effect: { type: string } & Record<string, unknown>): string {
  switch (effect.type) {
    case 'file': {
      const brief = effect.brief as { known: Record<string, unknown>; missing: string[] };
      const known = Object.entries(brief.known).map(([field, value]) => `${field}=${JSON.stringify(value)}`);
      return [
        `brief ${effect.case} revision ${effect.revision}`,
        ...known,
        `missing=${brief.missing.join(',') || 'none'}`,
      ].join(' · ');
    }
    case 'consent': {
      const record = effect.record as { purpose: string; event: string; givenBy: { role: string; basis: string } };
      return `consent ${record.purpose} ${record.event} by ${record.givenBy.role} (${record.givenBy.basis})`;
    }
    case 'alert':
      return `alert ${effect.kind}`;
    case 'recall':
      return `recall ${effect.case} revision ${effect.revision}`;
    default:
      return effect.type;
  }
}
