import { asWritten } from '../asWritten.ts';
import type { Listening, Said } from '../meaning.ts';
import { clean, type Text, textOf } from '../normalise.ts';
import * as ageGroup from './ageGroup.ts';
import * as cityOrClinic from './cityOrClinic.ts';
import { corrected } from './corrected.ts';
import * as country from './country.ts';
import * as dates from './dates.ts';
import * as direction from './direction.ts';
import * as documents from './documents.ts';
import * as familyContact from './familyContact.ts';
import type { Find, Found } from './found.ts';
import * as goal from './goal.ts';
import { isBlank, labelled } from './labels.ts';
import * as language from './language.ts';
import { hitsOf } from './lexicon.ts';
import * as logistics from './logistics.ts';
import * as preferences from './preferences.ts';
import * as question from './question.ts';
import { tokensOf } from './tokens.ts';
import * as travellers from './travellers.ts';
import * as urgency from './urgency.ts';
import * as writer from './writer.ts';

/** Every field and its reader; the order is that of the result. */
const readers: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['writer', writer.find],
  ['country', country.find],
  ['language', language.find],
  ['direction', direction.find],
  ['goal', goal.find],
  ['age_group', ageGroup.find],
  ['dates', dates.find],
  ['family_size', travellers.find],
  ['urgency', urgency.find],
  ['question', question.find],
  ['city_or_clinic', cityOrClinic.find],
  ['documents', documents.find],
  ['logistics', logistics.find],
  ['preferences', preferences.find],
  ['family_contact', familyContact.find],
]);

/** Fields are read from so many characters: a note is shorter, and a longer text must not cost more. */
const longest = 6000;

/**
 * All fields that a message says, each at most once, the pending one first (R013): lines of the form `label: value` first,
 * then what was asked, then whatever the text says of itself. Words that were taken back ("not 3, 4") do not count.
 * A word that is exactly one of another field is not a mistyped one of the field asked.
 * "I don't know" to the pending question is the value `null` (R017). Where any text answers the pending question,
 * only labelled lines are read: the text belongs to that question.
 */
export function findFields(whole: Text, listening: Listening): Said[] {
  const text = whole.clean.length > longest ? textOf(whole.clean.slice(0, longest)) : whole;
  const pending = listening.pending?.field;
  const found = new Map<string, Found>();
  const lines = labelled(text);
  for (const { field, value } of lines) {
    if (found.has(field)) continue;
    const said = readLabelled(field, field === 'question' ? asWritten(text, value) : value, listening);
    if (said !== null) found.set(field === 'companions' ? 'family_size' : field, said);
  }
  if (listening.pending?.freeText !== true) {
    const rest = corrected(plain(text));
    if (pending !== undefined) take(found, pending, rest.text, true, listening);
    for (const { field, value } of rest.changes) take(found, field, value, true, listening);
    for (const field of readers.keys()) take(found, field, rest.text, false, listening);
    if (pending !== undefined && !found.has(pending) && unknown(rest.text))
      found.set(pending, { value: null, words: rest.text.clean });
  }
  return inOrder(found, pending);
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
  for (const field of readers.keys()) if (field !== pending) add(field);
  return all;
}

function take(found: Map<string, Found>, field: string, text: Text, asked: boolean, listening: Listening): void {
  if (found.has(field)) return;
  const said = readers.get(field)?.(text, asked, listening) ?? null;
  if (said !== null) found.set(field, said);
}

/** What a text says of one field: as the answer to it, or, not `asked`, of itself. */
export function readField(field: string, text: Text, listening: Listening, asked = true): Found | null {
  return readers.get(field)?.(text, asked, listening) ?? null;
}

function readLabelled(field: string, value: string, listening: Listening): Found | null {
  if (field === 'question') return isBlank(value) ? null : { value, words: value };
  const text = textOf(value);
  if (field !== 'companions') return readers.get(field)?.(text, true, listening) ?? null;
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
