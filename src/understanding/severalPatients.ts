import type { Meaning, Said } from './meaning.ts';
import { casesIn } from './notes/cases.ts';

/** A shorter text, or one that says less, is no note about several patients. */
const fewestWords = 10;
const fewestFields = 3;
/** They are of the one who writes, whoever the patient is. */
const writers = ['writer', 'language'];

/**
 * A long text that speaks of several patients: its meanings with the first patient's fields alone, as `read` finds them,
 * or, where the text does not part its patients, with nothing that may be of either. `null` for every other text.
 */
export function firstOfSeveral(
  masked: string,
  meanings: readonly Meaning[],
  read: (first: string) => readonly Meaning[],
): Meaning[] | null {
  if (saidIn(meanings).length < fewestFields || masked.split(/\s+/).length < fewestWords) return null;
  const { parts, patients } = casesIn(masked);
  if (patients < 2) return null;
  const [first] = parts;
  const parted = parts.length > 1 && first !== undefined;
  const said = parted ? saidIn(read(first)) : saidIn(meanings).filter(({ field }) => writers.includes(field));
  const others = meanings.filter(({ type }) => type !== 'said' && type !== 'new_case');
  return [...others, ...(said.length > 0 ? [{ type: 'said' as const, said }] : []), { type: 'several' }];
}

const saidIn = (meanings: readonly Meaning[]): Said[] =>
  meanings.flatMap((meaning) => (meaning.type === 'said' ? meaning.said : []));
