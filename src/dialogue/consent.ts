import { briefOf } from '../brief/briefOf.ts';
import { consentRecord } from '../brief/consentRecord.ts';
import { miss } from './answers.ts';
import { type Asked, askedOf, consentOptions } from './asked.ts';
import type { Basis, Decision, Facts, Filed } from './facts.ts';
import { without } from './known.ts';
import { consentWording } from './speak/consent.ts';
import { type Act, type Context, type Event, type Outcome, plain, type Step, say } from './step.ts';

/** Version of the consent wordings in `locales`; raised whenever one of them changes (R050). */
export const CONSENT_VERSION = 'consent/1';

/** A plain yes is the first answer of the menu, as the wording says. */
export const agree: Step<'yes'> = (context, event) => decide(context, event, 'both');

export const chooseConsent: Step<'choice'> = (context, event) => {
  const { facts } = context;
  if (event.option === 'none') return refuseConsent(context, event);
  if (event.option === 'not_guardian') return { facts: { ...without(facts, 'misses'), guardianAway: true } };
  if (!consentOptions[askedOf(facts)].includes(event.option)) return { facts: miss(facts) };
  return decide(context, event, event.option);
};

/** The guardian has taken over the conversation. */
export const guardianCame: Step<'choice' | 'yes'> = ({ facts }, event) => ({
  facts: {
    ...without(facts, 'misses', 'guardianAway'),
    known: { ...facts.known, writer: { value: 'guardian', words: event.words, message: event.message, at: event.at } },
  },
});

/** Two decisions are recorded, one for each purpose, and the first revision (or the next) goes to the coordinators. */
function decide({ facts, world }: Context, event: Event, option: string): Outcome {
  const asked = askedOf(facts);
  const basis: Basis =
    asked === 'patient' ? 'own' : asked === 'guardian' ? 'guardian' : option === 'behalf' ? 'cannot_decide' : 'patient_agrees';
  const decisions = [decision(facts, event, 'forward', true, asked, basis)];
  decisions.push(decision(facts, event, 'contact', option !== 'forward', asked, basis));
  const number = facts.case ?? world.caseNumber;
  const revision = facts.revision + 1;
  const next: Facts = {
    ...without(facts, 'misses', 'asked', 'refusedAt', 'withdrawnAt', 'unsent', 'humanAskedAt'),
    decisions: [...facts.decisions, ...decisions],
    case: number,
    revision,
    filedAt: event.at,
  };
  return {
    facts: next,
    acts: [
      ...decisions.map((each): Act => ({ type: 'consent', record: consentRecord(next, each, number), wording: consentWording(facts) })),
      file(next, world.number, event.at),
      say({ line: 'receipt', contact: option !== 'forward' }),
    ],
  };
}

function decision(facts: Facts, event: Event, purpose: Decision['purpose'], given: boolean, by: Asked, basis: Basis): Decision {
  const { message, at } = event;
  return { purpose, given, at, message, reply: event.words.slice(0, 200), language: facts.language ?? 'ar', version: CONSENT_VERSION, by, basis };
}

const file = (facts: Facts, number: string, at: number): Act => {
  const about = { case: facts.case ?? '', revision: facts.revision };
  return { type: 'file', ...about, brief: briefOf(facts, { ...about, at, number }) };
};

/** Something changed after filing: revision n+1 goes to the coordinators (design: "After filing"). */
export const revise = ({ facts, world }: Context): Outcome => {
  const next: Facts = { ...without(facts, 'unsent'), revision: facts.revision + 1 };
  return { facts: next, acts: [file(next, world.number, world.now), plain('updated')] };
};

/** Refused: recorded, said so, and nothing leaves (R046). */
export const refuseConsent: Step = ({ facts, world }, event) => {
  const asked = askedOf(facts);
  const basis: Basis = asked === 'patient' ? 'own' : asked === 'guardian' ? 'guardian' : 'patient_agrees';
  const refusal = decision(facts, event, 'forward', false, asked, basis);
  const next: Facts = { ...without(facts, 'misses', 'asked'), decisions: [...facts.decisions, refusal], refusedAt: event.at };
  const number = facts.case ?? world.caseNumber;
  return {
    facts: next,
    // What had been filed before, while the patient was not known to be a minor, is called back.
    acts: [...recalls({ ...facts, earlier: [] }), { type: 'consent', record: consentRecord(next, refusal, number), wording: consentWording(facts) }],
  };
};

/** Withdrawn at any time, in one message: forwarding of everything this person has filed ends in this turn (R048). */
export const withdraw: Step = ({ facts }, event) => {
  const kept = without(facts, 'confirm', 'misses');
  const filed = filedOf(facts);
  if (filed.length === 0) return { facts: kept, acts: facts.withdrawnAt === undefined ? [plain('withdrawnNothing')] : [] };
  const ends = filed.flatMap(({ case: number, forward }) =>
    forward ? [{ number, end: { ...forward, given: false, at: event.at, message: event.message, reply: event.words.slice(0, 200) } }] : [],
  );
  const current = ends.find(({ number }) => number === facts.case);
  const next: Facts = {
    ...without(kept, 'earlier', 'unsent', 'reopened', 'asked'),
    ...(current ? { decisions: [...facts.decisions, current.end], withdrawnAt: event.at } : {}),
  };
  return {
    facts: next,
    acts: [...recalls(facts), ...ends.map(({ number, end }) => withdrawal(facts, end, number)), ...(current ? [] : [plain('withdrawn')])],
  };
};

const withdrawal = (facts: Facts, decision: Decision, number: string): Act => ({
  type: 'consent',
  record: { ...consentRecord({ ...facts, decisions: [...facts.decisions, decision] }, decision, number), event: 'withdrawn' },
  wording: '',
});

/** The requests that coordinators have and may still use. */
function filedOf(facts: Facts): Filed[] {
  const forward = facts.decisions.findLast((each) => each.purpose === 'forward' && each.given);
  const stands = facts.case !== undefined && facts.revision > 0 && facts.withdrawnAt === undefined && facts.refusedAt === undefined;
  const current: Filed[] = stands ? [{ case: facts.case ?? '', revision: facts.revision, ...(forward ? { forward } : {}) }] : [];
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

/** A change of mind after a refusal or a withdrawal: the card and the consent are shown again. */
export const reconsider: Step<'yes'> = ({ facts }) => ({
  facts: { ...without(facts, 'refusedAt', 'withdrawnAt', 'misses', 'asked') },
});
