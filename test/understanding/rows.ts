import { readFileSync } from 'node:fs';

/** One row of the examples in `test/eval` (`domain.md` 8). */
export type Row = {
  text: string;
  lang: string;
  intent?: string;
  label?: string;
  slot?: string;
  alt?: unknown[];
  spans?: { type: string; value: string }[];
  msg?: { type: string };
};

/** The rows of one file of examples. */
export function rowsOf(file: 'utterances' | 'pii' | 'slots' | 'agency_notes'): Row[] {
  const path = new URL(`../eval/${file}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** The rows' own day. */
export const today = '2026-11-22';
