import { assertEvent, setup } from 'xstate';
import { consentStands, needsGuardian } from './asked.ts';
import { dueField } from './known.ts';
import { likelyTopics } from './likely.ts';
import type { Place } from './line.ts';
import { lineKey } from './lineKey.ts';
import type { Act, Context, Event, Step } from './step.ts';

/**
 * What the machine is made of: effects as named actions with empty bodies, which come back from `transition` as data, and
 * the questions to the facts that decide the place.
 */
export const base = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Context },
  actions: {
    say: (_, _params: Extract<Act, { type: 'say' }>) => {},
    hush: (_, _params: Extract<Act, { type: 'hush' }>) => {},
    alert: (_, _params: Extract<Act, { type: 'alert' }>) => {},
    file: (_, _params: Extract<Act, { type: 'file' }>) => {},
    recall: (_, _params: Extract<Act, { type: 'recall' }>) => {},
    consent: (_, _params: Extract<Act, { type: 'consent' }>) => {},
    erase: (_, _params: Extract<Act, { type: 'erase' }>) => {},
    due: (_, _params: { place: Place }) => {},
  },
  guards: {
    isSomebody: ({ context: { world } }) => world.now > 0,
    isNew: ({ context: { facts, world } }) =>
      world.now > 0 && facts.noticed === undefined && facts.asked === undefined && facts.stoppedAt === undefined,
    isStopped: ({ context: { facts } }) => facts.stoppedAt !== undefined,
    isYielded: ({ context: { facts, world } }) => (facts.yieldedUntil ?? 0) > world.now,
    isPaused: ({ context: { facts } }) => facts.paused !== undefined,
    isConfirming: ({ context: { facts } }) => facts.confirm !== undefined,
    hasNoLanguage: ({ context: { facts } }) => facts.language === undefined,
    isUnnoticed: ({ context: { facts } }) => facts.noticed === undefined,
    isLikely: ({ context: { facts } }) => likelyTopics(facts).length > 0,
    isUnsure: ({ context: { facts } }) => facts.unsure !== undefined,
    isWithdrawn: ({ context: { facts } }) => facts.withdrawnAt !== undefined,
    isRefused: ({ context: { facts } }) => facts.refusedAt !== undefined,
    isAgency: ({ context: { facts } }) => facts.known.writer?.value === 'agency' && facts.reopened === undefined,
    hasDueField: ({ context: { facts } }) => dueField(facts) !== undefined,
    isUnsent: ({ context: { facts } }) => facts.unsent === true && consentStands(facts),
    isFiled: ({ context: { facts } }) => consentStands(facts),
    needsGuardian: ({ context: { facts } }) => needsGuardian(facts),
    erases: ({ context: { facts } }) => facts.confirm === 'erase',
    restarts: ({ context: { facts } }) => facts.confirm === 'restart',
    parts: ({ context: { facts } }) => facts.confirm === 'patients',
    endangers: ({ context: { facts } }) => facts.confirm === 'danger',
    isNotShown: ({ context: { facts } }, place: Place) => facts.asked !== lineKey(place, facts),
    picks: ({ event }, option: string) => event.type === 'choice' && event.option === option,
    tookConsentBack: ({ context: { facts }, event }) =>
      event.type === 'retracted' &&
      event.deleted &&
      facts.revision > 0 &&
      facts.decisions.findLast((each) => each.given)?.message === event.of,
    reminds: ({ event }) => event.type === 'deadline' && event.deadline === 'remind',
  },
});

/** A step as an action: its facts are assigned, its acts come out as effects. */
export const take = <T extends Event['type']>(type: T | readonly T[], step: Step<T>) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    assertEvent(event, type as T);
    const { facts, acts = [] } = step(context, event as unknown as Extract<Event, { type: T }>);
    enqueue.assign({ facts });
    for (const act of acts) enqueue({ type: act.type, params: act } as Parameters<typeof enqueue>[0]);
  });

/** A place at which a line is due whenever it is entered. */
export const due = (place: Place) => ({ type: 'due' as const, params: { place } });

/** A yes counts only for what was shown in an earlier turn: within one burst nobody can have read it (R037). */
export const shown = <T>(place: Place, transition: T) =>
  [{ guard: { type: 'isNotShown' as const, params: place }, target: place, reenter: true }, transition] as const;
