/** How one written name becomes the many that people type: vocabularies hold the pattern, this makes the phrases. */

/** "k{u|o|}w{a|ai}t" as all it stands for: of each pair of braces one alternative. */
export function spellings(pattern: string): string[] {
  const open = pattern.indexOf('{');
  const close = pattern.indexOf('}', open);
  if (open < 0 || close < 0) return [pattern];
  const rest = spellings(pattern.slice(close + 1));
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((one) => rest.map((tail) => pattern.slice(0, open) + one + tail));
}

/** A word for a people in the singular with its plurals and, in Arabic, its feminine; other words as they are. */
export function peopleOf(word: string): string[] {
  if (/(?:an|i|er|ch|no|na|k)$/.test(word)) return [word, `${word}s`];
  if (!/[\u0621-\u064a]ي$/.test(word) || word.includes(' ')) return [word];
  return [word, `${word}ة`, `${word}ين`, `${word}ون`, `${word}ات`];
}
