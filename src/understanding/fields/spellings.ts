/** How one written name becomes the many that people type: vocabularies hold the pattern, this makes the phrases. */

/** "k{u|o|}w{a|ai}t" as all it stands for: of each pair of braces one alternative. */
export function spellings(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern];
  const close = pattern.indexOf('}', open);
  const rest = spellings(pattern.slice(close + 1));
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((one) => rest.map((tail) => pattern.slice(0, open) + one + tail));
}

/** The article and the prepositions as they are written onto a name in Latin letters. */
const attached = ['', 'el', 'al', 'il', 'le', 'bil', 'bel', 'fil', 'fel', 'mil', 'mel'];
/** Before these the article takes their sound: "is-so3odia", "er-riyadh". */
const sunLetters = /^(?:[srdztn96]|sh)/;
/** A single letter before a short name, or before a vowel, makes other words ("woman"). */
const leastForLetter = 5;

/** A name of Arabizi, also with articles and prepositions attached. */
export function withArticles(name: string): string[] {
  const all = attached.map((before) => before + name);
  if (sunLetters.test(name)) for (const vowel of ['a', 'e', 'i']) all.push(vowel + name);
  if (name.length >= leastForLetter && !/^[aeiou]/.test(name)) all.push(`b${name}`, `l${name}`);
  return all;
}

const latinEndings = ['i', 'y', 'ya', 'iya', 'yah', 'iyah', 'eya', 'eyah', 'yin', 'iyin', 'yen', 'iyen', 'yeen'];

/** The people of a place by its stem in Arabizi ("kwait": "kwaiti", "kwaitiya", "kwaitiyin"), also with the article. */
export function joined(stem: string): string[] {
  return latinEndings.flatMap((ending) => [stem + ending, `el${stem}${ending}`, `al${stem}${ending}`]);
}

/** A word for a people in the singular with its plurals and, in Arabic, its feminine; other words as they are. */
export function peopleOf(word: string): string[] {
  if (/(?:an|i|er|ch|no|na|k)$/.test(word)) return [word, `${word}s`];
  if (!/[\u0621-\u064a]ي$/.test(word) || word.includes(' ')) return [word];
  return [word, `${word}ة`, `${word}ين`, `${word}ون`, `${word}ات`];
}
