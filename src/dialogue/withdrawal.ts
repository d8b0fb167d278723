import { consentRecord } from '../brief/consentRecord.ts';
import type { Decision, Facts, Filed } from './facts.ts';
import { without } from './known.ts';
import { type Act, plain, type Step } from './step.ts';

/** Withdrawn at any time, in one message: forwarding of everything this person has filed ends in this turn (R048). */
export const withdraw: Step = ({ facts }, event) => {
  const kept = without(facts, 'confirm', 'misses');
  const filed = filedOf(facts);
  if (filed.length === 0)
    return { facts: kept, acts: facts.withdrawnAt === undefined ? [plain('withdrawnNothing')] : [] };
  const ends = filed.flatMap(({ case: number, forward }) =>
    forward
      ? [
          {
            number,
            end: { ...forward, given: false, at: event.at, message: event.message, reply: event.words.slice(0, 200) },
          },
        ]
      : [],
  );
  const current = ends.find(({ number }) => number === facts.case);
  const next: Facts = {
    ...without(kept, 'earlier', 'unsent', 'reopened', 'asked'),
    ...(current ? { decisions: [...facts.decisions, current.end], withdrawnAt: event.at } : {}),
  };
  return {
    facts: next,
    acts: [
      ...recalls(facts),
      ...ends.map(({ number, end }) => withdrawal(facts, end, number)),
      ...(current ? [] : [plain('withdrawn')]),
    ],
  };
};

const withdrawal = (facts: Facts, decision: Decision, number: string): Act => ({
  type: 'consent',
  record: {
    ...consentRecord({ ...facts, decisions: [...facts.decisions, decision] }, decision, number),
    event: 'withdrawn',
  },
  wording: '',
});

/** The requests that coordinators have and may still use. */
function filedOf(facts: Facts): Filed[] {
  const forward = facts.decisions.findLast((each) => each.purpose === 'forward' && each.given);
  const stands =
    facts.case !== undefined && facts.revision > 0 && facts.withdrawnAt === undefined && facts.refusedAt === undefined;
  const current: Filed[] = stands
    ? [{ case: facts.case ?? '', revision: facts.revision, ...(forward ? { forward } : {}) }]
    : [];
  return [...(facts.earlier ?? []), ...current];
}

/** Every request this person has with the coordinators is called back. */
export const recalls = (facts: Facts): Act[] =>
  filedOf(facts).map(({ case: number, revision }): Act => ({ type: 'recall', case: number, revision }));

/** Everything goes but the proof; what was filed is called back first. */
export const erase: Step = ({ facts }) => ({
  facts: without(facts, 'confirm', 'misses'),
  acts: [...recalls(facts), plain('erased'), { type: 'hush' }, { type: 'erase' }],
});
