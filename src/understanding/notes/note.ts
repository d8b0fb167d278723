import type { Topic } from '../meaning.ts';
import type { PrivateType } from '../private/privateTypes.ts';

/** Who stays in touch with the family (R032, R077). */
export type ContactOwner = 'agency' | 'family' | 'mvm' | 'unclear';
/** What a note says of the family's consent; a statement by the agency, never the family's own (R044). */
export type ConsentStated = 'stated' | 'partial' | 'pending' | 'not_stated';

/** What every case must have (R001-R009), in the order in which it is asked. */
export const nine = [
  'country',
  'language',
  'direction',
  'goal',
  'age_group',
  'dates',
  'family_size',
  'urgency',
  'question',
] as const;

/** A representative's note about one case (`domain.md` 8.4). What it does not say is `null` or empty: nothing is invented. */
export type Note = {
  writer: string | null;
  country: unknown;
  language: string[] | null;
  direction: unknown;
  goal: unknown;
  age_group: unknown;
  dates: unknown;
  family_size: unknown;
  urgency: unknown;
  city_or_clinic: string | null;
  contact_owner: ContactOwner | null;
  consent: ConsentStated;
  /** Kinds of documents that are said to be there. */
  documents: string[];
  logistics: string[];
  /** Whether it puts a question to the clinic. */
  question: boolean;
  /** Questions to us that want a boundary answer. */
  boundary_asks: Topic[];
  /** What was masked in it. */
  pii: PrivateType[];
  /** Which of the nine fields it does not give. */
  missing: string[];
  /** How many patients it seems to speak of: more than one is to be confirmed as so many cases. */
  patients: number;
};
