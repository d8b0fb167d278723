import { readFileSync } from 'node:fs';
import { mask } from '../src/understanding/private/mask.ts';
import { understand } from '../src/understanding/understand.ts';
import { cpu } from './cpu.ts';
import { median, quantile, report, rounded } from './report.ts';

const today = '2026-11-22';
const SETS = ['utterances', 'slots', 'dev/utterances', 'dev/slots'];
const ROUNDS = 5;
const REPEATS = 100;
const NOTE = 4_000;

/** What understanding costs: the median message of `test/eval`, masked before, and a note of two pages. */
export async function understanding(): Promise<void> {
  const texts = SETS.flatMap((set) => rows(set)).map((row) => mask(row.text, today).text);
  const perMessage = costs(texts);
  report(
    { measure: 'understanding a message', value: median(perMessage), unit: 'µs CPU', aim: { value: 40 } },
    { messages: texts.length, p90: rounded(quantile(perMessage, 0.9)), p99: rounded(quantile(perMessage, 0.99)) },
  );
  const notes = rows('agency_notes')
    .map((row) => row.text)
    .join('\n');
  const note = notes.repeat(Math.ceil(NOTE / notes.length)).slice(0, NOTE);
  const [whole = 0] = costs([note]);
  report(
    { measure: 'masking and understanding a note', value: whole / 1_000, unit: 'ms CPU', aim: { value: 5 } },
    { characters: note.length },
  );
}

/** The best of several rounds, for each text. */
function costs(texts: readonly string[]): number[] {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, text] of texts.entries()) {
      const before = cpu();
      for (let i = 0; i < REPEATS; i += 1) understand({ kind: 'text', text }, { pending: null, today });
      best[at] = Math.min(best[at] ?? 0, (cpu() - before) / REPEATS);
    }
  }
  return best;
}

function rows(set: string): { text: string }[] {
  const lines = readFileSync(`test/eval/${set}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { text: string });
}
