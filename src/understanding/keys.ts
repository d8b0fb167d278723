/** Beginnings of a word are looked up to this length. */
export const longestStart = 12;

const ids = new Map<string, number>();

/** A number for a key that some vocabulary uses; vocabularies are made once, when the program starts. */
export function idOf(key: string): number {
  const there = ids.get(key);
  if (there !== undefined) return there;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/**
 * The keys that a word has in any vocabulary: its forms (`=`), their beginnings (`*`), its skeleton (`~`) and that one's
 * beginnings. Asked once a word, so that each vocabulary looks at a few numbers only.
 */
export function keysOfWord(forms: readonly string[], skeleton: string): number[] {
  const found: number[] = [];
  const take = (key: string) => {
    const id = ids.get(key);
    if (id !== undefined) found.push(id);
  };
  for (const form of forms) {
    take(`=${form}`);
    for (let length = 2; length <= Math.min(form.length, longestStart); length += 1) take(`${form.slice(0, length)}*`);
  }
  if (skeleton === '') return found;
  take(`~${skeleton}`);
  for (let length = 3; length <= skeleton.length; length += 1) take(`~${skeleton.slice(0, length)}*`);
  return found;
}
