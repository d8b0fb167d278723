import { without } from './known.ts';
import { plain, type Step } from './step.ts';

/**
 * A message speaks of several patients: each gets a request of its own, the first one now (R125). What was said of the
 * others is not kept. A request that is filed is never touched by such a message, and an agency's cases are a coordinator's.
 */
export const askPatients: Step<'several'> = ({ facts }) => {
  if (facts.revision > 0) return { facts, acts: [plain('eachPatient')] };
  if (facts.known.writer?.value === 'agency') return { facts };
  return { facts: { ...without(facts, 'misses'), confirm: 'patients' } };
};

/** Yes, several: the person is reminded of the next one when this request is filed. */
export const part: Step = ({ facts }) => ({
  facts: { ...without(facts, 'confirm', 'misses'), morePatients: true },
});
