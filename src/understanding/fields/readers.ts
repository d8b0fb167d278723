import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import * as ageGroup from './ageGroup.ts';
import * as cityOrClinic from './cityOrClinic.ts';
import * as country from './country.ts';
import * as dates from './dates.ts';
import * as direction from './direction.ts';
import * as documents from './documents.ts';
import * as familyContact from './familyContact.ts';
import type { Find, Found } from './found.ts';
import * as goal from './goal.ts';
import * as language from './language.ts';
import { hitsOf } from './lexicon.ts';
import * as logistics from './logistics.ts';
import * as preferences from './preferences.ts';
import * as question from './question.ts';
import * as travellers from './travellers.ts';
import * as urgency from './urgency.ts';
import type { vocabularies } from './vocabularies.ts';
import * as writer from './writer.ts';

/** A reader; with `wakes`, unasked it has something to read only where a word of these vocabularies stands, or such a sign. */
type Reader = { find: Find; wakes?: readonly (keyof typeof vocabularies)[]; signs?: RegExp };

const digit = /\d/;
/** Dial codes, flags, Arabic in Latin letters, and the two names that are a place or something else. */
const placeLike = /[a-z+\d\ud83c]|عمان|العين/i;

/** Every field and its reader; the order is that of the result. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['writer', { find: writer.find }],
  ['country', { find: country.find, wakes: ['country'], signs: placeLike }],
  ['language', { find: language.find, wakes: ['language'] }],
  ['direction', { find: direction.find, wakes: ['direction'] }],
  ['goal', { find: goal.find, wakes: ['goal'] }],
  ['age_group', { find: ageGroup.find, wakes: ['age', 'ageKeys', 'numbers'], signs: digit }],
  ['dates', { find: dates.find, wakes: ['dates'], signs: digit }],
  ['family_size', { find: travellers.find, wakes: ['travellers'] }],
  ['urgency', { find: urgency.find, wakes: ['urgency'] }],
  ['question', { find: question.find }],
  ['city_or_clinic', { find: cityOrClinic.find, wakes: ['city', 'clinic'] }],
  ['documents', { find: documents.find, wakes: ['documents'] }],
  ['logistics', { find: logistics.find, wakes: ['logistics'] }],
  ['preferences', { find: preferences.find, wakes: ['other'] }],
  ['family_contact', { find: familyContact.find, wakes: [] }],
]);

/** The names of all fields that are read, in the order of the result. */
export const fieldNames: readonly string[] = [...readers.keys()];

/** What a text says of one field: as the answer to it, or, not `asked`, of itself. A field nobody reads says nothing. */
export function readField(field: string, text: Text, listening: Listening, asked = true): Found | null {
  const reader = readers.get(field);
  if (reader === undefined || (!asked && asleep(reader, text))) return null;
  return reader.find(text, asked, listening);
}

function asleep({ wakes, signs }: Reader, text: Text): boolean {
  if (wakes === undefined) return false;
  for (const list of wakes) if (hitsOf(text, list).length > 0) return false;
  return signs === undefined || !signs.test(text.letters);
}
