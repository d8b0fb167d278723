import type { Pending, Said, Topic } from './meaning.ts';
import type { Spoken } from './spoken.ts';
import type { TopicFound } from './topics.ts';

/** What an answer to a field naturally speaks of: no question to us, unless it is put as one. */
const spokenOfBy: Record<string, readonly Topic[]> = {
  documents: ['send_files'],
  logistics: ['ask_logistics', 'ask_visa'],
  preferences: ['ask_logistics', 'ask_doctor'],
  city_or_clinic: ['ask_doctor'],
  dates: ['ask_timing', 'ask_appointment'],
  goal: ['ask_appointment', 'ask_medical_advice', 'ask_doctor', 'ask_process'],
  direction: ['ask_medical_advice', 'ask_doctor'],
  urgency: ['ask_safety', 'complaint', 'ask_medical_advice', 'ask_timing'],
  family_contact: ['ask_roles'],
  writer: ['ask_roles'],
};

/** From this many words or fields on, a message is a note: it tells more than it asks. */
const noteWords = 25;
const noteFields = 3;

/** Of the topics found, those that want an answer: in a note only what its sentences ask, in an answer not what the answer itself speaks of. */
export function dueTopics(
  found: readonly TopicFound[],
  spoken: Spoken,
  said: readonly Said[],
  pending: Pending | null,
): TopicFound[] {
  const note = spoken.words.length > noteWords || said.length >= noteFields;
  const own = pending?.field !== undefined ? (spokenOfBy[pending.field] ?? []) : [];
  const answered = said.some((one) => one.field === pending?.field);
  return found.filter(({ topic, weight, asks }) => {
    if (asks) return true;
    if (note) return false;
    if (own.includes(topic)) return false;
    return !answered || weight > 1;
  });
}

const aboutUs: readonly Topic[] = [
  'bot_identity',
  'ask_legitimacy',
  'ask_process',
  'ask_contract',
  'ask_roles',
  'ask_referral_fee',
  'complaint',
  'out_of_scope',
  'ask_privacy',
  'send_files',
  'ask_payment',
  'worry',
  'bereavement',
];

/** Whether a question about this can be meant for the clinic; the others are for us alone. */
export function isForClinic(topic: Topic): boolean {
  return !aboutUs.includes(topic);
}
