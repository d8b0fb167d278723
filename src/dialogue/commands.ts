import { languages } from '../../locales/words.ts';
import { miss } from './answers.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Facts, Filed } from './facts.ts';
import { dueField, remember, without } from './known.ts';
import { type Act, plain, type Step, say } from './step.ts';

const HOUR = 3_600_000;
/** A colleague who took over has the conversation for this long after the person's last word. */
export const YIELD_MS = 12 * HOUR;

/** Someone writes for the first time, or comes back after a stop or a long silence: the greeting comes before all else. */
export const arrive: Step<'arrived'> = ({ facts }, event) => {
  const acts: Act[] = [];
  if (event.greeted || facts.noticed === undefined) {
    acts.push(say({ line: 'hello', salam: event.salam === true, ...(event.kunya ? { kunya: event.kunya } : {}) }));
  }
  const returns = facts.noticed !== undefined && (facts.stoppedAt !== undefined || isDraft(facts));
  if (returns && !event.withWish) acts.push(plain('welcomeBack'));
  return { facts: without(facts, 'stoppedAt', 'asked'), acts };
};

/** An unfinished request with at least one answer. */
export const isDraft = (facts: Facts): boolean =>
  facts.revision === 0 && facts.refusedAt === undefined && Object.keys(facts.known).length > 0;

/** One confirmation, then silence until the person writes again (`domain.md` 5.2). */
export const stop: Step = ({ facts }, event) => ({
  facts: { ...without(facts, 'confirm', 'misses'), stoppedAt: event.at },
  acts: [plain('stopped'), { type: 'hush' }],
});

export const askCancel: Step<'cancel'> = ({ facts }) => ({ facts: { ...without(facts, 'misses'), confirm: 'cancel' } });
export const askErase: Step = ({ facts }) => ({ facts: { ...without(facts, 'misses'), confirm: 'erase' } });

export const askRestart: Step<'restart'> = ({ facts }) =>
  Object.keys(facts.known).length === 0 && facts.revision === 0
    ? { facts: without(facts, 'misses', 'unsure', 'confirm') }
    : { facts: { ...without(facts, 'misses'), confirm: 'restart' } };

/** Another patient: the filed request stays as it is and a new one begins; an unfinished one is asked about first. */
export const newCase: Step = (context, event) => {
  const { facts } = context;
  if (facts.case === undefined) return askRestart(context, { ...event, type: 'restart' });
  return { facts: clear(facts), acts: [plain('newCase')] };
};

/** A clean request for the same person: who we speak with, that the notice was shown, and what was filed before, stays. */
export function clear(facts: Facts): Facts {
  const kept: Facts = { schema: 1, known: {}, revision: 0, decisions: [] };
  for (const name of ['language', 'phoneCountry', 'noticed', 'heardAt', 'noticedPrivate', 'earlier'] as const) {
    if (facts[name] !== undefined) Object.assign(kept, { [name]: facts[name] });
  }
  if (facts.case === undefined || facts.revision === 0 || facts.withdrawnAt !== undefined) return kept;
  const forward = facts.decisions.findLast((each) => each.purpose === 'forward');
  const filed: Filed = { case: facts.case, revision: facts.revision, ...(forward ? { forward } : {}) };
  return { ...kept, earlier: [...(facts.earlier ?? []), filed] };
}

/** Somebody is told; the bot says only that it will be seen (design: "Alerts"). */
export const askHuman: Step<'human'> = ({ facts }, event) => {
  const again = facts.humanAskedAt !== undefined && event.at - facts.humanAskedAt < YIELD_MS;
  const next = { ...without(facts, 'misses', 'confirm'), humanAskedAt: again ? (facts.humanAskedAt ?? 0) : event.at };
  if (again) return { facts: next, acts: [plain('humanAgain'), { type: 'hush' }] };
  return { facts: next, acts: [{ type: 'alert', kind: 'human' }, plain('human'), { type: 'hush' }] };
};

/** A colleague typed on the phone itself: the bot yields to that person. */
export const yieldTo: Step<'colleague'> = ({ facts }, event) => ({
  facts: { ...facts, yieldedUntil: event.at + YIELD_MS },
  acts: [{ type: 'hush' }],
});

export const goOn: Step<'continue'> = ({ facts }) => ({
  facts: without(facts, 'paused', 'yieldedUntil', 'humanAskedAt', 'misses', 'asked', 'confirm'),
});

/** The language of the chat; named again, it is the answer to the question for the family's language (R002, R116). */
export const switchLanguage: Step<'language'> = ({ facts }, event) => {
  if (event.to !== undefined && event.to === facts.language && facts.known.language === undefined) {
    const { to, words, message, at } = event;
    const next = remember(facts, 'language', { value: [to], words, message, at });
    return { facts: without(next, 'misses'), acts: [say({ line: 'noted', fields: ['language'] })] };
  }
  const language = event.to ?? (facts.language === 'ar' ? 'en' : 'ar');
  const first = facts.language === undefined;
  return {
    facts: { ...without(facts, 'asked', 'misses'), language },
    acts: first || language === facts.language ? [] : [plain('switched')],
  };
};

/** The number of a language, when nothing but a picture had come so far. */
export const chooseLanguage: Step<'choice'> = (context, event) =>
  switchLanguage(context, {
    ...event,
    type: 'language',
    to: languages.find((language) => language === event.option) ?? 'ar',
  });

/** The line that stands open was not understood; after three different tries a human is called (`domain.md` 6.5). */
export const takeUnclear: Step = ({ facts }) => {
  const next = miss(facts);
  if ((next.misses ?? 0) <= 3) return { facts: next };
  return {
    facts: without(facts, 'misses'),
    acts: [{ type: 'alert', kind: 'lost' }, plain('lost'), { type: 'hush' }],
  };
};

/** One reminder for a draft, and never again (design: "Reminder"). */
export const remind: Step<'deadline'> = ({ facts, world }, event) => {
  if (deadlinesOf(facts).remind !== event.at) return { facts, acts: [{ type: 'hush' }] };
  const reminded: Facts = { ...facts, remindedAt: event.at };
  // Its moment was chosen for the person's day: hours later it may be night.
  return world.now - event.at > HOUR
    ? { facts: reminded, acts: [{ type: 'hush' }] }
    : { facts: reminded, acts: [plain('reminder')] };
};

/** The day that was announced has come: the draft is erased without a word. */
export const expire: Step<'deadline'> = ({ facts }, event) => {
  // Someone who wrote meanwhile has moved the day.
  if (deadlinesOf(facts).expire !== event.at) return { facts, acts: [{ type: 'hush' }] };
  // A request that coordinators work on outlives the draft of another one.
  if (facts.earlier !== undefined) return { facts: clear(facts), acts: [{ type: 'hush' }] };
  return { facts, acts: [{ type: 'hush' }, { type: 'erase' }] };
};

export const why: Step<'why'> = ({ facts }) => {
  const field = facts.unsure?.[0]?.field ?? dueField(facts);
  return { facts, acts: [say({ line: 'why', ...(field ? { field } : {}) })] };
};

/** Cleared by the person's own yes: the request begins anew. */
export const startOver: Step = ({ facts }) => ({ facts: clear(facts), acts: [plain('restarted')] });

/** Nothing is cancelled, erased or dangerous after all, and there is one patient. */
export const keep: Step = ({ facts }) => ({
  facts: without(facts, 'confirm', 'misses'),
  acts: facts.confirm === 'danger' || facts.confirm === 'patients' ? [] : [plain('kept')],
});

/** After filing, words we can do nothing with are for the coordinator: a human is alerted, once in twelve hours. */
export const passOn: Step = ({ facts }, event) => {
  const again = facts.humanAskedAt !== undefined && event.at - facts.humanAskedAt < YIELD_MS;
  // A lone emoji is no message for a coordinator.
  if (again || !/[\p{L}\p{N}]/u.test(event.words)) return { facts, acts: [plain('filedHeard')] };
  return { facts: { ...facts, humanAskedAt: event.at }, acts: [{ type: 'alert', kind: 'human' }, plain('filedHeard')] };
};
