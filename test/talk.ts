import type { Effect } from '../src/dialogue/effects.ts';
import { type Facts, noFacts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';
import type { Content } from '../src/understanding/content.ts';

export const NOW = Date.parse('2026-11-22T18:00:00Z');
const world = { now: NOW, number: 'main', caseNumber: 'MVM-7K3QD-R' };

/** What is said in one turn: one message, or several in a burst. */
type Said = string | Content | (string | Content)[];

/** Talks from the given facts and tells what came of the last turn. */
export function talk(said: Said[], from: Facts = noFacts): { facts: Facts; effects: Effect[]; text: string } {
  let facts = from;
  let effects: Effect[] = [];
  for (const [index, each] of said.entries()) {
    const burst = Array.isArray(each) ? each : [each];
    const messages = burst.map((one, at) => ({
      id: `M${index}-${at}`,
      at: NOW,
      content: typeof one === 'string' ? ({ kind: 'text', text: one } as const) : one,
    }));
    ({ facts, effects } = turn(facts, messages, world));
  }
  return { facts, effects, text: effects.map((effect) => (effect.type === 'reply' ? effect.text : '')).join('\n') };
}

/** An adult patient with all nine fields known, the review card shown. */
export const reviewed: Said[] = [
  'hello',
  'I am the patient, aged 50, Oman, English, spine, second opinion, in April, alone, not urgent',
  'Can the MRI be reviewed?',
];
