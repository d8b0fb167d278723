import { createActor } from 'xstate';
import { noFacts } from './facts.ts';
import { machine } from './machine.ts';
import type { Context, Event } from './step.ts';

type Snapshot = ReturnType<typeof machine.getInitialSnapshot>;
/** An action with an empty body: an effect as data. */
export type Named = { type: string; params: unknown };

const named: Named[] = [];
/**
 * XState's own `transition` makes an actor for every call, which costs more than the step itself. The machine has no
 * actors of its own, so one that never runs serves all calls: nothing of a call stays in it but the list of its actions.
 */
const idle = createActor(machine, { input: { facts: noFacts, world: { now: 0, number: '', caseNumber: '' } } });
const scope: Parameters<typeof machine.transition>[2] = {
  self: idle,
  id: '',
  sessionId: '',
  system: idle.system,
  defer: () => {},
  logger: () => {},
  stopChild: () => {},
  emit: () => {},
  actionExecutor: (action) => void named.push(action as Named),
};

/** The place that facts lead to, with the actions on the way; pure. */
export function opened(context: Context): { snapshot: Snapshot; actions: Named[] } {
  named.length = 0;
  const snapshot = machine.getInitialSnapshot(scope, context);
  return { snapshot, actions: named.splice(0) };
}

/** The next place after an event, with the actions on the way; pure. */
export function stepped(from: Snapshot, event: Event): { snapshot: Snapshot; actions: Named[] } {
  named.length = 0;
  const snapshot = machine.transition(from, event, scope) as Snapshot;
  return { snapshot, actions: named.splice(0) };
}
