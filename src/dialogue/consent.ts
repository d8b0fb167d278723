import { briefOf } from '../brief/briefOf.ts';
import { consentRecord } from '../brief/consentRecord.ts';
import { miss } from './answers.ts';
import { type Asked, askedOf, consentOptions } from './asked.ts';
import type { Basis, Decision, Facts } from './facts.ts';
import { without } from './known.ts';
import { consentWording } from './speak/consent.ts';
import { type Act, type Context, type Event, type Outcome, plain, type Step, say } from './step.ts';
import { recalls } from './withdrawal.ts';

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
export const guardianCame: Step<'choice'> = ({ facts }, event) => ({
  facts: {
    ...without(facts, 'misses', 'guardianAway'),
    known: { ...facts.known, writer: { value: 'guardian', words: event.words, message: event.message, at: event.at } },
  },
});

/** Two decisions are recorded, one for each purpose, and the first revision (or the next) goes to the coordinators. */
function decide({ facts, world }: Context, event: Event, option: string): Outcome {
  const asked = askedOf(facts);
  const basis: Basis =
    asked === 'patient'
      ? 'own'
      : asked === 'guardian'
        ? 'guardian'
        : option === 'behalf'
          ? 'cannot_decide'
          : 'patient_agrees';
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
      ...decisions.map(
        (each): Act => ({ type: 'consent', record: consentRecord(next, each, number), wording: consentWording(facts) }),
      ),
      file(next, world.number, event.at),
      say({ line: 'receipt', contact: option !== 'forward' }),
    ],
  };
}

function decision(
  facts: Facts,
  event: Event,
  purpose: Decision['purpose'],
  given: boolean,
  by: Asked,
  basis: Basis,
): Decision {
  const { message, at } = event;
  return {
    purpose,
    given,
    at,
    message,
    reply: event.words.slice(0, 200),
    language: facts.language ?? 'ar',
    version: CONSENT_VERSION,
    by,
    basis,
  };
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
  const next: Facts = {
    ...without(facts, 'misses', 'asked'),
    decisions: [...facts.decisions, refusal],
    refusedAt: event.at,
  };
  const number = facts.case ?? world.caseNumber;
  return {
    facts: next,
    // What had been filed before, while the patient was not known to be a minor, is called back.
    acts: [
      ...recalls({ ...facts, earlier: [] }),
      { type: 'consent', record: consentRecord(next, refusal, number), wording: consentWording(facts) },
    ],
  };
};

/** A change of mind after a refusal or a withdrawal: the card and the consent are shown again. */
export const reconsider: Step<'yes'> = ({ facts }) => ({
  facts: { ...without(facts, 'refusedAt', 'withdrawnAt', 'misses', 'asked') },
});
