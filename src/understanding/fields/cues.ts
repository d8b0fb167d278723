import { clean, type Text, textOf } from '../normalise.ts';
import { once } from '../once.ts';
import { formsOf } from './forms.ts';
import type { Hit } from './lexicon.ts';
import { breaks, tokensOf } from './tokens.ts';

type Phrase = { code: string; words: readonly string[] };

/**
 * Makes a finder for phrases that only one reader needs, and only once it has something to weigh: they are looked for
 * when first asked for, and not in every message. The longest phrase at a word wins; Arabic articles and prepositions
 * before a word are seen through.
 */
export function cueFinder(lists: Readonly<Record<string, readonly string[]>>): (text: Text) => readonly Hit[] {
  const index = new Map<string, Phrase[]>();
  for (const [code, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const words = tokensOf(textOf(clean(phrase))).map((token) => token.fold);
      const [first] = words;
      if (first === undefined) continue;
      const there = index.get(first);
      if (there === undefined) index.set(first, [{ code, words }]);
      else there.push({ code, words });
    }
  }
  for (const there of index.values()) there.sort((a, b) => b.words.length - a.words.length);
  return once((text: Text) => walk(text, index));
}

function walk(text: Text, index: ReadonlyMap<string, readonly Phrase[]>): Hit[] {
  const tokens = tokensOf(text);
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at]?.fold ?? '';
    let longest = 0;
    for (const form of formsOf(word)) {
      if (form !== word && !word.endsWith(form)) continue;
      for (const { code, words } of index.get(form) ?? []) {
        if (words.length < longest) break;
        if (!follows(text, words, at)) continue;
        longest = words.length;
        hits.push({ code, from: at, to: at + words.length });
      }
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
