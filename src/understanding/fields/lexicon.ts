import { clean, fold, type Text, textOf } from '../normalise.ts';
import { once } from '../once.ts';
import { formsOf } from './forms.ts';
import { breaks, type Token, tokensOf } from './tokens.ts';
import { type Affixes, vocabularies } from './vocabularies.ts';

/** A phrase of a vocabulary met in a message: tokens `from` up to, not including, `to`. */
export type Hit = { code: string; from: number; to: number };

type Entry = { list: string; code: string; words: string[]; affixes: Affixes };

/** All vocabularies in one map by first word, so that a message is walked once for all fields. */
const index = new Map<string, Entry[]>();
for (const [list, vocabulary] of Object.entries(vocabularies)) {
  for (const [code, phrases] of Object.entries(vocabulary.phrases)) {
    for (const phrase of phrases) add({ list, code, words: split(phrase), affixes: vocabulary.affixes });
  }
}

function add(entry: Entry): void {
  const first = entry.words[0];
  if (first === undefined) return;
  const entries = index.get(first);
  if (entries === undefined) index.set(first, [entry]);
  else entries.push(entry);
}

function split(phrase: string): string[] {
  const raw = clean(phrase);
  return tokensOf(textOf(raw)).map((token) => token.fold);
}

const none: readonly never[] = [];
const allHits = once((text: Text) => walk(tokensOf(text)));

/** The phrases of one vocabulary in a message, in order; a phrase inside a longer one of the same vocabulary does not count. */
export function hitsOf(text: Text, list: keyof typeof vocabularies): readonly Hit[] {
  return allHits(text).get(list) ?? none;
}

function walk(tokens: readonly Token[]): Map<string, Hit[]> {
  const hits = new Map<string, Hit[]>();
  for (let at = 0; at < tokens.length; at++) {
    const { single, longer } = known(tokens[at]?.fold ?? '');
    for (const entry of single) keep(hits, entry, { code: entry.code, from: at, to: at + 1 });
    const next = longer === undefined ? undefined : tokens[at + 1];
    if (longer === undefined || next === undefined || breaks(next.gap)) continue;
    for (const form of known(next.fold).forms) {
      for (const entry of longer.get(form) ?? none) {
        if (follows(entry, tokens, at)) keep(hits, entry, { code: entry.code, from: at, to: at + entry.words.length });
      }
    }
  }
  for (const [list, own] of hits)
    if (own.some((hit) => hit.code === 'none'))
      hits.set(
        list,
        own.filter((hit) => hit.code === 'none' || !own.some((other) => other.code === 'none' && covers(other, hit))),
      );
  return hits;
}

/** A word's forms, the phrases that are this word alone, and the longer ones that begin with it, by their second word. */
type Known = {
  forms: readonly string[];
  single: readonly Entry[];
  longer: ReadonlyMap<string, readonly Entry[]> | undefined;
};
const words = new Map<string, Known>();
/** So many words are remembered; then one begins anew, so that nobody fills the memory. */
const mostKnown = 20_000;
/** Longer ones are no words. */
const longestKnown = 24;

/** People use the same few thousand words, so each is taken apart once. */
function known(word: string): Known {
  let one = words.get(word);
  if (one !== undefined) return one;
  const forms = formsOf(word);
  const begins = forms.flatMap((own, form) =>
    (index.get(own) ?? []).filter((entry) => reaches(entry.affixes, form, own, word)),
  );
  one = { forms, single: begins.filter((entry) => entry.words.length === 1), longer: bySecond(begins) };
  if (words.size >= mostKnown) words.clear();
  if (word.length <= longestKnown) words.set(word, one);
  return one;
}

function bySecond(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> | undefined {
  let longer: Map<string, Entry[]> | undefined;
  for (const entry of entries) {
    const second = entry.words[1];
    if (second === undefined) continue;
    longer ??= new Map();
    const there = longer.get(second);
    if (there === undefined) longer.set(second, [entry]);
    else there.push(entry);
  }
  return longer;
}

/** A phrase that is listed as none of its vocabulary takes the phrases inside it with it. */
function covers(none: Hit, hit: Hit): boolean {
  return none.from <= hit.from && hit.to <= none.to;
}

/** A form other than the word itself counts only where the vocabulary allows it; a form that ends like the word lost no suffix. */
function reaches(affixes: Affixes, form: number, own: string, word: string): boolean {
  return form === 0 || affixes === 'all' || (affixes === 'before' && word.endsWith(own));
}

function follows(entry: Entry, tokens: readonly Token[], at: number): boolean {
  for (let step = 2; step < entry.words.length; step++) {
    const token = tokens[at + step];
    const word = entry.words[step] ?? '';
    if (token === undefined || breaks(token.gap)) return false;
    if (token.fold !== word && !known(token.fold).forms.includes(word)) return false;
  }
  return true;
}

function keep(hits: Map<string, Hit[]>, entry: Entry, hit: Hit): void {
  const list = hits.get(entry.list);
  if (list === undefined) {
    hits.set(entry.list, [hit]);
    return;
  }
  const length = hit.to - hit.from;
  let first = list.length;
  while (first > 0 && (list[first - 1]?.from ?? 0) > hit.from - longestPhrase) first -= 1;
  for (let at = first; at < list.length; at++) {
    const other = list[at] as Hit;
    if (other.from >= hit.to || hit.from >= other.to) continue;
    if (other.to - other.from > length || (other.code === hit.code && other.from === hit.from && other.to === hit.to))
      return;
  }
  const tail = list.splice(first);
  for (const other of tail)
    if (other.from >= hit.to || hit.from >= other.to || other.to - other.from >= length) list.push(other);
  list.push(hit);
}
/** No phrase has more words: hits come in order, so only the last few can overlap. */
const longestPhrase = 24;

/** All phrases of a vocabulary, folded, without the article of a longer word, each with its code. */
export function phrasesOf(list: keyof typeof vocabularies): readonly (readonly [string, string])[] {
  let phrases = whole.get(list);
  if (phrases === undefined) {
    phrases = Object.entries(vocabularies[list].phrases).flatMap(([code, own]) =>
      own.map((phrase: string) => [fold(clean(phrase)).replace(/^ال(?=.{3})/, ''), code] as const),
    );
    whole.set(list, phrases);
  }
  return phrases;
}
const whole = new Map<string, readonly (readonly [string, string])[]>();
