import { clean, type Text, textOf } from '../normalise.ts';
import { once } from '../once.ts';
import { formsOf } from './forms.ts';
import type { Hit } from './lexicon.ts';
import { spellings } from './spellings.ts';
import { breaks, tokensOf } from './tokens.ts';

type Phrase = { code: string; words: readonly string[] };

/**
 * Makes a finder for phrases that only one reader needs, and only once it has something to weigh: they are looked for
 * when first asked for, and not in every message. The longest phrase at a word wins; Arabic articles and prepositions
 * before a word are seen through, and a phrase may hold spellings in braces.
 */
export function cueFinder(lists: Readonly<Record<string, readonly string[]>>): (text: Text) => readonly Hit[] {
  const index = new Map<string, Phrase[]>();
  for (const [code, phrases] of Object.entries(lists)) {
    for (const phrase of phrases.flatMap(spellings)) {
      const words = tokensOf(textOf(clean(phrase))).map((token) => token.fold);
      const [first] = words;
      if (first === undefined) continue;
      const there = index.get(first);
      if (there === undefined) index.set(first, [{ code, words }]);
      else there.push({ code, words });
    }
  }
  for (const there of index.values()) there.sort((a, b) => b.words.length - a.words.length);
  const known = new Map<string, readonly Phrase[]>();
  const beginning = (word: string): readonly Phrase[] => {
    const there = known.get(word);
    if (there !== undefined) return there;
    const found = phrasesFrom(word, index);
    if (known.size >= mostKnown) known.clear();
    if (word.length <= longestKnown) known.set(word, found);
    return found;
  };
  return once((text: Text) => walk(text, beginning));
}

/** People use the same few thousand words, so each is looked up once; nobody shall fill the memory. */
const mostKnown = 5_000;
const longestKnown = 24;

/** The phrases that begin with a word or with what is left of it without article and prepositions, the longest first. */
function phrasesFrom(word: string, index: ReadonlyMap<string, readonly Phrase[]>): Phrase[] {
  const found = formsOf(word)
    .filter((form) => word.endsWith(form))
    .flatMap((form) => index.get(form) ?? []);
  return found.sort((a, b) => b.words.length - a.words.length);
}

function walk(text: Text, beginning: (word: string) => readonly Phrase[]): Hit[] {
  const tokens = tokensOf(text);
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let longest = 0;
    for (const { code, words } of beginning(tokens[at]?.fold ?? '')) {
      if (words.length < longest) break;
      if (!follows(text, words, at)) continue;
      longest = words.length;
      hits.push({ code, from: at, to: at + longest });
    }
  }
  return hits;
}

function follows(text: Text, words: readonly string[], at: number): boolean {
  const tokens = tokensOf(text);
  for (let step = 1; step < words.length; step += 1) {
    const token = tokens[at + step];
    const word = words[step] ?? '';
    if (token === undefined || breaks(token.gap)) return false;
    if (token.fold !== word && !formsOf(token.fold).includes(word)) return false;
  }
  return true;
}
