import { ageGroups, urgencies } from '../src/understanding/values.ts';

/** One question: a field, how it may be answered, and when it is asked. Its words stand in `locales/<language>/fields.json`. */
export type Question = {
  field: string;
  /**
   * `intake`: one of the nine, asked in this order (R001 to R009); `opening`: asked before them, not counted;
   * `optional`: offered on the review card (R010, R011, R016); `after`: offered once after consent (R119, R120).
   */
  stage: 'opening' | 'intake' | 'optional' | 'after';
  /** Codes of the numbered menu, in the order shown; at most seven. Any other answer may be written in words. */
  options?: readonly string[];
  /** Whatever is written is the answer. */
  freeText?: true;
};

/** What a family is asked. A new question is one entry here and its strings in every language. */
export const family = [
  { field: 'writer', stage: 'opening', options: ['self', 'child', 'spouse', 'parent', 'relative', 'agency'] },
  { field: 'country', stage: 'intake', options: ['SA', 'AE', 'QA', 'KW', 'BH', 'OM'] },
  { field: 'language', stage: 'intake', options: ['ar', 'en', 'ar+en'] },
  {
    field: 'direction',
    stage: 'intake',
    options: ['oncology', 'cardiology', 'orthopedics', 'neurology', 'fertility', 'rehabilitation', 'other'],
  },
  {
    field: 'goal',
    stage: 'intake',
    options: ['second_opinion', 'consultation', 'treatment', 'surgery', 'rehab', 'checkup', 'other'],
  },
  { field: 'age_group', stage: 'intake', options: ageGroups },
  { field: 'dates', stage: 'intake' },
  { field: 'family_size', stage: 'intake' },
  { field: 'urgency', stage: 'intake', options: urgencies },
  { field: 'question', stage: 'intake', freeText: true },
  { field: 'city_or_clinic', stage: 'optional' },
  { field: 'documents', stage: 'optional' },
  { field: 'logistics', stage: 'optional' },
  { field: 'preferences', stage: 'after' },
  { field: 'family_contact', stage: 'after' },
] as const satisfies readonly Question[];

export type Field = (typeof family)[number]['field'];
