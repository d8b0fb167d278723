import type { Meaning } from './meaning.ts';
import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';
import { isUndone } from './undone.ts';
import { wholeMessages } from './whole.ts';
import vocabulary from './words/commands.json' with { type: 'json' };

const wholeOf = wholeMessages(vocabulary.whole, Object.values(vocabulary.fillers).flat());

/** So far from its words stands what takes a command back: who says more in one breath is still obeyed. */
const reach = 2;

/** In the order in which they win when a message seems to hold several (`domain.md` 8.1: deleting beats stopping). */
const order = [
  'erase',
  'withdraw',
  'stop',
  'cancel',
  'human',
  'language_en',
  'language_ar',
  'language',
  'restart',
  'new_case',
  'status',
  'mine',
  'help',
  'back',
  'continue',
  'change',
  'skip',
  'why',
] as const;
export type Command = (typeof order)[number];

/** The command a message is or holds; `whole` when the message is nothing else, `sure` when it needed no typing error forgiven. */
export type Commanded = { command: Command; whole: boolean };

/** The command in a message; one in need of forgiving only with `typos`. */
export function commandIn(spoken: Spoken, typos: boolean): Commanded | null {
  const whole = wholeOf(spoken, typos);
  if (whole !== null && isCommand(whole.label) && (whole.sure || !isOpposed(whole.label, spoken)))
    return { command: whole.label, whole: true };
  const labels = labelsIn(spoken);
  const first = order.find((command) => labels.has(command));
  const change = (first === undefined || first === 'change') && startsChange(spoken) ? changeOf(spoken) : {};
  if (change.line !== undefined || (first === undefined && change.field !== undefined))
    return { command: 'change', whole: true };
  return first === undefined ? null : { command: first, whole: false };
}

/**
 * The commands whose words are in a message. Beside a command `x` the vocabulary has `x_written`, words that count only in
 * the letters they are written in, since their few consonants are those of too many words of Arabizi, and `not_x`, what
 * takes the command back in its sentence.
 */
function labelsIn(spoken: Spoken): ReadonlySet<string> {
  const hits = phrasesIn(spoken, 'commands');
  const labels = new Set<string>();
  for (const hit of hits) {
    const { label, from, to } = hit;
    const written = label.endsWith('_written');
    const name = written ? label.slice(0, -'_written'.length) : label;
    if (written && isSounded(spoken, from, to)) continue;
    const against = hits.filter((other) => other.label === `not_${name}`);
    if (!isUndone(hit, against, reach)) labels.add(name);
  }
  return labels;
}

/** Whether a message has words that speak against a command: then no typing error is forgiven for it. */
function isOpposed(command: Command, spoken: Spoken): boolean {
  return phrasesIn(spoken, 'commands').some(({ label }) => label === `not_${command}`);
}

/** Whether the words were found by their sound, as Arabic in Latin letters is. */
function isSounded({ words }: Spoken, from: number, to: number): boolean {
  return words[from]?.skeleton !== '' || words[to - 1]?.skeleton !== '';
}

function isCommand(label: string): label is Command {
  return (order as readonly string[]).includes(label);
}

const changeWords =
  /^(?:change|edit|correct|fix|update|modify|amend|غير|عدل|تعديل|تغيير|صحح|تصحيح|بدل|اعدل|اغير|8ayer|ghayer|3adel|ta3deel)$/;

function startsChange(spoken: Spoken): boolean {
  return changeWords.test(spoken.words[0]?.word ?? '') && spoken.words.length <= 6;
}

/** What a message wants changed: a field by its name, or a line of the review card ("change 4", "تعديل ٤"). */
export function changeOf(spoken: Spoken): { field?: string; line?: number } {
  const at = spoken.words.findIndex((one) => changeWords.test(one.word));
  if (at >= 0 && spoken.words.length <= at + 4) {
    const number = spoken.words.slice(at + 1).find((one) => /^\d{1,2}$/.test(one.word));
    if (number) return { line: Number(number.word) };
  }
  const hits = [...phrasesIn(spoken, 'fieldNames')].sort((a, b) => b.weight - a.weight || a.from - b.from);
  return hits[0] ? { field: hits[0].label } : {};
}

/** The meaning of a command. */
export function meaningOf(command: Command, spoken: Spoken): Meaning {
  if (command === 'language_en') return { type: 'language', to: 'en' };
  if (command === 'language_ar') return { type: 'language', to: 'ar' };
  if (command === 'change') return { type: 'change', ...changeOf(spoken) };
  return { type: command };
}
