import type { Said } from '../meaning.ts';

/** The values of fields in the codes of `domain.md` 8.0 and 8.2. */
export function fieldsOnWire(said: readonly Said[]): Record<string, unknown> {
  return Object.fromEntries(said.map((one) => [one.field, valueOnWire(one)]));
}

/** Several readings are a question still to be asked; `null` is a thing not known (R017). */
function valueOnWire({ field, value, readings }: Said): unknown {
  const open = readings !== undefined && readings.length > 1;
  if (field === 'dates') return open ? { kind: 'clarify' } : (value ?? { kind: 'unknown' });
  // Whether the patient is counted or not leaves two numbers: the likelier comes first and is read back.
  if (field === 'family_size' && open) return value;
  if (open) return 'CLARIFY';
  if (value === null) return unknownAs[field] ?? 'UNKNOWN';
  if (field === 'writer') return writerOnWire(value);
  return value;
}

/** What "I don't know" and "I would rather not say" are called, where it is not UNKNOWN. */
const unknownAs: Record<string, string> = { age_group: 'DECLINED', country: 'CLARIFY', direction: 'CLARIFY' };

/** What somebody is to the patient (R015) is told in four words on the wire. */
function writerOnWire(relation: unknown): string {
  if (relation === 'self') return 'patient';
  return relation === 'agency' || relation === 'other' ? relation : 'family';
}
