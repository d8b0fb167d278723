import type { Facts } from '../src/dialogue/facts.ts';
import { noFacts } from '../src/dialogue/facts.ts';
import { type Message, turn } from '../src/dialogue/turn.ts';
import { mask } from '../src/understanding/private/mask.ts';

/** From hello to a sent brief in twelve messages, one thing at a time (the most that a family needs). */
const written = [
  [
    'السلام عليكم، حابين نستفسر عن العلاج في روسيا',
    'الموضوع يخص الوالد',
    'احنا ساكنين في الدمام',
    'بالعربي لو سمحتم',
    'عنده مشاكل في القلب',
    'نبي رأي طبي ثاني',
    'عمره ٦٦ سنة',
    'من ٣ الى ١٧ فبراير',
    '٣ اشخاص',
    'مو مستعجلين',
    'هل القسطرة تكفي في مثل حالة الوالد ولا لازم له عملية قلب مفتوح؟',
    '١',
  ],
  [
    'Hello, my cousin told me that you arrange treatment in Russia',
    'it is for my wife',
    'we live in Doha',
    'English please',
    'her knee, the orthopedic side',
    'surgery',
    'she is 47',
    'from 9 to 20 February',
    '2 people',
    'not urgent',
    'Would the surgeon want a new scan, or is the one from last spring good enough to begin with?',
    '1',
  ],
] as const;

/** One message of a dialogue, with the facts as they stand when it comes and the bubbles that answer it. */
export type Step = { text: string; masked: string; facts: Facts; replies: readonly string[] };
export type Dialogue = { steps: readonly Step[]; filed: boolean };

export const world = (now = Date.now()) => ({ now, number: 'main', caseNumber: 'MVM-7K3QD-R' });

let messages = 0;
/** A message id of the length that phones give; counted, for drawing one would cost more than some turns. */
export const messageId = (): string => `3A${String(messages++).padStart(18, '0')}`;

export const asMessage = (text: string, at = Date.now()): Message => ({
  id: messageId(),
  at,
  content: { kind: 'text', text },
  phoneCountry: 'SA',
});

/** Masks as the door does before anything else is done with a text. */
export const masked = (text: string): string => mask(text, new Date().toISOString().slice(0, 10), 'SA').text;

/** The dialogues, played once. One that no longer ends with a brief is said to on stderr: then it measures something else. */
export const dialogues: readonly Dialogue[] = written.map((lines, index) => {
  let facts: Facts = noFacts;
  let filed = false;
  const steps = lines.map((text): Step => {
    const before = facts;
    const done = turn(before, [asMessage(masked(text))], world());
    facts = done.facts;
    filed ||= done.effects.some(({ type }) => type === 'file');
    const replies = done.effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : []));
    return { text, masked: masked(text), facts: before, replies };
  });
  if (!filed) process.stderr.write(`bench: dialogue ${index + 1} did not reach a brief; asked last: ${facts.asked}\n`);
  return { steps, filed };
});

/** The `n`th dialogue, round and round. */
export function dialogue(n: number): Dialogue {
  const one = dialogues[n % dialogues.length];
  if (!one) throw new Error('there are no dialogues');
  return one;
}
