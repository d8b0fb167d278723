/** What somebody is in a list of travellers; `total` and `number` are counts of people not told one by one. */
export type Role =
  | 'total'
  | 'number'
  | 'patient'
  | 'he'
  | 'self'
  | 'with me'
  | 'with him'
  | 'kin'
  | 'adult'
  | 'child'
  | 'companion';

/**
 * Somebody named among travellers. `size`: how many they are, `null` for a plural without a number; `sized`: by a number;
 * `trailing`: by a number behind ("انا واخواني ٣" is three brothers, or three in all); `we`: a number after "we are".
 */
export type Member = {
  role: Role;
  size: { min: number; max: number } | null;
  sized: boolean;
  from: number;
  to: number;
  code: string;
  trailing?: true;
  we?: true;
};

/** Who a phrase names and how many they are by themselves: 0 is a noun that only counts with a number, -1 a plural. */
export const kinds: Readonly<Record<string, readonly [Role, number]>> = {
  people: ['total', 0],
  'two people': ['total', 2],
  'three people': ['total', 3],
  'four people': ['total', 4],
  'five people': ['total', 5],
  patient: ['patient', 1],
  'two patients': ['patient', 2],
  'only one': ['self', 1],
  he: ['he', 1],
  self: ['self', 1],
  'with me': ['with me', 1],
  'with him': ['with him', 1],
  kin: ['kin', 1],
  'kin husband': ['kin', 1],
  'kin wife': ['kin', 1],
  'kin child': ['kin', 1],
  'two kin': ['kin', 2],
  parent: ['kin', 1],
  'two parents': ['kin', 2],
  kins: ['kin', -1],
  family: ['kin', -1],
  adult: ['adult', 1],
  'two adults': ['adult', 2],
  adults: ['adult', -1],
  child: ['child', 1],
  'two children': ['child', 2],
  children: ['child', -1],
  companion: ['companion', 1],
  'two companions': ['companion', 2],
  companions: ['companion', -1],
  'number of companions': ['companion', 0],
};
