import { wordsOf } from '../fields/question.ts';
import type { Topic } from '../meaning.ts';
import { type Text, textOf } from '../normalise.ts';
import { spokenOf } from '../spoken.ts';
import { topicsIn } from '../topics.ts';
import { clinicQuestionOf } from './clinicQuestion.ts';

/**
 * The question that a note puts to the clinic, as it stands there: behind a label that says so, or, without one, a
 * sentence that asks whether documents can be reviewed. What a label calls a question and only we can answer is none.
 */
export function clinicQuestionIn(text: Text): string | null {
  const put = wordsOf(text);
  if (put !== null) return isForUs(put) ? null : put;
  for (const match of text.clean.matchAll(/(?<![^.?!\n])[^.?!\n]+\?/g)) {
    const { forms } = clinicQuestionOf(match[0]);
    if (forms.includes('documents_review') && !isForUs(match[0])) return match[0].trim();
  }
  return null;
}

/** What we arrange or decide ourselves, and no clinic. */
const ours: readonly Topic[] = [
  'ask_logistics',
  'ask_visa',
  'ask_contract',
  'ask_roles',
  'ask_referral_fee',
  'ask_privacy',
  'ask_legitimacy',
  'ask_process',
  'ask_payment',
  'send_files',
];

function isForUs(question: string): boolean {
  const { forms, decide } = clinicQuestionOf(question);
  if (forms.length > 0 || decide) return false;
  const found = topicsIn(spokenOf(textOf(question)));
  return found.length > 0 && found.every(({ topic }) => ours.includes(topic));
}
