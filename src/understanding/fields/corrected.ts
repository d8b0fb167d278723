import { type Text, textOf } from '../normalise.ts';
import { type Change, changesIn } from './changes.ts';
import { hitsOf } from './lexicon.ts';
import type { List, Span } from './rivals.ts';
import { takenBack } from './takenBack.ts';
import { tokensOf } from './tokens.ts';

/**
 * A message without what it takes back, the changes it names, and the fields it certainly speaks of, since one of their
 * words replaces another. `corrects`: it sounds as if it took something back, whatever was asked.
 */
export type Corrected = { text: Text; changes: readonly Change[]; fields: readonly string[]; corrects: boolean };

const nothing: readonly never[] = [];
/** A longer text is a note, which changes nothing. */
const longest = 45;
const corrections = new Set(['not', 'else', 'correction', 'change', 'said', 'unable']);
const fieldsOf: Readonly<Partial<Record<List, string>>> = { city: 'city_or_clinic' };

/** "not 50, 65", "4 not 3", "3, sorry 4", "Kuwait, I mean Qatar", "change the country to Qatar". */
export function corrected(text: Text): Corrected {
  const speech = hitsOf(text, 'speech');
  const marks = speech.filter((hit) => corrections.has(hit.code));
  if (marks.length === 0 && !/(?:لا|\bno|\bla) ?[,.;!-]/i.test(text.clean))
    return { text, changes: nothing, fields: nothing, corrects: false };
  const taken = takenBack(text, speech);
  const rest = taken.length === 0 ? text : without(text, taken);
  const changes = text.words.length > longest ? nothing : changesIn(rest);
  const corrects = changes.length > 0 || marks.some(({ code }) => code === 'correction' || code === 'change');
  if (taken.length === 0) return { text, changes, fields: nothing, corrects };
  const fields = taken.flatMap(({ list }) => (list === undefined ? [] : [fieldsOf[list] ?? list]));
  return { text: rest, changes, fields, corrects: true };
}

function without(text: Text, spans: readonly Span[]): Text {
  const tokens = tokensOf(text);
  let rest = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const start = tokens[span.from]?.start ?? 0;
    if (start < at) continue;
    rest += `${text.clean.slice(at, start)} `;
    at = tokens[span.to - 1]?.end ?? at;
    while (/[,;\s]/.test(text.clean[at] ?? '')) at++;
  }
  return textOf(rest + text.clean.slice(at));
}
