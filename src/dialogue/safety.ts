import { without } from './known.ts';
import type { Step } from './step.ts';

/** Danger to life: the questions stop, a human is alerted, and nothing of what was said is kept but the flag (`domain.md` 3). */
export const pauseForEmergency: Step<'emergency'> = ({ facts }, event) => ({
  facts: {
    ...without(facts, 'asked', 'misses', 'confirm', 'stoppedAt'),
    paused: { why: 'emergency', ...(event.country ? { country: event.country } : {}) },
  },
  acts: [{ type: 'alert', kind: 'emergency' }],
});

export const pauseForSelfHarm: Step<'self_harm'> = ({ facts }, event) => ({
  facts: {
    ...without(facts, 'asked', 'misses', 'confirm', 'stoppedAt'),
    paused: {
      why: 'self_harm',
      ...(event.country ? { country: event.country } : {}),
      ...(event.inProgress ? { inProgress: true } : {}),
    },
  },
  acts: [{ type: 'alert', kind: 'self_harm' }],
});

/** Perhaps only urgency: asked once, and never triaged by us. */
export const askDanger: Step<'maybe_emergency'> = ({ facts }) => ({
  facts: { ...without(facts, 'misses'), confirm: 'danger' },
});

/** Yes, it is dangerous now. */
export const confirmDanger: Step = (context, event) => pauseForEmergency(context, { ...event, type: 'emergency' });
