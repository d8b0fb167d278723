import { clean, fold, type Text } from '../normalise.ts';
import { spellings } from './spellings.ts';
import { breaks, type Token, tokensOf } from './tokens.ts';
import words from './words/countryArabizi.json' with { type: 'json' };

type Name = { code: string; how: 'place' | 'demonym' };

/** What makes the people of a place: "kwaiti", "kwaitiya", "kwaitiyin". */
const endings = ['i', 'y', 'ya', 'iya', 'yah', 'iyah', 'eya', 'eyah', 'yin', 'iyin', 'yen', 'iyen'];
/** The article and the prepositions as they are written onto a name. */
const attached = /^(?:[bfm][ei]?l|el|al|il|le|l|b)(?=[a-z0-9'])/;
/** Before these the article takes their sound: "isso3odia", "erriyadh", of which folding leaves one letter. */
const sunArticle = /^[aei](?=[srdztn96])/;
/** A shorter rest is another word ("boman", "woman"). */
const leastWithout = 5;
/** Names of more than one word begin so. */
const begins = /^(?:2?a?b[ou]u?|r2?as|[uo]m|sal[6t]an\w*)$/;
const mostWords = 3;

const names = new Map<string, Name>();
for (const [code, patterns] of Object.entries(words.places)) {
  for (const name of patterns.flatMap(spellings)) names.set(fold(clean(name)), { code, how: 'place' });
}
for (const [code, patterns] of Object.entries(words.people)) {
  for (const stem of patterns.flatMap(spellings))
    for (const ending of endings) names.set(fold(clean(stem + ending)), { code, how: 'demonym' });
}

/** Countries, towns and peoples in Arabic of Latin letters ("ilkwait", "mn 2bu dhabi", "sa3odiya"). */
export function arabiziNames(text: Text): (Name & { from: number; to: number })[] {
  const tokens = tokensOf(text);
  const found: (Name & { from: number; to: number })[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at]?.fold ?? '';
    if (!/^[a-z2-9]/.test(word)) continue;
    const one = begins.test(word) ? longest(tokens, at) : undefined;
    const name = one?.name ?? nameOf(word);
    if (name !== undefined) found.push({ ...name, from: at, to: one?.to ?? at + 1 });
  }
  return found;
}

function longest(tokens: readonly Token[], at: number): { name: Name; to: number } | undefined {
  let words = tokens[at]?.fold ?? '';
  let found: { name: Name; to: number } | undefined;
  for (let to = at + 1; to < Math.min(tokens.length, at + mostWords) && !breaks(tokens[to]?.gap ?? ''); to += 1) {
    words += ` ${tokens[to]?.fold ?? ''}`;
    const name = names.get(words);
    if (name !== undefined) found = { name, to: to + 1 };
  }
  return found;
}

function nameOf(word: string): Name | undefined {
  const whole = names.get(word);
  if (whole !== undefined) return whole;
  for (const before of [attached, sunArticle]) {
    const rest = word.replace(before, '');
    if (rest.length < word.length && rest.length + 1 >= leastWithout) {
      const name = names.get(rest);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}
