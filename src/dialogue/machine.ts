import * as answers from './answers.ts';
import * as asides from './asides.ts';
import { base, due, shown, take } from './base.ts';
import * as commands from './commands.ts';
import * as consent from './consent.ts';
import { noFacts } from './facts.ts';
import * as likely from './likely.ts';
import * as patients from './patients.ts';
import * as safety from './safety.ts';
import type { Context } from './step.ts';
import * as withdrawal from './withdrawal.ts';

const anything = [
  'said',
  'yes',
  'no',
  'choice',
  'topic',
  'greet',
  'thanks',
  'goodbye',
  'refused',
  'masked',
  'unclear',
  'back',
  'change',
  'skip',
  'why',
  'help',
  'status',
  'mine',
  'restart',
  'new_case',
  'undecryptable',
  'arrived',
  'cancel',
  'maybe_emergency',
  'start',
  'unsure',
  'several',
] as const;

/** Words after filing that we can do nothing with. */
const passedOn = {
  target: 'filed',
  reenter: true,
  actions: take(['unclear', 'start', 'other_question'], commands.passOn),
};

const nobody: Context = { facts: noFacts, world: { now: 0, number: '', caseNumber: '' } };

/**
 * The dialogue. Facts go in, the place is computed by `deciding`, a transition changes facts and returns there, and the
 * entry of a place says what is due.
 */
export const machine = base.createMachine({
  id: 'intake',
  // XState makes an actor without input for every step; without facts its first guard would throw, which costs more than the step
  context: ({ input }: { input: Context | undefined }) => input ?? nobody,
  initial: 'opening',
  on: {
    arrived: { target: '.deciding', actions: take('arrived', commands.arrive) },
    emergency: { target: '.deciding', actions: take('emergency', safety.pauseForEmergency) },
    self_harm: { target: '.deciding', actions: take('self_harm', safety.pauseForSelfHarm) },
    maybe_emergency: { target: '.deciding', actions: take('maybe_emergency', safety.askDanger) },
    stop: { target: '.deciding', actions: take('stop', commands.stop) },
    cancel: { target: '.deciding', actions: take('cancel', commands.askCancel) },
    withdraw: { target: '.deciding', actions: take('withdraw', withdrawal.withdraw) },
    erase: { target: '.deciding', actions: take('erase', commands.askErase) },
    human: { target: '.deciding', actions: take('human', commands.askHuman) },
    language: { target: '.deciding', actions: take('language', commands.switchLanguage) },
    restart: { target: '.deciding', actions: take('restart', commands.askRestart) },
    new_case: { target: '.deciding', actions: take('new_case', commands.newCase) },
    status: { target: '.deciding', actions: take('status', asides.showStatus) },
    mine: { target: '.deciding', actions: take('mine', asides.showMine) },
    help: { target: '.deciding', actions: take('help', asides.showHelp) },
    back: { target: '.deciding', actions: take('back', answers.goBack) },
    change: { target: '.deciding', actions: take('change', answers.change) },
    continue: { target: '.deciding', actions: take('continue', commands.goOn) },
    skip: { target: '.deciding', actions: take('skip', answers.skip) },
    why: { target: '.deciding', actions: take('why', commands.why) },
    start: { target: '.deciding' },
    said: { target: '.deciding', actions: take('said', answers.takeSaid) },
    several: { target: '.deciding', actions: take('several', patients.askPatients) },
    topic: { target: '.deciding', actions: take('topic', asides.answerTopic) },
    unsure: { target: '.deciding', actions: take('unsure', likely.askWhich) },
    other_question: { target: '.deciding', actions: take('other_question', likely.askInOtherWords) },
    greet: { target: '.deciding', actions: take('greet', asides.greet) },
    thanks: { target: '.deciding', actions: take('thanks', asides.welcome) },
    goodbye: { target: '.deciding', actions: take('goodbye', asides.bye) },
    refused: { target: '.deciding', actions: take('refused', asides.refuse) },
    masked: { target: '.deciding', actions: take('masked', asides.tellMasked) },
    undecryptable: { target: '.deciding', actions: take('undecryptable', asides.askAgain) },
    retracted: [
      { guard: 'tookConsentBack', target: '.deciding', actions: take('retracted', withdrawal.withdraw) },
      { target: '.deciding', actions: take('retracted', answers.retract) },
    ],
    colleague: { target: '.deciding', actions: take('colleague', commands.yieldTo) },
    deadline: [
      { guard: 'reminds', target: '.deciding', actions: take('deadline', commands.remind) },
      { actions: take('deadline', commands.expire) },
    ],
    yes: { target: '.deciding', actions: take('yes', commands.takeUnclear) },
    no: { target: '.deciding', actions: take('no', commands.takeUnclear) },
    choice: { target: '.deciding', actions: take('choice', commands.takeUnclear) },
    unclear: { target: '.deciding', actions: take('unclear', commands.takeUnclear) },
  },
  states: {
    opening: {
      always: [
        { guard: 'isNew', target: 'new' },
        { guard: 'isSomebody', target: 'deciding' },
      ],
    },
    new: {},
    deciding: {
      always: [
        { guard: 'isStopped', target: 'stopped' },
        { guard: 'erases', target: 'confirming' },
        { guard: 'isPaused', target: 'paused' },
        { guard: 'isYielded', target: 'withHuman' },
        { guard: 'hasNoLanguage', target: 'language' },
        { guard: 'isUnnoticed', target: 'greeting' },
        { guard: 'isConfirming', target: 'confirming' },
        { guard: 'isLikely', target: 'disambiguating' },
        { guard: 'isUnsure', target: 'clarifying' },
        { guard: 'isAgency', target: 'agency' },
        { guard: 'hasDueField', target: 'asking' },
        { guard: 'isWithdrawn', target: 'withdrawn' },
        { guard: 'isRefused', target: 'refused' },
        { guard: 'needsGuardian', target: 'guardian' },
        { guard: 'isUnsent', target: 'revising' },
        { guard: 'isFiled', target: 'filed' },
        { target: 'review' },
      ],
    },
    greeting: {
      entry: base.enqueueActions(({ context: { facts, world }, enqueue }) => {
        enqueue.assign({ facts: { ...facts, noticed: world.now } });
        enqueue({ type: 'say', params: { type: 'say', line: { line: 'notice' } } });
      }),
      always: { target: 'deciding' },
    },
    language: {
      entry: due('language'),
      on: { choice: { target: 'deciding', actions: take('choice', commands.chooseLanguage) } },
    },
    stopped: { entry: due('stopped') },
    withHuman: {
      entry: due('withHuman'),
      on: Object.fromEntries(anything.map((type) => [type, {}])),
    },
    paused: {
      entry: due('paused'),
      on: Object.fromEntries(
        ['yes', 'no', 'choice', 'unclear', 'unsure', 'several'].map((type) => [
          type,
          { target: 'paused', reenter: true },
        ]),
      ),
    },
    confirming: {
      entry: due('confirming'),
      on: {
        yes: [
          { guard: { type: 'isNotShown', params: 'confirming' }, target: 'confirming', reenter: true },
          { guard: 'erases', actions: take('yes', withdrawal.erase) },
          { guard: 'restarts', target: 'deciding', actions: take('yes', commands.startOver) },
          { guard: 'endangers', target: 'deciding', actions: take('yes', safety.confirmDanger) },
          { guard: 'parts', target: 'deciding', actions: take('yes', patients.part) },
          { target: 'deciding', actions: take('yes', commands.takeUnclear) },
        ],
        no: { target: 'deciding', actions: take('no', commands.keep) },
        // A decision comes first; what was perhaps asked beside it can be asked again.
        unsure: { target: 'deciding', actions: take('unsure', commands.takeUnclear) },
        choice: [
          { guard: { type: 'isNotShown', params: 'confirming' }, target: 'confirming', reenter: true },
          { guard: { type: 'picks', params: 'erase' }, actions: take('choice', withdrawal.erase) },
          {
            guard: { type: 'picks', params: 'restart' },
            target: 'deciding',
            actions: take('choice', commands.startOver),
          },
          {
            guard: { type: 'picks', params: 'danger' },
            target: 'deciding',
            actions: take('choice', safety.confirmDanger),
          },
          { guard: { type: 'picks', params: 'several' }, target: 'deciding', actions: take('choice', patients.part) },
          {
            guard: { type: 'picks', params: 'intake' },
            target: 'deciding',
            actions: take('choice', commands.askErase),
          },
          {
            guard: { type: 'picks', params: 'consent' },
            target: 'deciding',
            actions: take('choice', withdrawal.withdraw),
          },
          { guard: { type: 'picks', params: 'messages' }, target: 'deciding', actions: take('choice', commands.stop) },
          { target: 'deciding', actions: take('choice', commands.keep) },
        ],
      },
    },
    disambiguating: { entry: due('disambiguating') },
    clarifying: {
      entry: due('clarifying'),
      on: {
        yes: shown('clarifying', { target: 'deciding', actions: take('yes', answers.confirmReading) }),
        no: { target: 'deciding', actions: take('no', answers.rejectReadings) },
        choice: { target: 'deciding', actions: take('choice', answers.chooseReading) },
      },
    },
    agency: {
      entry: due('agency'),
      on: { choice: { target: 'deciding', actions: take('choice', answers.notAgency) } },
    },
    asking: {
      entry: due('asking'),
      on: { no: { target: 'deciding', actions: take('no', answers.declineOptional) } },
    },
    guardian: {
      entry: due('guardian'),
      on: {
        // A minor's own yes is no guardian: the word is asked for.
        yes: { target: 'guardian', reenter: true },
        choice: { target: 'deciding', actions: take('choice', consent.guardianCame) },
      },
    },
    review: {
      entry: due('review'),
      on: {
        yes: shown('review', { target: 'deciding', actions: take('yes', consent.agree) }),
        no: shown('review', { target: 'deciding', actions: take('no', consent.refuseConsent) }),
        choice: shown('review', { target: 'deciding', actions: take('choice', consent.chooseConsent) }),
      },
    },
    revising: {
      entry: base.enqueueActions(({ context, enqueue }) => {
        const { facts, acts = [] } = consent.revise(context);
        enqueue.assign({ facts });
        for (const act of acts) enqueue({ type: act.type, params: act } as Parameters<typeof enqueue>[0]);
      }),
      always: { target: 'deciding' },
    },
    filed: {
      entry: due('filed'),
      on: {
        unclear: passedOn,
        other_question: passedOn,
        start: passedOn,
        yes: { target: 'filed', reenter: true },
        no: { target: 'filed', reenter: true },
        skip: { target: 'filed', reenter: true },
      },
    },
    refused: {
      entry: due('refused'),
      on: { yes: { target: 'deciding', actions: take('yes', consent.reconsider) } },
    },
    withdrawn: {
      entry: due('withdrawn'),
      on: { yes: { target: 'deciding', actions: take('yes', consent.reconsider) } },
    },
  },
});
