import { clean, fold } from '../normalise.ts';
import { type Mark, marksIn, type Word } from './caseMarks.ts';
import words from './words/cases.json' with { type: 'json' };

/** A note cut by patients: each part with what is said of all, and how many patients the note says there are. */
export type Cases = { parts: string[]; patients: number };

const many = new Map(
  Object.entries(words.many).flatMap(([number, own]) => own.map((word) => [fold(clean(word)), Number(number)])),
);
const folded = (own: readonly string[]): Set<string> => new Set(own.map((word) => fold(clean(word))));
const alone = folded(words.alone);
const counted = folded(words.counted);
const between = folded(words.between);

/**
 * Cuts a note about several patients ("Case 1 … Case 2 …", "الحالة الثانية", "second patient: …", "two pts: 1) … 2) …"),
 * so that nothing said of one is read as the other's; what stands before the first and after the last is said of all.
 * A note that only says it is about two, and does not part them, stays whole and is counted.
 */
export function casesIn(note: string): Cases {
  const tokens = wordsIn(note);
  const announced = announcedIn(tokens);
  const marks = chained(marksIn(note, tokens, announced > 1));
  const first = marks[0];
  if (first === undefined) return { parts: [note], patients: announced };
  if (first.number > 1) {
    const parts = [note.slice(0, first.at), ...marks.map(({ from }, i) => note.slice(from, marks[i + 1]?.at))];
    return { parts: parts.map(bare), patients: parts.length };
  }
  const end = endOfLast(note, marks);
  const parts = marks.map(({ from }, i) =>
    [note.slice(0, first.at), note.slice(from, marks[i + 1]?.at ?? end), note.slice(end)].map(bare),
  );
  return {
    parts: parts.map((part) => part.filter((one) => one !== '').join('\n')),
    patients: Math.max(parts.length, announced),
  };
}

/** Without the sign that stood behind its mark. */
const bare = (part: string): string => part.replace(/^[\s:.,)–—-]+/, '').trim();

function wordsIn(note: string): Word[] {
  return [...note.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    word: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** "two patients", "2 new cases", "حالتين": how many are announced, at least one. */
function announcedIn(tokens: readonly Word[]): number {
  const numbers = tokens.map(({ word }, at) => {
    const number = many.get(word) ?? 1;
    const noun = tokens[between.has(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1]?.word ?? '';
    return alone.has(word) || counted.has(noun) ? number : 1;
  });
  return Math.max(1, ...numbers);
}

/** The marks that count up from the first; or from a second that says so, where the first patient has none. */
function chained(marks: readonly Mark[]): Mark[] {
  const chain: Mark[] = [];
  for (const mark of marks) {
    const last = chain.at(-1)?.number;
    const next = last === undefined ? mark.number === 1 || (mark.number === 2 && mark.tells) : mark.number === last + 1;
    if (next) chain.push(mark);
  }
  return chain.length > 1 || (chain[0]?.number ?? 1) > 1 ? chain : [];
}

/** The last part ends with its clause or its sentence where all stand in one line; else it has as many lines as the longest before it. */
function endOfLast(note: string, marks: readonly Mark[]): number {
  const starts = marks.map(({ at }) => at);
  const from = marks.at(-1)?.from ?? 0;
  const rest = note.slice(from);
  const behind = (pattern: RegExp) => {
    const found = pattern.exec(rest);
    return found === null ? note.length : from + found.index + found[0].length;
  };
  if (marks.at(-1)?.within === true) return behind(/[,.;!?\n]/);
  if (!note.slice(starts[0], from).includes('\n')) return behind(/[\p{L}\p{N})][.!?](?=\s|$)|\n/u);
  const lengths = starts.slice(1).map((start, at) => note.slice(starts[at], start).trim().split('\n').length);
  const own = note.slice(starts.at(-1)).split('\n');
  const blank = own.indexOf('');
  const lines = Math.min(Math.max(...lengths), blank < 0 ? own.length : blank);
  return (starts.at(-1) ?? 0) + own.slice(0, lines).join('\n').length;
}
