import words from './words/russian.json' with { type: 'json' };

/** One phrase of the glossary: its words, `stem*` for any ending, and what it says in English. */
type Phrase = { words: string[]; english: string };

/** Phrases by the first letters of their first word, longer ones first. */
const shelves = new Map<string, Phrase[]>();
/** Letters of a first word by which a phrase is filed; a shorter word is filed whole. */
const filedBy = 3;

for (const [russian, english] of Object.entries(words)) {
  const phrase = { words: plain(russian).split(/[ -]/), english };
  const first = (phrase.words[0] ?? '').replace('*', '');
  const key = first.slice(0, filedBy);
  shelves.set(key, [...(shelves.get(key) ?? []), phrase]);
}
for (const shelf of shelves.values()) shelf.sort((a, b) => letters(b) - letters(a));

function letters({ words: own }: Phrase): number {
  return own.length * 100 + own.join('').length;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

/**
 * A note in Russian with the words that matter put into English, word by word and in their places, so that one set of
 * readers serves both; what the glossary does not hold stays as it was, and so does a text without Russian letters.
 */
export function inEnglish(text: string): string {
  if (!/[а-яё]{2}/i.test(text)) return text;
  const parts = text.split(/([а-яё]+)/i);
  let out = '';
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const hit = at % 2 === 1 ? phraseAt(parts, at) : undefined;
    out += hit?.english ?? part;
    if (hit !== undefined) at += (hit.words.length - 1) * 2;
  }
  return out;
}

function phraseAt(parts: readonly string[], at: number): Phrase | undefined {
  const word = plain(parts[at] ?? '');
  for (let length = Math.min(filedBy, word.length); length > 0; length -= 1) {
    const hit = shelves.get(word.slice(0, length))?.find((phrase) => stands(phrase, parts, at));
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function stands({ words: own }: Phrase, parts: readonly string[], at: number): boolean {
  return own.every((word, i) => {
    const there = plain(parts[at + 2 * i] ?? '');
    if (i > 0 && !/^[ -]$/.test(parts[at + 2 * i - 1] ?? '')) return false;
    return word.endsWith('*') ? there.startsWith(word.slice(0, -1)) : there === word;
  });
}
