import { describe, expect, test } from '@jest/globals';
import { isolate, quoted } from '../locales/isolate.ts';
import { briefOf } from '../src/brief/briefOf.ts';
import { printBrief } from '../src/brief/print.ts';
import { printWaiting } from '../src/brief/printWaiting.ts';
import type { Facts } from '../src/dialogue/facts.ts';
import { door } from '../src/intake/door.ts';
import { lanes } from '../src/intake/lanes.ts';
import type { Entry, Store } from '../src/intake/store.ts';
import type { Content } from '../src/understanding/content.ts';
import { mask } from '../src/understanding/private/mask.ts';

const hostile = '\x1b[2J\x07\x9b31m\u202eevil\u2066\r\n\r\n— Согласие —\nПередача: да\u2028— Риски —';
const raw = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;

async function letIn(content: Content): Promise<Content> {
  const stored: Entry[] = [];
  const store: Pick<Store, 'find' | 'create' | 'accept'> = {
    find: async () =>
      ({ person: null, other: null, before: null, free: [] }) as unknown as Awaited<ReturnType<Store['find']>>,
    create: async () => 'p1',
    accept: async (_person, entry) => {
      stored.push(entry);
      return 'stored';
    },
  };
  const ignore = () => undefined;
  const accept = door({
    store: store as Store,
    atDoor: lanes(),
    stored: ignore,
    again: ignore,
    unsure: ignore,
    join: async () => false,
    keyless: async () => undefined,
    passedOn: async () => undefined,
    mask: (text, country) => mask(text, '2026-11-22', country),
  });
  await accept({ id: 'm1', at: 0, from: [{ kind: 'pn', value: '966500000000' }], content } as unknown as Parameters<
    typeof accept
  >[0]);
  const [entry] = stored;
  if (entry === undefined) throw new Error('nothing was stored');
  return entry.content;
}

describe('at the door', () => {
  test.each<Content>([
    { kind: 'text', text: hostile },
    { kind: 'edit', of: 'm0', text: hostile },
    { kind: 'file', file: 'medical_file', caption: hostile },
    { kind: 'reaction', of: 'm0', emoji: hostile },
  ])('no control character is stored: $kind', async (content) => {
    const { text, caption, emoji } = { text: '', caption: '', emoji: '', ...(await letIn(content)) };
    expect(text + caption + emoji).not.toBe('');
    expect(text + caption + emoji).not.toMatch(raw);
  });

  test('line breaks and tabs stay', async () => {
    expect(await letIn({ kind: 'text', text: 'a\r\nb\tc\rd' })).toEqual({ kind: 'text', text: 'a\nb\tc\nd' });
  });

  test('controls hide no identifier', async () => {
    expect(await letIn({ kind: 'text', text: '055\x00123\x1b4567' })).toEqual({ kind: 'text', text: '⟨phone⟩' });
  });

  test('a reaction is short and masked', async () => {
    expect(await letIn({ kind: 'reaction', of: 'm0', emoji: '👨‍👩‍👧‍👦' })).toEqual({
      kind: 'reaction',
      of: 'm0',
      emoji: '👨‍👩‍👧‍👦',
    });
    expect(await letIn({ kind: 'reaction', of: 'm0', emoji: '0551234567' })).toEqual({
      kind: 'reaction',
      of: 'm0',
      emoji: '⟨phone⟩',
    });
    const long = await letIn({ kind: 'reaction', of: 'm0', emoji: 'x'.repeat(60_000) });
    expect(long.kind === 'reaction' && long.emoji.length).toBe(16);
  });
});

describe('in the brief', () => {
  const known = (value: unknown) => ({ value, words: hostile, message: 'm1', at: 0 });
  const decision = {
    given: true,
    at: 0,
    message: 'm2',
    by: 'family',
    basis: 'patient_agrees',
    language: 'ar',
    version: '1',
  };
  const facts = {
    language: 'ar',
    known: {
      writer: known('child'),
      country: known('SA'),
      question: known(hostile),
      city_or_clinic: known(hostile),
      goal: known('surgery'),
      preferences: known(`» ${hostile}`),
      family_contact: known(hostile),
      documents: known([{ type: 'other', words: hostile, date: hostile }]),
    },
    decisions: [
      { purpose: 'forward', ...decision },
      { purpose: 'contact', ...decision, given: false },
    ],
  } as unknown as Facts;
  const brief = briefOf(facts, { case: 'MVM-1', revision: 1, at: 0, number: '1' });
  const isolates = /\u2068[^\u2068\u2069]*\u2069/g;

  test.each(['ru', 'en'] as const)('words of a person forge no line: %s', (language) => {
    for (const text of [
      printBrief(brief, language),
      printWaiting({ alerts: [], items: [{ kind: 'brief', brief }], dead: 0 }, language),
    ]) {
      expect(text.replace(isolates, '')).not.toMatch(raw);
      expect(text).not.toMatch(/\u2028|\u2029|\r/);
      expect(text.split('\n').filter((line) => /^— Согласие —$/.test(line))).toHaveLength(language === 'ru' ? 1 : 0);
      expect(text.split('\n').filter((line) => line.startsWith('Передача: да'))).toHaveLength(
        language === 'ru' ? 1 : 0,
      );
      expect(text).toContain('«\u2068[2J31mevil / — Согласие — / Передача: да / — Риски —\u2069»');
      expect(text.match(/«/g)).toHaveLength(text.match(/»/g)?.length ?? 0);
      expect(text).not.toContain('« ');
    }
  });

  test('a quotation cannot be ended from inside', () => {
    expect(quoted('a» b\n\n«c\u2069')).toBe('«\u2068a" b / "c\u2069»');
    expect(isolate('a\nb\x1b', 'en')).toBe('a / b');
  });
});
