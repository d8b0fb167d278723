import type { TakeTurn } from '../src/intake/receive.ts';
import { dialogues } from './dialogues.ts';
import { payloadsOf } from './payloads.ts';

/**
 * A core that has thought of everything before: it gives the outcomes that the real one gave to the dialogues, and costs
 * nothing, so that what remains of a turn's CPU is what the store adds. Only the case number is each person's own.
 */
export function stockedCore(): TakeTurn {
  const outcomes = new Map(
    dialogues.flatMap((one) =>
      payloadsOf(one).map(({ entry, made }) => ['text' in entry.content ? entry.content.text : '', made]),
    ),
  );
  return (_, [message], world) => {
    const known = message?.content.kind === 'text' ? outcomes.get(message.content.text) : undefined;
    if (!known) throw new Error('nobody says this in the dialogues');
    if (known.facts.case === undefined) return known;
    const number = world.caseNumber;
    const effects = known.effects.map((effect) => ('case' in effect ? { ...effect, case: number } : effect));
    return { ...known, facts: { ...known.facts, case: number }, effects };
  };
}
