/** Codes of the answers, as they travel on the wire (`domain.md` 8.0). */
export const goals = [
  'second_opinion',
  'consultation',
  'diagnostics',
  'treatment',
  'surgery',
  'rehab',
  'checkup',
  'followup',
  'other',
] as const;
export const ageGroups = ['0-1', '2-12', '13-17', '18-39', '40-59', '60+'] as const;
export const urgencies = ['low', 'medium', 'high'] as const;
export const directions = [
  'oncology',
  'hematology',
  'cardiology',
  'neurology',
  'spine',
  'orthopedics',
  'rehabilitation',
  'ophthalmology',
  'fertility',
  'gynecology',
  'urology',
  'nephrology',
  'gastroenterology',
  'bariatric',
  'endocrinology',
  'pediatrics',
  'ent',
  'dental',
  'dermatology',
  'plastic_surgery',
  'pulmonology',
  'rheumatology',
  'psychiatry',
  'vascular',
  'transplant',
  'checkup',
  'other',
] as const;
export const logistics = [
  'interpreter',
  'transfer',
  'hotel',
  'flights',
  'family_support',
  'clinic_communication',
  'visa_steps',
] as const;
export const documentTypes = [
  'report',
  'discharge_summary',
  'lab',
  'biopsy',
  'histology',
  'xray',
  'ct',
  'mri',
  'pet_ct',
  'ultrasound',
  'ecg',
  'echo',
  'eeg',
  'endoscopy',
  'hormone_tests',
  'semen_analysis',
  'hsg',
  'psa',
  'bone_marrow',
  'hearing_test',
  'photos',
  'video',
  'medication_list',
  'vaccination',
  'referral_letter',
  'other',
] as const;
/** What the person who writes is to the patient (R015, R043). */
export const relations = [
  'self',
  'child',
  'spouse',
  'parent',
  'sibling',
  'relative',
  'guardian',
  'agency',
  'other',
] as const;

export type AgeGroup = (typeof ageGroups)[number];
export type Urgency = (typeof urgencies)[number];
export type Direction = (typeof directions)[number];
export type Logistic = (typeof logistics)[number];
export type DocumentType = (typeof documentTypes)[number];
export type Relation = (typeof relations)[number];

/** Preferred dates (R006). `from` and `to` are days, `YYYY-MM-DD`, both included. */
export type Dates =
  | { kind: 'range'; from: string; to: string; granularity: 'day' | 'month' | 'season' }
  | { kind: 'asap' | 'flexible' };

/** The number of travellers, the patient included (R007). */
export type Travellers = number | { min: number; max: number };

/** A document by name only: what it is, its language and date in the person's words (R011). */
export type DocumentName = { type: DocumentType; language?: string; date?: string; words: string };
