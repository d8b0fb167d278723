import type { Text } from '../normalise.ts';
import type { Hit } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { alternative, impossible, moved, saidBefore } from './renewed.ts';
import { lists, namedIn, type Span, same, wordOf } from './rivals.ts';
import { breaks, type Token, tokensOf } from './tokens.ts';

/** The numbers and the words that a "not", a "sorry" or an "I said" takes back. */
export function takenBack(text: Text, speech: readonly Hit[]): Span[] {
  const spans: Span[] = [];
  for (const hit of speech) {
    if (hit.code === 'not') spans.push(...refusedNumber(text, hit), ...refused(text, hit));
    if (hit.code === 'correction') spans.push(...corrects(text, hit));
    if (hit.code === 'said') spans.push(...saidBefore(text, speech, hit));
    if (hit.code === 'else') spans.push(...alternative(text, hit));
    if (hit.code === 'change') spans.push(...moved(text, hit));
    if (hit.code === 'unable') spans.push(...impossible(text, hit));
  }
  for (const no of noes(text)) spans.push(...corrects(text, no, besideNo));
  return spans;
}

/** Whether no punctuation stands from word `from` up to word `at`. */
function whole(tokens: readonly Token[], from: number, at: number): boolean {
  for (let word = from; word <= at; word += 1) if (breaks(tokens[word]?.gap ?? '')) return false;
  return true;
}

/** "4 not 3", "مو ٥٠، ٦٥"; "not 50" alone as well. An English "no" before a number is an answer, not a denial: "no 4 people". */
function refusedNumber(text: Text, not: Hit): Span[] {
  const tokens = tokensOf(text);
  if (/^(?:no|non)$/.test(wordOf(text, not.to - 1))) return [];
  const numbers = numbersOf(text);
  const number = numbers.find((other) => other.from >= not.to && other.from - not.to <= 1);
  if (number === undefined || !whole(tokens, not.to, number.from)) return [];
  if (number.from > not.to && !little.test(wordOf(text, not.to))) return [];
  if (numbers.length > 1) return [{ from: not.from, to: number.to }];
  const bare = number.from === not.to && number.to === tokens.length && not.from <= 1;
  return bare ? [{ from: not.from, to: number.to }] : [];
}

/** What may stand between a "not" and its number. */
const little = /^(?:in|at|on|the|age|aged|about|for|he|she|is|في|شهر|عمره|عمرها|عمري|سنه|هو|هي|احنا|انا|shahar|shahr)$/;

/** "ما يعرف الا عربي" is the one language that is known. */
const excepts = /^(?:الا|سوي|غير|فقط|بس|but|except|only|just|other)$/;

/** "not January, February": the first of two of a kind goes, the second stays. */
function refused(text: Text, not: Hit): Span[] {
  return lists.flatMap((list) => {
    const hits = list === 'urgency' ? [] : namedIn(text, list);
    const hit = hits.find((other) => other.from >= not.to && other.from - not.to <= 1);
    if (hit === undefined || !whole(tokensOf(text), not.to, hit.from)) return [];
    if (hit.from > not.to && excepts.test(wordOf(text, not.to))) return [];
    return hits.some((other) => other.code !== hit.code) ? [{ from: not.from, to: hit.to, list }] : [];
  });
}

/** So many words may stand between a correction and what it replaces, and between a bare "no" and its values. */
const besideMark = 12;
const besideNo = 3;

/** "3, sorry 4", "Kuwait, I mean Qatar". */
function corrects(text: Text, mark: Hit, reach = besideMark): Span[] {
  const numbers = numbersOf(text);
  const before = numbers.findLast((other) => other.to <= mark.from);
  const after = numbers.find((other) => other.from >= mark.to && other.from - mark.to <= 2);
  if (before !== undefined && after !== undefined && mark.from - before.to <= 3 && same(text, before, after))
    return [{ from: before.from, to: before.to }];
  if (mark.from === 0 || after !== undefined || !marked(text, mark)) return [];
  return lists.flatMap((list) => {
    const hits = namedIn(text, list);
    if (!hits.some((hit) => hit.from >= mark.to && hit.from - mark.to <= reach)) return [];
    return hits
      .filter((hit) => hit.to <= mark.from && mark.from - hit.to <= reach)
      .map(({ from, to }) => ({ from, to, list }));
  });
}

const strong =
  /^(?:قصدي|قصدنا|اقصد|نقصد|كنت اقصد|اعني|لا|و?الصحيح|الصح|تصحيح|i mean|i ment|i meant|we mean|we meant|correction|scratch|or rather|it should be|8a9di|ga9di|gasdi|qasdi|no )/;

/** A word of correction in the middle of a clause ("we do not want to wait") corrects nothing, unless it can mean nothing else. */
function marked(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  const words = tokens
    .slice(hit.from, hit.to)
    .map((token) => token.fold)
    .join(' ');
  return strong.test(words) || breaks(tokens[hit.from]?.gap ?? '') || /^(?:لا|no|بس)$/.test(wordOf(text, hit.from - 1));
}

/** "الكويت، لا، قطر", "3, no, 4": a "no" that stands alone between two values. */
function noes(text: Text): Hit[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) =>
    at > 0 && /^(?:لا|no|nope|la)$/.test(token.fold) && /[,.;!-]/.test(tokens[at + 1]?.gap ?? '')
      ? [{ code: 'correction', from: at, to: at + 1 }]
      : [],
  );
}
