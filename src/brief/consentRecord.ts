import type { Decision, Facts } from '../dialogue/facts.ts';
import { recipients } from './boundaries.ts';

/**
 * One decision as it is kept for proof, even after erasure (`domain.md` 4.1; R038 to R044). It holds no answer of the
 * person; the shell adds the hash of the wording that was shown.
 */
export function consentRecord(facts: Facts, decision: Decision, caseNumber: string) {
  const index = facts.decisions.indexOf(decision) + 1;
  return {
    schema: 'consent/1',
    consent: `${caseNumber}-C${index}`,
    case: caseNumber,
    event: decision.given ? 'given' : 'refused',
    purpose: decision.purpose,
    at: new Date(decision.at).toISOString(),
    message: decision.message,
    givenBy: {
      role: decision.by,
      relation: String(facts.known.writer?.value ?? 'not_stated'),
      basis: decision.basis,
      declaredOrDirect: 'direct',
    },
    onBehalfOf: {
      minor: decision.basis === 'guardian',
      ...(decision.basis === 'guardian' ? { guardianConfirmedAt: new Date(decision.at).toISOString() } : {}),
    },
    controller: 'MVM Care',
    recipients,
    data: Object.keys(facts.known),
    documents: 'none',
    channel: 'whatsapp',
    language: decision.language,
    version: decision.version,
    validUntil: 'case_closed_or_withdrawn',
    sensitive: true,
    legalNote: 'does not replace legal forms',
    withdrawalShown: true,
  };
}
