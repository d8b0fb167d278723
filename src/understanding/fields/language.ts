import type { Text } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { coded, negated } from './speech.ts';
import { breaks, clauseAt, sentenceAt, tokensOf, wordsAt } from './tokens.ts';
import words from './words/languageSaid.json' with { type: 'json' };

const cuesIn = cueFinder(words);

/**
 * The languages the family can be spoken to in (R002), in the order said; languages not understood, or hardly, are left
 * out. Unasked, a language counts beside a word of speaking, or alone in its clause; the language of a document or of an
 * interpreter, or a wish to the bot itself, does not.
 */
export function find(text: Text, asked: boolean): Found | null {
  const named = hitsOf(text, 'language');
  if (named.length === 0) return asked ? (anyOne(text) ?? dialect(text) ?? mistyped(text)) : null;
  const hits = named.filter((hit) => !isUnknown(text, hit) && (asked || counts(text, hit)));
  const first = hits[0];
  const last = hits.at(-1);
  if (first === undefined || last === undefined) return null;
  return foundOf([languagesOf(hits)], wordsAt(text, first.from, last.to));
}

/** "Both" beside two names means those; beside none, or one, our own two. */
function languagesOf(hits: readonly Hit[]): string[] {
  const named = new Set(hits.map((hit) => hit.code).filter((code) => code !== 'both'));
  const both = hits.some((hit) => hit.code === 'both');
  return both && named.size < 2 ? [...new Set([...named, 'ar', 'en'])] : [...named];
}

/** Whether the text says that this language is not understood, or hardly: "no English", "ما تفهم انجليزي", "English is weak". */
function isUnknown(text: Text, hit: Hit): boolean {
  if (hit.code === 'both') return false;
  const tokens = tokensOf(text);
  const cues = cuesIn(text);
  const whole = (from: number, to: number) => {
    for (let at = from; at <= to; at += 1) if (breaks(tokens[at]?.gap ?? '')) return false;
    return true;
  };
  const before = (code: string) =>
    cues.some((cue) => cue.code === code && cue.to <= hit.from && hit.from - cue.to <= 1 && whole(cue.to, hit.from));
  if (before('only')) return false;
  if (before('not') || negated(text, hit.from)) return !isExcepted(text, hit);
  const weak = cues.find((cue) => cue.code === 'weak' && cue.from >= hit.to && cue.from - hit.to <= 1);
  return weak !== undefined && whole(hit.to, weak.from);
}

/** "Not only Arabic", "no problem with English", "العربي ما عليه": a denial of something else. */
function isExcepted(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  const previous = `${tokens[hit.from - 2]?.fold ?? ''} ${tokens[hit.from - 1]?.fold ?? ''}`;
  return (
    /(?:^| )(?:only|just|problem|isue|فقط|بس|مشكله|مانع)(?: |$)|(?:الا|سوي|غير|but|except)$/.test(previous) &&
    !/^بدون /.test(previous)
  );
}

/** "Anything", "عادي" as the whole answer. */
function anyOne(text: Text): Found | null {
  const tokens = tokensOf(text);
  const all = cuesIn(text).some((cue) => cue.code === 'whole' && cue.from === 0 && cue.to === tokens.length);
  return all ? foundOf([['ar', 'en']], text.clean) : null;
}

/** "لهجة كويتية", "we speak Kuwaiti": the Arabic of a country. */
function dialect(text: Text): Found | null {
  const hit = hitsOf(text, 'country').find((one) => one.code.endsWith(' demonym'));
  if (hit === undefined || tokensOf(text).length > longestDialect) return null;
  return foundOf([['ar']], wordsAt(text, hit.from, hit.to));
}
const longestDialect = 4;

function mistyped(text: Text): Found | null {
  return nearest(
    text,
    'language',
    (code) => code !== 'both',
    (code) => [code],
  );
}

function counts(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  if (hit.code === 'both') return false;
  const clause = clauseAt(tokens, hit.from);
  const sentence = sentenceAt(tokens, hit.from);
  const others = hitsOf(text, 'other').filter((other) => other.from >= sentence.from && other.to <= sentence.to);
  const beside = (code: string, reach: number) =>
    others.some(
      (other) =>
        other.code === code &&
        other.from >= clause.from &&
        other.to <= clause.to &&
        Math.abs(other.from - hit.from) <= reach,
    );
  if (beside('switch', 3) || beside('interpreter', 3)) return false;
  const documents = hitsOf(text, 'documents').some(
    (other) => other.code !== 'none' && other.from >= sentence.from && other.to <= sentence.to,
  );
  if (documents) return false;
  if (
    cuesIn(text).some(
      (cue) =>
        cue.code === 'staff' && cue.from >= clause.from && cue.to <= clause.to && Math.abs(cue.from - hit.from) <= 3,
    )
  )
    return false;
  if (beside('speak', 4)) return true;
  return alone(text, clause) && tokens[hit.from]?.fold !== 'ar' && tokens[hit.from]?.fold !== 'en';
}

/** Whether a clause holds languages and little words only. */
function alone(text: Text, clause: { from: number; to: number }): boolean {
  const covered = [...hitsOf(text, 'language'), ...coded(hitsOf(text, 'speech'), 'filler')];
  for (let at = clause.from; at < clause.to; at++)
    if (!covered.some((hit) => hit.from <= at && at < hit.to)) return false;
  return true;
}
