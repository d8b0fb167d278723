import { findFields } from '../../src/understanding/fields/findFields.ts';
import type { Said } from '../../src/understanding/meaning.ts';
import { textOf } from '../../src/understanding/normalise.ts';

/** The Sunday that the samples are written for. */
export const today = '2026-11-22';

/** All that a message says, unasked or in answer to one field. */
export function all(text: string, asked?: string): Said[] {
  return findFields(textOf(text), { pending: asked === undefined ? null : { field: asked }, today });
}

/** What a message says of the field that was asked. */
export function found(text: string, field: string): Said | undefined {
  return all(text, field).find((said) => said.field === field);
}
