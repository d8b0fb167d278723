import { findFields } from '../fields/findFields.ts';
import { isBlank, type Labelled, labelledLines } from '../fields/labels.ts';
import type { Listening, Said } from '../meaning.ts';
import { textOf } from '../normalise.ts';
import { tokens, withoutTokens } from '../private/tokens.ts';
import { spokenOf } from '../spoken.ts';
import { fieldsOnWire } from '../wire/fieldsOnWire.ts';
import { asksIn } from './asks.ts';
import { casesIn } from './cases.ts';
import { clinicQuestionIn } from './clinicQuestionIn.ts';
import { consentIn } from './consent.ts';
import { contactOwnerIn } from './contactOwner.ts';
import { documentListsIn, documentsIn } from './documentsThere.ts';
import { fragmentsIn } from './fragments.ts';
import { laidOut } from './layout.ts';
import { type Note, nine } from './note.ts';
import { inEnglish } from './russian.ts';

export type { Note } from './note.ts';

/** Reads a masked note as a whole; total and pure. Of several patients it reads the first. */
export function readNote(masked: string, today: string): Note {
  return notesIn(masked, today)[0] ?? noteOf('', today, 1);
}

/** The notes that a masked note comes to, one for each patient it parts (`domain.md` 8.4); `patients` says how many it seems to be about. */
export function notesIn(masked: string, today: string): Note[] {
  const { parts, patients } = casesIn(laidOut(inEnglish(masked.slice(0, longest))));
  return parts.map((part) => noteOf(part, today, patients));
}

/** A note is a message, not a document. */
const longest = 6_000;

function noteOf(note: string, today: string, patients: number): Note {
  const listening: Listening = { pending: null, today };
  const text = textOf(note);
  const question = clinicQuestionIn(text);
  const bare = without(outOf(note, otherLinesIn(note, question)), question);
  const asked = asksIn(bare, question, today);
  const stated = statedIn(bare, asked.spans);
  const said = new Map<string, Pick<Said, 'value' | 'readings'>>();
  for (const one of findFields(textOf(stated), listening)) said.set(one.field, one);
  const alone = fragmentsIn(withoutTokens(stated), listening);
  for (const field of ['urgency', 'age_group', 'family_size']) {
    const one = alone.sure.get(field);
    if (one !== undefined) said.set(field, one);
  }
  for (const [field, one] of [...alone.sure, ...alone.found]) if (!known(said.get(field))) said.set(field, one);
  const born = tokens(note).find((token) => token.type === 'dob')?.detail;
  if (born !== undefined) said.set('age_group', { value: born });
  const given = [...said].filter(([, one]) => known(one));
  const fields = fieldsOnWire(given.map(([field, one]) => ({ field, words: '', ...one })));
  const spoken = spokenOf(textOf(withoutTokens(note)));
  const has = (field: string) => (field === 'question' ? question !== null : field in fields);
  return {
    writer: 'agency',
    country: fields['country'] ?? null,
    language: (fields['language'] as string[] | undefined) ?? null,
    direction: fields['direction'] ?? null,
    goal: fields['goal'] ?? null,
    age_group: fields['age_group'] ?? null,
    dates: fields['dates'] ?? null,
    family_size: fields['family_size'] ?? null,
    urgency: fields['urgency'] ?? null,
    city_or_clinic: (fields['city_or_clinic'] as string | undefined) ?? null,
    contact_owner: contactOwnerIn(spoken),
    consent: consentIn(spoken),
    documents: documentsIn(note, listening),
    logistics: (fields['logistics'] as string[] | undefined) ?? [],
    question: question !== null,
    boundary_asks: asked.topics,
    pii: [...new Set(tokens(note).map((token) => token.type))],
    missing: nine.filter((field) => !has(field)),
    patients,
  };
}

function known(one: Pick<Said, 'value' | 'readings'> | undefined): boolean {
  return one !== undefined && (one.value !== null || one.readings !== undefined);
}

function without(note: string, words: string | null): string {
  return words === null ? note : note.replace(words, '\n');
}

type Span = { from: number; to: number };

/** Lines that hold no field of the family's: what they tell of dates, ages or countries is of something else. */
const otherLines = new Set(['aside', 'tag', 'consent', 'contact_owner', 'documents', 'question']);

/** What a note states of its case: without what it asks, and without its lists of documents. */
function statedIn(bare: string, asks: readonly Span[]): string {
  const rest = outOf(bare, asks);
  return outOf(rest, documentListsIn(rest));
}

/** Those lines, and the ones left open; what is called a question and is none for the clinic stays, to be answered by us. */
function otherLinesIn(note: string, question: string | null): Labelled[] {
  return labelledLines(textOf(note))
    .filter(
      ({ field, value }) => isBlank(value) || (otherLines.has(field) && (field !== 'question' || question !== null)),
    )
    .map((line) => (isBlank(line.value) ? line : { ...line, to: endOf(note, line) }));
}

/** A line's own words end with its sentence, those of a mere tag with its clause. */
function endOf(note: string, { field, from, to }: Labelled): number {
  const end = note.slice(from, to).search(field === 'tag' ? /[,;/]|[.!?](?=\s|$)/ : /[.!?;](?=\s|$)/);
  return end < 0 ? to : from + end;
}

function outOf(note: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of spans) {
    if (from < at) continue;
    rest += `${note.slice(at, from)}\n`;
    at = to;
  }
  return rest + note.slice(at);
}
