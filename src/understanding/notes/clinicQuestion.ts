import { clean, textOf } from '../normalise.ts';
import { withoutTokens } from '../private/tokens.ts';
import { spokenOf } from '../spoken.ts';
import { phrasesInNotes } from './phrasesInNotes.ts';

/** The only forms in which a question goes to a clinic (R099), in the order in which they are put. */
export const questionForms = ['documents_review', 'data_needed', 'in_person', 'cost', 'reply_timing'] as const;
export type QuestionForm = (typeof questionForms)[number];

/**
 * What a question in a person's masked words comes to: the allowed forms it asks for, none if it is of no such form, and
 * whether it asks to diagnose, to choose a treatment or to foretell its success (R100): that is flagged, and never
 * forwarded as a request to decide.
 */
export type ClinicQuestion = { forms: QuestionForm[]; decide: boolean };

/** Who asks more than this asks something else. */
const longest = 2_000;

/** Reads a question for the clinic; total and pure. */
export function clinicQuestionOf(masked: string): ClinicQuestion {
  const spoken = spokenOf(textOf(withoutTokens(clean(masked.slice(0, longest)))));
  const labels = new Set(phrasesInNotes(spoken, 'clinicQuestion').map((hit) => hit.label));
  return { forms: questionForms.filter((form) => labels.has(form)), decide: labels.has('decide') };
}
