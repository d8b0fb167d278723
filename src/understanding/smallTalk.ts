import type { Meaning, Pending } from './meaning.ts';
import { foldLetters, type Text } from './normalise.ts';
import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';
import { wholeMessages } from './whole.ts';
import vocabulary from './words/smallTalk.json' with { type: 'json' };

const wholeOf = wholeMessages(vocabulary.whole, [
  'والله',
  'يا',
  'الله',
  'شكرا',
  'لك',
  'لكم',
  'thanks',
  'thank',
  'you',
  'please',
  'please',
  'اخي',
  'اختي',
  'اخوي',
  'sir',
  'dear',
  'team',
]);
const begins = {
  yes: openings(vocabulary.begins.yes),
  no: openings(vocabulary.begins.no),
  turns: openings(vocabulary.begins.turns),
};

function openings(languages: Record<string, readonly string[]>): string[] {
  return Object.values(languages)
    .flat()
    .map((wording) => foldLetters(wording).replace(/'/g, ''));
}

/**
 * Yes or no. Without a yes-or-no question open, only a message that is nothing else counts; with one, the beginning does,
 * unless the sentence turns ("yes, but do not …"): that is for the person to say again, not for us to guess (R037, R047).
 */
export function answerIn(text: Text, spoken: Spoken, asked: boolean): 'yes' | 'no' | null {
  const whole = wholeOf(spoken, asked);
  if (whole?.label === 'yes' || whole?.label === 'no') return whole.label;
  if (!asked) return null;
  if (spoken.words.length === 0) return emojiIn(text.raw, 'yes') ? 'yes' : emojiIn(text.raw, 'no') ? 'no' : null;
  const words = spoken.words.map((one) => one.word);
  const line = words.join(' ');
  const startsWith = (list: string[]) => list.find((one) => line === one || line.startsWith(`${one} `));
  const no = startsWith(begins.no);
  const yes = startsWith(begins.yes);
  if (yes !== undefined && (no === undefined || yes.length > no.length)) {
    const rest = line.slice(yes.length).split(' ');
    return begins.turns.some((turn) => rest.includes(turn)) ? null : 'yes';
  }
  if (no === undefined) return null;
  const rest = ` ${line.slice(no.length)} `;
  return /^(?:لا|no|la)$/.test(no) && /(?: مانع | مشكله | problem | objection | باس | خلاف )/.test(rest) ? 'yes' : 'no';
}

/** Whether a message without words holds an emoji of this kind. */
function emojiIn(raw: string, kind: 'yes' | 'no' | 'thanks'): boolean {
  return vocabulary.emoji[kind].some((emoji) => raw.includes(emoji));
}

/** Greetings, thanks and farewells, in this order; the kunya a person offers comes as written (`domain.md` 6.2). */
export function smallTalkIn(text: Text, spoken: Spoken): Meaning[] {
  const whole = wholeOf(spoken, false);
  const labels = new Set(phrasesIn(spoken, 'smallTalk').map((hit) => hit.label));
  if (whole !== null) labels.add(whole.label);
  if (spoken.words.length === 0 && emojiIn(text.raw, 'thanks')) labels.add('thanks');
  const kunya = kunyaIn(text);
  const meanings: Meaning[] = [];
  if (labels.has('salam') || labels.has('greet') || kunya !== undefined) {
    meanings.push({ type: 'greet', salam: labels.has('salam'), ...(kunya === undefined ? {} : { kunya }) });
  }
  if (labels.has('thanks')) meanings.push({ type: 'thanks' });
  if (labels.has('goodbye')) meanings.push({ type: 'goodbye' });
  return meanings;
}

const introduction =
  /(?:معاكم|معكم|معاك|معك|وياكم|وياك|انا|أنا|محدثكم|محدثتكم|اخوكم|أخوكم|اختكم|أختكم)\s+((?:أبو|ابو|أم|ام|بو|إم)\s[\u0621-\u064a]{2,15}(?:\s(?:ال[\u0621-\u064a]{2,12}))?)(?=\s|$|[.,،!؟?\n])/;
const introductionLatin =
  /(?:this is|i am|i'm|ma3akom|ma3kom|ana)\s+((?:abu|umm|um|bu|abo|om)\s[a-z]{2,15})(?=\s|$|[.,!?\n])/i;

/** The kunya ("أم خالد") with which a person introduces themselves. */
export function kunyaIn(text: Text): string | undefined {
  const kunya = introduction.exec(text.clean)?.[1] ?? introductionLatin.exec(text.clean)?.[1];
  return kunya === undefined || relation.test(kunya) ? undefined : kunya;
}

/** "The father of the patient", "the mother of a child" says what somebody is, not what they are called. */
const relation =
  /\s(?:ال)?(?:مريض|حال|طفل|ولد|بنت|ابن|رضيع|عيال|اولاد|أولاد|زوج)|\s(?:el|al)?-?(?:mari|mare|walad|bint|tifl|6ifl)/i;

/** Whether a message is small talk to the letter, or the yes or no that was asked for: no field is said in it. */
export function saysNoField(spoken: Spoken, pending: Pending | null): boolean {
  const whole = wholeOf(spoken, false);
  if (whole === null) return false;
  return (whole.label !== 'yes' && whole.label !== 'no') || (pending?.yesNo === true && pending.field === undefined);
}

/** Whether the message is a greeting, thanks or a farewell and nothing else. */
export function isMereSmallTalk(spoken: Spoken): boolean {
  const whole = wholeOf(spoken, true);
  return whole !== null && whole.label !== 'yes' && whole.label !== 'no';
}
