import { asWritten } from '../asWritten.ts';
import type { Listening, Said } from '../meaning.ts';
import { clean, type Text, textOf } from '../normalise.ts';
import { countryBesides, withoutHearsay, withoutOwnAge } from './asides.ts';
import { type Corrected, corrected } from './corrected.ts';
import type { Found } from './found.ts';
import { isBlank, labelled } from './labels.ts';
import { hitsOf } from './lexicon.ts';
import * as question from './question.ts';
import { fieldNames, readField } from './readers.ts';
import { tokensOf } from './tokens.ts';
import * as travellers from './travellers.ts';
import { writerImplied } from './writerImplied.ts';

export { readField } from './readers.ts';

/** Fields are read from so many characters: a note is shorter, and a longer text must not cost more. */
const longest = 6000;

/**
 * All fields that a message says, each at most once, the pending one first (R013): lines of the form `label: value` first,
 * then what was asked, then whatever the text says of itself. Words that were taken back ("not 3, 4") do not count, nor
 * what it tells of strangers. A word that is exactly one of another field is not a mistyped one of the field asked.
 * "I don't know" to the pending question is the value `null` (R017). Where any text answers the pending question,
 * only labelled lines are read: the text belongs to that question.
 */
export function findFields(whole: Text, listening: Listening): Said[] {
  const text = whole.clean.length > longest ? textOf(whole.clean.slice(0, longest)) : whole;
  const found = new Map<string, Found>();
  const lines = labelled(text);
  for (const { field, value } of lines) {
    if (found.has(field)) continue;
    const said = readLabelled(field, field === 'question' ? asWritten(text, value) : value, listening);
    if (said !== null) found.set(field === 'companions' ? 'family_size' : field, said);
  }
  if (listening.pending?.freeText !== true) {
    const rest = corrected(plain(text));
    readRest(found, rest, listening);
    if (lines.length === 0) imply(found, rest);
  }
  return inOrder(found, listening.pending?.field);
}

/** What strangers did and where is told in the words of these fields. */
const toldOfOthers: ReadonlySet<string> = new Set([
  'writer',
  'country',
  'age_group',
  'dates',
  'family_size',
  'urgency',
  'city_or_clinic',
  'goal',
]);
/** A bare number or a date could answer each of these. */
const numbered: ReadonlySet<string> = new Set(['age_group', 'dates', 'family_size', 'urgency']);

/** What the unlabelled text says: what was asked, what it changes, and whatever it says of itself. */
function readRest(found: Map<string, Found>, rest: Corrected, listening: Listening): void {
  const pending = listening.pending?.field;
  const own = withoutHearsay(rest.text);
  const textFor = (field: string): Text => (toldOfOthers.has(field) ? own : rest.text);
  // A correction may be of another field than the one asked: what others surely say is not the answer.
  const late = pending !== undefined && rest.corrects && numbered.has(pending);
  if (pending !== undefined && !late) take(found, pending, textFor(pending), true, listening);
  for (const { field, value } of rest.changes) take(found, field, value, true, listening);
  for (const field of rest.fields) take(found, field, textFor(field), true, listening);
  for (const field of fieldNames) if (!late || field !== pending) take(found, field, textFor(field), false, listening);
  if (late) {
    take(found, pending, withoutOthers(own, pending, found), true, listening);
    take(found, pending, own, false, listening);
  }
  if (pending !== undefined && !found.has(pending) && unknown(rest.text))
    found.set(pending, { value: null, words: rest.text.clean });
}

/** The text without the words that answer other fields a number could answer as well. */
function withoutOthers(text: Text, pending: string, found: ReadonlyMap<string, Found>): Text {
  let rest = text.clean;
  for (const [field, { words }] of found) {
    if (field === pending || !numbered.has(field)) continue;
    // An age is known by its band alone, so its number cannot be told from others.
    rest = field === 'age_group' ? rest.replace(/\d+/g, ' ') : rest.replace(words, ' ');
  }
  return rest === text.clean ? text : textOf(rest);
}

function take(found: Map<string, Found>, field: string, text: Text, asked: boolean, listening: Listening): void {
  if (found.has(field)) return;
  const said = readBeside(field, text, asked, listening, found);
  if (said !== null) found.set(field, said);
}

/** The same without what is the writer's or a relative's own beside the patient's. */
function readBeside(
  field: string,
  text: Text,
  asked: boolean,
  listening: Listening,
  found: ReadonlyMap<string, Found>,
): Found | null {
  if (field === 'age_group') return readField(field, withoutOwnAge(text), listening, asked);
  const said = readField(field, text, listening, asked);
  if (field !== 'country' || said === null) return said;
  return countryBesides(text, listening, asked, found.has('age_group')) ?? said;
}

/** Who writes, told by the illness that is spoken of. */
function imply(found: Map<string, Found>, { text, corrects }: Corrected): void {
  const ill = found.has('direction') || found.has('goal');
  if (found.has('writer') || !(ill || corrects || found.has('age_group'))) return;
  const writer = writerImplied(withoutHearsay(text), found.get('goal')?.value, ill);
  if (writer !== null) found.set('writer', writer);
}

/** The pending field first; what is near only, beside nothing else. */
function inOrder(found: ReadonlyMap<string, Found>, pending: string | undefined): Said[] {
  const all: Said[] = [];
  if (found.size === 0) return all;
  const add = (field: string) => {
    const said = found.get(field);
    if (said === undefined || (said.near === true && found.size > 1)) return;
    const { near: _, ...rest } = said;
    all.push({ field, ...rest });
  };
  if (pending !== undefined) add(pending);
  for (const field of fieldNames) if (field !== pending) add(field);
  return all;
}

function readLabelled(field: string, value: string, listening: Listening): Found | null {
  if (field === 'question') return isBlank(value) ? null : { value, words: value };
  const text = corrected(textOf(value)).text;
  if (field !== 'companions') return readField(field, text, listening);
  return travellers.find(textOf(`${value} مرافق`), true) ?? null;
}

/** The text without masks, which hold words of ours, and without questions put to the clinic, which hold no answers. */
function plain(text: Text): Text {
  const asks = question.wordsOf(text);
  if (asks === null && !text.clean.includes('⟨')) return text;
  const masked = text.clean.replace(/⟨(?!dob)[^⟨⟩]{0,40}⟩/g, ' ');
  return textOf(clean(asks === null ? masked : masked.replace(asks, ' ')));
}

/** Whether a message says only that the person does not know. */
function unknown(text: Text): boolean {
  const hits = hitsOf(text, 'speech');
  const told = hits.find((hit) => hit.code === 'unknown');
  const little = hits.filter((hit) => hit.code === 'filler').reduce((sum, hit) => sum + hit.to - hit.from, 0);
  return told !== undefined && tokensOf(text).length - (told.to - told.from) - little <= 3;
}
