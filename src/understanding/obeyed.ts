import { type Command, type Commanded, commandIn, meaningOf } from './commands.ts';
import type { Listening, Meaning } from './meaning.ts';
import { textOf } from './normalise.ts';
import type { Answers } from './said.ts';
import { answerIn } from './smallTalk.ts';
import type { Spoken } from './spoken.ts';

/** A command inside a longer message is talk about something, unless it ends our talking or keeping (`domain.md` 5.2). */
const longestWithCommand = 14;
/** "Change 4" names a line; more words name a field and its value. */
const fewestWithValue = 3;
/** They end our talking or keeping. */
export const alwaysObeyed: readonly Command[] = ['erase', 'withdraw', 'stop'];

/** "Change number 3", "تعديل سطر ٤": a line of the card, and no number of people. */
function namesLine({ words }: Spoken): boolean {
  return (
    words.length <= longestLineName &&
    /^(?:number|no|line|item|point|رقم|سطر|السطر|بند|البند|نقطه|النقطه)$/.test(words.at(-2)?.word ?? '')
  );
}
const longestLineName = 4;

/** The command that a message gives, and that is to be followed here; what answers the line that stands open is none. */
export function commandOf(spoken: Spoken, listening: Listening, answers: Answers): Commanded | null {
  const { pending } = listening;
  if (answers.zero) return { command: 'human', whole: true };
  const found = answers.byMenu ? null : commandIn(spoken, answers.said.length === 0);
  if (found === null) return null;
  const { command, whole } = found;
  // "Change the number to 6" says what is right: the field is taken, and no line of the card is asked for.
  if (
    command === 'change' &&
    answers.said.length > 0 &&
    !answers.byMenu &&
    spoken.words.length >= fewestWithValue &&
    !namesLine(spoken)
  )
    return null;
  if (!whole && !alwaysObeyed.includes(command)) {
    const most = pending?.freeText === true ? longestWithCommand / 2 : longestWithCommand;
    if (spoken.words.length > most) return null;
    if (pending?.freeText === true && command !== 'human' && !command.startsWith('language')) return null;
  }
  if (
    command.startsWith('language') &&
    pending?.field === 'language' &&
    answers.pendingAnswered &&
    !wishesLanguage(spoken)
  )
    return null;
  if (command === 'human' && answers.pendingAnswered && whole) return null;
  if (pending?.yesNo === true && (command === 'continue' || command === 'change' || command === 'skip')) {
    return whole && answerIn(textOf(spoken.words.map((one) => one.word).join(' ')), spoken, true) !== null
      ? null
      : found;
  }
  return found;
}

/** The meaning of a command; a change that names nothing is none beside a field that was said ("actually we are 4"). */
export function commandedBy(command: Command, spoken: Spoken, answers: Answers): Meaning[] {
  const meaning = meaningOf(command, spoken);
  const bare = meaning.type === 'change' && meaning.field === undefined && meaning.line === undefined;
  return bare && answers.said.length > 0 ? [] : [meaning];
}

const wish =
  /^(?:please|pls|plz|can|could|continue|switch|change|speak|talk|write|reply|chat|version|لو|سمحت.*|فضلك|رجاء|مم?كن|نكمل|كمل.*|كلم.*|تكلم.*|حول.*|غير|رد|ردوا|اكتب.*|خلنا|خلونا|law|sama7t|momkin|kalm.*)$/;

/** Whether words beside the name of a language make it a wish for this chat: "English please", and not a bare "English". */
function wishesLanguage(spoken: Spoken): boolean {
  return spoken.words.some((one) => wish.test(one.word));
}

/** A wish for this chat's language, while the family's language is asked, is the answer as well. */
export function bothAnswerAndCommand(command: Commanded, listening: Listening, answers: Answers): boolean {
  return command.command.startsWith('language') && listening.pending?.field === 'language' && answers.pendingAnswered;
}
