import type { Command } from './commands.ts';
import { emergencyIn, placeIn } from './emergency.ts';
import { languageOf } from './language.ts';
import type { Heard, Listening, Meaning, Said } from './meaning.ts';
import { clean, fold, type Text, textOf } from './normalise.ts';
import { clinicQuestionOf } from './notes/clinicQuestion.ts';
import { alwaysObeyed, bothAnswerAndCommand, commandedBy, commandOf } from './obeyed.ts';
import { type Token, tokens, withoutTokens } from './private/tokens.ts';
import { type Answers, saidIn } from './said.ts';
import { selfHarmIn } from './selfHarm.ts';
import { answerIn, isMereSmallTalk, smallTalkIn } from './smallTalk.ts';
import { type Spoken, spokenOf } from './spoken.ts';
import { startIn, topicsIn } from './topics.ts';
import { dueTopics, isForClinic } from './worth.ts';

/** Of a longer text only this much is read: two pages, twice what a brief may hold. */
export const longestRead = 4_000;

/** What a text means by its words alone. */
export type ByVocabulary = Omit<Heard, 'message' | 'at'> & { spoken: Spoken };

/** The meanings of a masked text by the vocabularies, with those that its envelope brought put in their place. */
export function byVocabulary(masked: string, listening: Listening, envelope: Meaning[] = []): ByVocabulary {
  const raw = masked.slice(0, longestRead);
  const text = textOf(withoutTokens(raw));
  const hidden = tokens(raw);
  const spoken = spokenOf(text);
  const safety = safetyIn(spoken);
  const answers = saidIn(text, raw, spoken, hidden, listening);
  const command = commandOf(spoken, listening, answers);
  const before = [...envelope, ...privateMeanings(hidden)];
  const commanded = command === null ? [] : commandedBy(command.command, spoken, answers);
  const meanings = [...safety, ...commanded, ...before];
  if (
    safety[0]?.type !== 'self_harm' &&
    safety[0]?.type !== 'emergency' &&
    (command?.whole !== true || bothAnswerAndCommand(command, listening, answers))
  ) {
    meanings.push(...contentOf(text, raw, spoken, listening, answers, command?.command));
  }
  if (meanings.length === 0) meanings.push({ type: spoken.words.length > 0 ? 'unclear' : 'nothing' });
  return { language: languageOf(spoken), meanings, spoken };
}

function safetyIn(spoken: Spoken): Meaning[] {
  const harm = selfHarmIn(spoken);
  const danger = emergencyIn(spoken);
  if (harm === null && danger === null) return [];
  const place = placeIn(spoken);
  const where = place === undefined ? {} : { country: place };
  const meanings: Meaning[] = [];
  if (danger === 'emergency' || harm?.inProgress === true) meanings.push({ type: 'emergency', ...where });
  if (harm !== null) meanings.push({ type: 'self_harm', ...where, ...(harm.inProgress ? { inProgress: true } : {}) });
  return meanings.length > 0 ? meanings : [{ type: 'maybe_emergency' }];
}

function privateMeanings(hidden: readonly Token[]): Meaning[] {
  const types = [...new Set(hidden.map((token) => token.type))];
  const meanings: Meaning[] = [];
  const masked = types.filter((type) => type !== 'medical_text' && type !== 'file_link');
  if (masked.length > 0) meanings.push({ type: 'masked', types: masked });
  if (types.includes('medical_text')) meanings.push({ type: 'refused', what: 'report' });
  if (types.includes('file_link')) meanings.push({ type: 'refused', what: 'link' });
  return meanings;
}

/** "نعم للاثنين", "موافق على الاثنين": both, and no Monday. */
const isBoth = ({ field, words }: Said): boolean =>
  field === 'dates' && /^(?:علي )?(?:ا?لا?ثنين|للاثنين)$/.test(fold(clean(words)));

/** Fields, answers, questions and small talk. */
function contentOf(
  text: Text,
  raw: string,
  spoken: Spoken,
  listening: Listening,
  answers: Answers,
  command?: Command,
): Meaning[] {
  const { pending } = listening;
  const meanings: Meaning[] = [];
  if (answers.exact === true) return answeredBy(answers);
  const found = dueTopics(topicsIn(spoken), spoken, answers.said, pending);
  const yesNo = answers.byMenu ? null : answerIn(text, spoken, pending?.yesNo === true);
  const said = answers.said.filter((one) => !(yesNo !== null && pending?.yesNo === true && isBoth(one)));
  if (
    pending?.freeText === true &&
    pending.field !== undefined &&
    answers.elsewhere !== true &&
    command === undefined &&
    yesNo === null &&
    spoken.words.length > 0
  ) {
    const only =
      found.length > 0 &&
      found.every((topic) => !isForClinic(topic.topic)) &&
      // In a form that a clinic answers it is for the clinic, whatever it speaks of (R099).
      clinicQuestionOf(raw).forms.length === 0;
    if (
      !only &&
      !isMereSmallTalk(spoken) &&
      !saysWhoIsHere(spoken) &&
      !said.some((one) => one.field === pending.field)
    ) {
      const words = raw.trim().slice(0, longestFreeText);
      said.unshift({ field: pending.field, value: words, words });
    }
  }
  if (command === 'change' && said.length === 1 && said[0] !== undefined)
    meanings.push({ type: 'change', field: said[0].field });
  if (said.length > 0) meanings.push({ type: 'said', said });
  if (yesNo !== null) meanings.push({ type: yesNo });
  if (answers.choice !== undefined) meanings.push({ type: 'choice', option: answers.choice });
  if (command === undefined || alwaysObeyed.includes(command))
    for (const { topic } of found) meanings.push({ type: 'topic', topic });
  if (found.length === 0 && command === undefined && startIn(spoken).start) meanings.push({ type: 'start' });
  meanings.push(...smallTalkIn(text, spoken));
  return meanings;
}

/** An option of the menu and nothing else. */
function answeredBy({ said, choice }: Answers): Meaning[] {
  return choice === undefined ? [{ type: 'said', said }] : [{ type: 'choice', option: choice }];
}

/** A sentence of more words than this says more than that somebody is here. */
const longestPresence = 7;

/** "My father is here": for us, and no question for a clinic. */
function saysWhoIsHere(spoken: Spoken): boolean {
  return spoken.words.length <= longestPresence && spoken.questions.size === 0 && startIn(spoken).here;
}

/** A question for a clinic is narrow (R092); what is longer is cut. */
const longestFreeText = 600;
