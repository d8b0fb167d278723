import { clinicQuestionOf } from '../understanding/notes/clinicQuestion.ts';
import { clinicForms } from './boundaries.ts';
import type { Brief } from './schema.ts';

/**
 * A person's question as it goes to the coordinators: in their own masked words, as reported, beside the allowed forms
 * (R099) and those of them it comes to. A question to diagnose, to choose a treatment or to foretell its success is
 * flagged for the doctor alone: nobody at our end is asked to decide it (R100).
 */
export function clinicQuestions(words: string | undefined): Brief['clinicQuestions'] {
  if (!words) return [];
  const { forms, decide } = clinicQuestionOf(words);
  return [
    {
      words,
      asReported: true,
      forms: Object.values(clinicForms),
      comesTo: forms.map((form) => clinicForms[form]),
      ...(decide ? { medicalDecision: 'for_the_doctor_alone' as const } : {}),
    },
  ];
}
