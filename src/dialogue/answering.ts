import type { Content } from '../understanding/content.ts';
import type { Meaning, Said, Topic } from '../understanding/meaning.ts';
import { clinicQuestionOf } from '../understanding/notes/clinicQuestion.ts';
import type { Facts } from './facts.ts';
import type { Place } from './line.ts';

/** Places whose yes or no is a decision that stands beside whatever else is said. */
const decisive: readonly Place[] = ['confirming', 'disambiguating', 'guardian', 'refused', 'withdrawn'];

/** What of a message's meanings is an answer at a place, and what only accompanies another one. */
export function answering(
  meanings: readonly Meaning[],
  place: Place,
  facts: Facts,
  content: Content,
): readonly Meaning[] {
  // A thumb under some message is no decision: it answers neither the consent nor a question that cannot be undone.
  if (content.kind === 'reaction' && (place === 'review' || place === 'confirming')) return [];
  const said = saidIn(meanings);
  // Whose answers these are nobody can say: a filed request is not changed by them.
  if (place === 'filed' && meanings.some(({ type }) => type === 'several'))
    return meanings.filter(({ type }) => type !== 'said');
  // "No, he is 65": the new answer is the change, and nothing is left to be asked.
  const heard = said.length === 0 ? meanings : meanings.filter((meaning) => !isBare(meaning, said));
  const due = inClinicForm(said) ? heard.filter((one) => one.type !== 'topic' || !ofClinic.includes(one.topic)) : heard;
  return accompanies(due, place, facts) ? due.filter(({ type }) => !answers.includes(type)) : due;
}

const saidIn = (meanings: readonly Meaning[]): Said[] =>
  meanings.flatMap((meaning) => (meaning.type === 'said' ? meaning.said : []));

/** What a question that a clinic can take speaks of by itself; what nobody can promise is answered all the same. */
const ofClinic: readonly Topic[] = ['ask_doctor', 'ask_appointment', 'ask_process', 'ask_logistics', 'ask_roles'];

/** Whether the question for the clinic is there, in one of the forms that a clinic answers (R099). */
const inClinicForm = (said: readonly Said[]): boolean =>
  said.some(({ field, value }) => field === 'question' && clinicQuestionOf(String(value ?? '')).forms.length > 0);

const answers: readonly Meaning['type'][] = ['yes', 'no', 'choice'];

/** A wish for a change or another language that does not say which, or another than is said beside it: that says it. */
function isBare(meaning: Meaning, said: readonly Said[]): boolean {
  if (meaning.type === 'change') return meaning.field === undefined && meaning.line === undefined;
  if (meaning.type !== 'language') return false;
  const spoken = said.find(({ field }) => field === 'language')?.value;
  return meaning.to === undefined || (Array.isArray(spoken) && !spoken.includes(meaning.to));
}

/** Whether a yes or no only leads to what is said beside it: "no, make it April", "yes, but we are four". */
function accompanies(meanings: readonly Meaning[], place: Place, facts: Facts): boolean {
  const said = saidIn(meanings);
  const changes = said.length > 0 || meanings.some(({ type }) => type === 'change');
  if (decisive.includes(place)) return false;
  // A correction first; the consent is then asked for what is right.
  if (place === 'review') return changes;
  if (place === 'clarifying') return said.some(({ field }) => field === facts.unsure?.[0]?.field);
  return changes || meanings.some(({ type }) => type === 'topic');
}
