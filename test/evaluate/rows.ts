import { existsSync, readFileSync } from 'node:fs';
import type { Envelope } from '../../src/understanding/wire/line.ts';

/** The rows' own day, a Sunday. */
export const today = '2026-11-22';

/** `sample`: given with the domain; `dev`: our own, tuned on; `final`: our own, looked at only for the report. */
export const sets = ['sample', 'dev', 'final'] as const;
export type Set_ = (typeof sets)[number];

export type Utterance = { text: string; lang: 'ar' | 'en' | 'arabizi'; intent: string; alt?: string[] };
export type Slot = { text: string; lang: string; slot: string; expected: unknown; alt?: unknown[]; ref?: string };
export type Pii = {
  text: string;
  lang: string;
  label: string;
  spans: { type: string; value: string }[];
  action: string;
  msg?: Envelope;
  alt?: string[];
};
export type NoteRow = {
  id: string;
  text: string;
  ref?: string;
  expected: Record<string, unknown>;
  alt?: Record<string, unknown[]>;
};
type Kinds = { utterances: Utterance; slots: Slot; pii: Pii; agency_notes: NoteRow };

/** The rows of one kind in one set; none where the set has none. */
export function rowsOf<Kind extends keyof Kinds>(kind: Kind, set: Set_): Kinds[Kind][] {
  const path = new URL(`../eval/${set === 'sample' ? '' : `${set}/`}${kind}.jsonl`, import.meta.url);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Kinds[Kind]);
}
