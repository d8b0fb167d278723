import { noFacts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';
import { alternate } from './alternate.ts';
import { cpu } from './cpu.ts';
import { asMessage, dialogue, dialogues, masked, world } from './dialogues.ts';
import { partsOf } from './parts.ts';
import { payloadsOf, sealAll } from './payloads.ts';
import { median, quantile, report, rounded } from './report.ts';

const WARM = 400;
const ROUNDS = 9;
/** Dialogues of one round. */
const PLAYED = 80;

/** The pure core alone: CPU and rate of a turn over whole dialogues, and where its time goes. */
export async function core(): Promise<void> {
  playAll(WARM);
  const samples = await alternate(ROUNDS, { turn: () => timed(playAll), json: () => timed(throughJson) });
  const perTurn = samples.turn.map(({ used }) => used);
  const yardstick = samples.json.map(({ used }) => used);
  report(
    { measure: 'pure turn', value: median(perTurn), unit: 'µs CPU', reference: median(yardstick), aim: { value: 120 } },
    {
      reference_is: 'the same facts and message through JSON and back, a yardstick for this machine',
      best: rounded(Math.min(...perTurn)),
      turns_per_second: rounded(median(samples.turn.map(({ rate }) => rate))),
      ...latencies(),
    },
  );
  const parts = await partsOf(() => playAll(PLAYED * 4), {
    understand: 'understand',
    listening: 'listening',
    opened: 'machine',
    stepped: 'machine',
    bubbles: 'words',
    deadlinesOf: 'deadlines',
  });
  const whole = median(perTurn);
  for (const [part, share] of Object.entries(parts)) {
    report({ measure: `pure turn: ${part}`, value: share * whole, unit: 'µs CPU' }, { share: rounded(share) });
  }
  await beside();
}

/** What is done beside a turn for every message, without a store: masking at the door, sealing for the store. */
async function beside(): Promise<void> {
  const texts = dialogues.flatMap(({ steps }) => steps.map(({ text }) => text));
  const sealed = dialogues.map(payloadsOf);
  const { mask, seal } = await alternate(ROUNDS, {
    mask: () => perCall(texts.length, () => texts.map(masked)),
    seal: () => perCall(texts.length, () => sealed.map(sealAll)),
  });
  report({ measure: 'masking a message', value: median(mask), unit: 'µs CPU' });
  report(
    { measure: 'sealing a turn', value: median(seal), unit: 'µs CPU' },
    { of: 'one entry, the facts (deflated) and the replies' },
  );
}

function perCall(count: number, work: () => unknown): number {
  for (let i = 0; i < 10; i++) work();
  const before = cpu();
  for (let i = 0; i < PLAYED; i++) work();
  return (cpu() - before) / (PLAYED * count);
}

function timed(work: (count: number) => number): { used: number; rate: number } {
  const [before, began] = [cpu(), performance.now()];
  const turns = work(PLAYED);
  return { used: (cpu() - before) / turns, rate: (turns * 1_000) / (performance.now() - began) };
}

/** Plays so many dialogues; returns the number of turns. */
function playAll(count: number): number {
  let turns = 0;
  for (let n = 0; n < count; n++) {
    let facts = noFacts;
    for (const { masked } of dialogue(n).steps) {
      facts = turn(facts, [asMessage(masked)], world()).facts;
      turns++;
    }
  }
  return turns;
}

function throughJson(count: number): number {
  let turns = 0;
  for (let n = 0; n < count; n++) {
    for (const { masked, facts } of dialogue(n).steps) {
      JSON.parse(JSON.stringify({ facts, messages: [asMessage(masked)] }));
      turns++;
    }
  }
  return turns;
}

/** How long (µs) single turns take; the slowest are those that show the card and file. */
function latencies(): { p50: number; p99: number } {
  const taken: number[] = [];
  for (let n = 0; n < PLAYED * 4; n++) {
    for (const { facts, masked } of dialogue(n).steps) {
      const message = asMessage(masked);
      const began = performance.now();
      turn(facts, [message], world());
      taken.push((performance.now() - began) * 1_000);
    }
  }
  return { p50: rounded(quantile(taken, 0.5)), p99: rounded(quantile(taken, 0.99)) };
}
