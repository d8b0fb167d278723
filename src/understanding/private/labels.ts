import words from '../words/private.json' with { type: 'json' };
import { readingOf } from './reading.ts';
import { type Mark, stemsOf } from './stems.ts';

/** The lists of `words/private.json` that are looked for in one walk, each with its bit. */
const lists = [
  'saudi_id',
  'kuwait_civil_id',
  'qatar_qid',
  'bahrain_cpr',
  'oman_civil_id',
  'other_id',
  'passport',
  'account',
  'card',
  'phone',
  'number',
  'mrn',
  'insurance_no',
  'otp',
  'born',
  'name',
  'name_soft',
  'name_own',
  'name_field',
  'born_verb',
  'notId',
  'not_code',
  'password',
  'mail',
  'digits',
  'address',
] as const;
type Label = (typeof lists)[number];

/** The bit of each kind of label. */
export const label = Object.fromEntries(lists.map((name, i) => [name, 1 << i])) as Record<Label, number>;

/** One letter is a word of an address too, but stands everywhere. */
const shortestOfAddress = 3;
const address = [...words.address_strong, ...words.address_weak, ...words.address_unit].filter(
  (word) => word.length >= shortestOfAddress,
);

const own: Partial<Record<Label, readonly string[]>> = {
  address,
  digits: [...Object.keys(words.digits), ...words.digits_doubled],
};
/** The tree of all labels. */
export const labelStems = stemsOf(
  lists.map((name) => [own[name] ?? (words[name as keyof typeof words] as readonly string[]), label[name]] as const),
);

/** The labels of a text, in their order. */
export const labelsIn = (text: string): Mark[] => labelStems.marksIn(readingOf(text));
/** The kinds of labels in a text as it came. */
export const kindsIn = (text: string): number => labelStems.kindsIn(readingOf(text));
