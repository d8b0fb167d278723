import { family } from '../../flows/family.ts';
import type { Decision, Facts, Known } from '../dialogue/facts.ts';
import { countryFacts } from '../understanding/countryFacts.ts';
import type { DocumentName, Logistic, Relation } from '../understanding/values.ts';
import { disclaimer, payments, recipients } from './boundaries.ts';
import { clinicQuestions } from './clinicQuestions.ts';
import { type Brief, briefSchema } from './schema.ts';

const iso = (at: number): string => new Date(at).toISOString();
const valueIn = (facts: Facts, field: keyof Facts['known']): unknown => facts.known[field]?.value ?? undefined;

/** Who writes, as the wire says it (R015): every relation but the patient and an agency is family. */
export function writerOf(facts: Facts): Brief['writer'] {
  const relation = valueIn(facts, 'writer') as Relation | undefined;
  if (relation === undefined || relation === 'other') return 'other';
  if (relation === 'self') return 'patient';
  return relation === 'agency' ? 'agency' : 'family';
}

/** Optional answers that have a section of their own in the brief. */
const elsewhere: readonly string[] = ['documents', 'logistics'];

/**
 * The brief of a case, from what is known (R087 to R102): known, missing and who decides stand apart, nothing is guessed,
 * and no identifier is in it. Both decisions on the consent must have been made, else it throws: without consent nothing leaves (R037).
 */
export function briefOf(facts: Facts, about: { case: string; revision: number; at: number; number: string }): Brief {
  const known: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const { field, stage } of family) {
    const value = valueIn(facts, field);
    if (stage === 'intake' && value === undefined) missing.push(field);
    else if ((stage === 'intake' || stage === 'optional') && value !== undefined && !elsewhere.includes(field))
      known[field] = value;
  }
  const wanted = (valueIn(facts, 'logistics') as Logistic[] | undefined) ?? [];
  const place = countryFacts(known.country);
  return briefSchema.parse({
    schema: 'brief/1',
    case: about.case,
    revision: about.revision,
    createdAt: iso(about.at),
    number: about.number,
    writer: writerOf(facts),
    language: facts.language ?? 'ar',
    known,
    missing,
    consent: consentOf(facts, Object.keys(known)),
    roles: rolesOf(facts, about.case),
    documents: (valueIn(facts, 'documents') as DocumentName[] | undefined) ?? [],
    clinicQuestions: clinicQuestions(valueIn(facts, 'question') as string | undefined),
    payment: payments,
    logistics: { wanted, nextStep: 'coordinator_confirms' },
    context: {
      timeZone: place?.timeZone ?? null,
      hoursFromMoscow: place ? place.offset - 3 : null,
      preferences: (valueIn(facts, 'preferences') as string | undefined) ?? null,
      familyContact: (valueIn(facts, 'family_contact') as string | undefined) ?? null,
    },
    risks: risksOf(facts, missing),
    nextStep: {
      code: 'route_check',
      by: 'coordinator',
      decides: { medicine: 'clinic', prices: 'clinic', visaAndEntry: 'official_authorities', logistics: 'mvm_care' },
    },
    notice: disclaimer,
    provenance: Object.fromEntries(
      (Object.entries(facts.known) as [string, Known][]).map(([field, answer]) => [
        field,
        {
          words: answer.words,
          message: answer.message,
          at: iso(answer.at),
          by: writerOf(facts),
          corrected: answer.corrected === true,
        },
      ]),
    ),
  });
}

const last = (facts: Facts, purpose: Decision['purpose']): Decision => {
  const decision = facts.decisions.findLast((each) => each.purpose === purpose);
  if (!decision) throw new Error(`No decision on "${purpose}": a brief needs consent`);
  return decision;
};

function consentOf(facts: Facts, data: string[]): Brief['consent'] {
  const forward = last(facts, 'forward');
  const contact = last(facts, 'contact');
  if (!forward.given) throw new Error('Forwarding was refused: no brief');
  const shown = (decision: Decision) => ({ given: decision.given, at: iso(decision.at), message: decision.message });
  return {
    forward: shown(forward),
    contact: shown(contact),
    givenBy: {
      role: forward.by,
      relation: String(valueIn(facts, 'writer') ?? 'not_stated'),
      basis: forward.basis,
      declaredOrDirect: 'direct',
    },
    data,
    documents: 'none',
    recipients,
    channel: 'whatsapp',
    purpose: 'prepare_clinic_question',
    language: forward.language,
    version: forward.version,
    legalNote: 'does not replace legal forms',
  };
}

/** Seven roles, unknown ones "not_named_yet"; a role is not an authority (R075, R076). */
function rolesOf(facts: Facts, caseNumber: string): Brief['roles'] {
  const self = valueIn(facts, 'writer') === 'self';
  const role = (
    name: Brief['roles'][number]['role'],
    who = 'not_named_yet',
    mayDecide = false,
    mayReceiveData = false,
  ) => ({
    role: name,
    who,
    mayDecide,
    mayReceiveData,
  });
  const named = valueIn(facts, 'family_contact') as string | undefined;
  return [
    role('patient', caseNumber, self, self),
    role(
      'family_contact',
      named ?? (self ? 'not_named_yet' : String(valueIn(facts, 'writer') ?? 'not_named_yet')),
      false,
      !self,
    ),
    role('agency_representative'),
    role('coordinator', 'MVM Care', false, true),
    role('clinic'),
    role('interpreter'),
    role('payer'),
  ];
}

/** Risks of the work, never of the illness (R097). */
function risksOf(facts: Facts, missing: string[]): string[] {
  const risks: string[] = [];
  if (missing.length > 0) risks.push('missing_fields');
  if (missing.includes('age_group')) risks.push('age_unknown_guardian_unchecked');
  if (!last(facts, 'contact').given) risks.push('no_contact_consent');
  if (last(facts, 'forward').basis === 'cannot_decide') risks.push('basis_to_be_verified');
  const dates = valueIn(facts, 'dates') as { kind?: string } | undefined;
  if (dates?.kind === 'asap' || valueIn(facts, 'urgency') === 'high') risks.push('tight_dates');
  return risks;
}
