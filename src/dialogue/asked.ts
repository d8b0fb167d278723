import type { Facts } from './facts.ts';
import { isMinor } from './known.ts';

/** Whose consent is asked, and so which wording is shown. */
export type Asked = 'patient' | 'family' | 'guardian';

export const askedOf = (facts: Facts): Asked => {
  if (isMinor(facts)) return 'guardian';
  return facts.known.writer?.value === 'self' ? 'patient' : 'family';
};

/** A minor who writes for itself, or someone who says not to be the guardian: a guardian is asked for first (R049). */
export const needsGuardian = (facts: Facts): boolean =>
  isMinor(facts) && (facts.known.writer?.value === 'self' || facts.guardianAway === true);

/** The numbered answers to the consent, in the order shown; a plain yes is the first, as the wording says. */
export const consentOptions: Record<Asked, readonly string[]> = {
  patient: ['both', 'forward', 'none'],
  family: ['both', 'behalf', 'forward', 'none'],
  guardian: ['both', 'forward', 'not_guardian', 'none'],
};

/** Whether the brief may leave: the last word on forwarding was a yes, and for a minor it was the guardian's (R037, R048, R049). */
export const consentStands = (facts: Facts): boolean => {
  const last = facts.decisions.findLast((each) => each.purpose === 'forward');
  return last?.given === true && (!isMinor(facts) || last.basis === 'guardian');
};
