import { type Language, languages } from '../../locales/words.ts';
import type { Topic } from '../understanding/meaning.ts';
import type { Effect } from './effects.ts';
import type { Facts } from './facts.ts';
import { without } from './known.ts';
import type { Form, Line, Place } from './line.ts';
import { lineKey } from './lineKey.ts';
import { speakDue } from './speak/due.ts';
import { speak } from './speak/say.ts';

/** What one turn has gathered so far. */
export type Gathered = {
  facts: Facts;
  lines: Line[];
  due: Place | null;
  effects: Effect[];
  /** Danger was heard: only the safe exit is said (`domain.md` 3.2). */
  urgent: boolean;
};

/** Up to this many characters, what is said and what is asked stand in one bubble (`domain.md` 6.3). */
export const BUBBLE = 350;

/** The replies of a turn, at most two bubbles, and the facts with the line last asked. */
export function bubbles(before: Facts, gathered: Gathered): { next: Facts; replies: string[] } {
  const { facts, due } = gathered;
  const key = due ? lineKey(due, facts) : undefined;
  const form = due ? formOf(due, key, before, gathered) : 'full';
  const said = gathered.urgent
    ? []
    : joined(gathered.lines, due === 'review' && form === 'full').filter((line) => fits(line, due));
  const next = key === undefined ? facts : asked(facts, key);
  const spoken = facts.language ? [facts.language] : languages;
  const replies = spoken.map((language) => compose(said, due, form, facts, language));
  // Nobody knows their language yet: all of it in every language, in one bubble.
  return { next, replies: facts.language ? replies.flat() : [replies.flat().join('\n\n')].filter(Boolean) };
}

function compose(said: Line[], due: Place | null, form: Form, facts: Facts, language: Language): string[] {
  const before = said.map((line) => speak(line, facts, language)).join('\n\n');
  const [first, ...rest] = due ? speakDue(due, form, facts, language) : [];
  if (first === undefined) return before ? [before] : [];
  if (before === '') return [first, ...rest];
  if (rest.length > 0 || before.length + first.length <= BUBBLE) return [`${before}\n\n${first}`, ...rest];
  return [before, first];
}

/** While questions are paused, only the safe exit and what was asked for by its word is said. */
const fits = (line: Line, due: Place | null): boolean =>
  due !== 'paused' || !['topic', 'noted', 'hello', 'thanks'].includes(line.line);

/** What a question that only the doctor decides is about as well. */
const doctors: readonly Topic[] = ['ask_medical_advice', 'ask_outcome'];

/**
 * A greeting is returned before all else. What was noted in several messages is said once, not at all when the card shows
 * it; a refusal needs no second one, and that the doctor decides is said once.
 */
function joined(said: readonly Line[], onCard: boolean): Line[] {
  const lines = said.toSorted((a, b) => Number(b.line === 'hello') - Number(a.line === 'hello'));
  const refused = lines.some((line) => line.line === 'refused');
  const decides = lines.some((line) => line.line === 'doctorDecides');
  const fields = new Set(lines.flatMap((line) => (line.line === 'noted' ? line.fields : [])));
  const first = lines.findIndex((line) => line.line === 'noted');
  return lines
    .filter((line, index) => line.line !== 'noted' || (index === first && !onCard))
    .filter((line) => !(refused && line.line === 'topic' && line.topic === 'send_files'))
    .filter((line) => !(decides && line.line === 'topic' && doctors.includes(line.topic)))
    .map((line) => (line.line === 'noted' ? { ...line, fields: [...fields] } : line));
}

/** Whole when it is new, or when the card has changed; another way after each miss; otherwise short. */
function formOf(due: Place, key: string | undefined, before: Facts, { facts, urgent }: Gathered): Form {
  if (urgent || facts.asked !== key) return 'full';
  const misses = facts.misses ?? 0;
  if (misses > (before.misses ?? 0)) return misses >= 3 ? 'retry3' : misses === 2 ? 'retry2' : 'retry1';
  return due === 'review' && facts.known !== before.known ? 'full' : 'short';
}

/** Misses are counted for one line: another line begins at none. */
const asked = (facts: Facts, key: string): Facts => {
  if (facts.asked === key) return facts;
  return facts.asked === undefined ? { ...facts, asked: key } : { ...without(facts, 'misses'), asked: key };
};
