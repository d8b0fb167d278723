import type { Hit } from './match.ts';
import { type Topic, topics } from './meaning.ts';
import { once } from './once.ts';
import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';

/** Of two topics found in the same words the one further on wins when both say equally much in equally few (`domain.md` 8.1, tie-breaks). */
const strength: readonly Topic[] = [
  'ask_logistics',
  'send_files',
  'ask_process',
  'complaint',
  'ask_timing',
  'ask_safety',
  'ask_price',
  'ask_medical_advice',
  'ask_outcome',
  'ask_doctor',
  'ask_privacy',
  'ask_appointment',
  'ask_payment',
  'bot_identity',
  'ask_legitimacy',
  'ask_contract',
  'ask_insurance',
  'ask_visa',
  'ask_roles',
  'ask_referral_fee',
  'out_of_scope',
  'worry',
  'bereavement',
];

/** A question or matter found, with how much was said of it, and whether its sentence asks. */
export type TopicFound = { topic: Topic; weight: number; asks: boolean };

/** Every topic a message speaks of, the one it says most about first. Of topics that rest on the same words only the stronger one counts. */
export function topicsIn(spoken: Spoken): TopicFound[] {
  const hits = [...phrasesIn(spoken, 'topics')].sort(stronger);
  const taken: Hit[] = [];
  for (const hit of hits) {
    if (!taken.some((one) => one.label !== hit.label && one.from < hit.to && hit.from < one.to)) taken.push(hit);
  }
  const asking = askingSentences(spoken);
  const found = new Map<Topic, TopicFound>();
  for (const { label, weight, sentence } of taken) {
    if (!isTopic(label)) continue;
    const there = found.get(label);
    found.set(label, {
      topic: label,
      weight: Math.max(there?.weight ?? 0, weight),
      asks: there?.asks === true || asking.has(sentence),
    });
  }
  return [...found.values()];
}

const askingWords = new Set(
  'confirm ask asks asking wonder wonders what when who which where why how can could will would is are do does should يسال يسالون تسال نسال اسال هل كم متي كيف وش شنو ايش شو منو مين وين ليش جم شلون'.split(
    ' ',
  ),
);
const clinicQuestion = /^(?:question|questions|سوال|سوالنا|سوالهم|سوالي|السوال|اسيله|вопрос)$/;

/** Sentences that ask us something; the question a note holds for the clinic is not one of them. */
function askingSentences(spoken: Spoken): Set<number> {
  const asking = new Set(spoken.questions);
  const forClinic = new Set<number>();
  for (const { word, sentence } of spoken.words) {
    if (askingWords.has(word)) asking.add(sentence);
    if (clinicQuestion.test(word)) forClinic.add(sentence);
  }
  for (const sentence of forClinic) asking.delete(sentence);
  return asking;
}

/** Whether a message asks anything, by a sign or by a word of asking. */
export function isAsking(spoken: Spoken): boolean {
  return (
    spoken.questions.size > 0 || spoken.words.some(({ word }) => askingWords.has(word) && !/^(?:is|are)$/.test(word))
  );
}

function stronger(a: Hit, b: Hit): number {
  return (
    b.weight - a.weight ||
    a.to - a.from - (b.to - b.from) ||
    strengthOf(b.label) - strengthOf(a.label) ||
    a.from - b.from
  );
}

function strengthOf(label: string): number {
  return isTopic(label) ? strength.indexOf(label) : -1;
}

function isTopic(label: string): label is Topic {
  return (topics as readonly string[]).includes(label);
}

/**
 * Whether the person asks for treatment or our help (`start`), or speaks for an agency (`agency`),
 * or says that a relative or guardian is there (`here`).
 */
export const startIn = once((spoken: Spoken): { start: boolean; agency: boolean; here: boolean } => {
  const labels = phrasesIn(spoken, 'starts').map((hit) => hit.label);
  return { start: labels.includes('start'), agency: labels.includes('agency'), here: labels.includes('here') };
});
