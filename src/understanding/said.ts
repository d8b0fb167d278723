import { findFields } from './fields/findFields.ts';
import { find as findQuestion } from './fields/question.ts';
import { find as findWriter } from './fields/writer.ts';
import type { Listening, Said } from './meaning.ts';
import type { Text } from './normalise.ts';
import { menuNumber, optionByLabel } from './options.ts';
import type { Token } from './private/tokens.ts';
import { withoutAside } from './sideQuestion.ts';
import { saysNoField } from './smallTalk.ts';
import type { Spoken } from './spoken.ts';
import { startIn } from './topics.ts';
import { whollyOf } from './wholly.ts';

/** What a message answers. */
export type Answers = {
  said: Said[];
  /** The option of a menu that is not a field's. */
  choice?: string;
  /** It was a number or a label of the menu that stands. */
  byMenu: boolean;
  /** It was that to the letter, and so nothing else. */
  exact?: boolean;
  pendingAnswered: boolean;
  /** It is a value of other fields and nothing else, so that it is no text for the clinic. */
  elsewhere?: boolean;
  /** Zero under a numbered menu: a person is wanted. */
  zero: boolean;
};

/** The fields said in a message, or the option chosen; `text` is without tokens, `raw` with them. */
export function saidIn(
  text: Text,
  raw: string,
  spoken: Spoken,
  hidden: readonly Token[],
  listening: Listening,
): Answers {
  const { pending } = listening;
  const options = pending?.options ?? [];
  const number = options.length > 0 && hidden.length === 0 ? menuNumber(text) : null;
  if (number === 0) return { said: [], byMenu: true, pendingAnswered: false, zero: true };
  const byNumber = number === null ? undefined : options[number - 1];
  if (byNumber !== undefined) return { ...chosen(byNumber.code, raw, listening), exact: true };
  const byLabel = options.length > 0 && !isTwofold(text, listening) ? optionByLabel(text, options) : null;
  if (byLabel?.sure === true) return { ...chosen(byLabel.option.code, raw, listening), exact: hidden.length === 0 };
  const found = saysNoField(spoken, pending) ? [] : withoutAside(findFields(text, listening), spoken);
  const other =
    pending?.freeText === true && found.length === 0 && hidden.length === 0 ? whollyOf(text, spoken, listening) : [];
  const said = withoutPassing(other.length > 0 ? other : found, text, listening);
  keepMasked(said, raw, hidden, listening);
  addQuestion(said, text, listening);
  if (!said.some((one) => one.field === 'writer') && startIn(spoken).agency) {
    said.push({ field: 'writer', value: 'agency', words: raw.trim().slice(0, longestWords) });
  }
  const pendingAnswered = pending?.field !== undefined && said.some((one) => one.field === pending.field);
  if (byLabel !== null && !pendingAnswered && said.length === 0)
    return chosen(byLabel.option.code, raw, listening, said);
  return { said, byMenu: false, pendingAnswered, ...(other.length > 0 ? { elsewhere: true } : {}), zero: false };
}

/** عمان without vowel signs is Oman or Amman, whatever the menu shows (`domain.md` 6.6). */
function isTwofold(text: Text, { pending }: Listening): boolean {
  return pending?.field === 'country' && text.fold === 'عمان' && !/[\u064b-\u0652]/.test(text.raw);
}

const longestWords = 160;

function chosen(code: string, raw: string, listening: Listening, others: Said[] = []): Answers {
  const field = listening.pending?.field;
  if (field === undefined) return { said: others, choice: code, byMenu: true, pendingAnswered: false, zero: false };
  const value = field === 'language' ? code.split('+') : code;
  const said = [
    { field, value, words: raw.trim().slice(0, longestWords) },
    ...others.filter((one) => one.field !== field),
  ];
  return { said, byMenu: true, pendingAnswered: true, zero: false };
}

/** A question that a longer text says is for the clinic ("والسؤال: …"), behind no label of a line. */
function addQuestion(said: Said[], text: Text, { pending }: Listening): void {
  if (pending?.freeText === true || said.some(({ field }) => field === 'question')) return;
  const question = findQuestion(text);
  if (question !== null) said.push({ field: 'question', ...question });
}

/** Told from what an answer to another question says of an illness, who writes is a guess ("the heart, like my grandfather"). */
function withoutPassing(said: Said[], text: Text, listening: Listening): Said[] {
  const field = listening.pending?.field;
  if (field === undefined || field === 'writer' || said.length < 2 || /[:=\n]/.test(text.clean)) return said;
  if (!said.some((one) => one.field === 'writer') || findWriter(text, false, listening) !== null) return said;
  return said.filter((one) => one.field !== 'writer');
}

/** What masking kept: the age band of a date of birth, and the country of a phone number when the country was asked. */
function keepMasked(said: Said[], raw: string, hidden: readonly Token[], listening: Listening): void {
  const has = (field: string) => said.some((one) => one.field === field);
  const born = hidden.find((token) => token.type === 'dob' && token.detail !== undefined);
  if (born?.detail !== undefined) {
    const guessed = said.findIndex((one) => one.field === 'age_group');
    if (guessed >= 0) said.splice(guessed, 1);
    said.push({ field: 'age_group', value: born.detail, words: `⟨dob:${born.detail}⟩` });
  }
  const phone = hidden.find((token) => token.type === 'phone' && token.detail !== undefined);
  if (phone?.detail !== undefined && listening.pending?.field === 'country' && !has('country')) {
    said.push({ field: 'country', value: phone.detail, words: raw.trim().slice(0, longestWords) });
  }
}
