import type { Text } from '../normalise.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { type Numeral, numbersOf } from './numbers.ts';
import { breaks, clauseAt, type Token, tokensOf } from './tokens.ts';

/** Words that do not count: tokens `from` up to, not including, `to`; `list` is the vocabulary that another word of it replaces. */
export type Span = { from: number; to: number; list?: List };

const lists = ['country', 'direction', 'goal', 'urgency', 'language', 'dates', 'city', 'writer'] as const;
export type List = (typeof lists)[number];

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
  for (const no of noes(text)) spans.push(...corrects(text, no));
  return spans;
}

const wordOf = (text: Text, at: number): string => tokensOf(text)[at]?.fold ?? '';

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

/** "not January, February": the first of two of a kind goes, the second stays. */
function refused(text: Text, not: Hit): Span[] {
  return lists.flatMap((list) => {
    const hits = list === 'urgency' ? [] : namedIn(text, list);
    const hit = hits.find((other) => other.from >= not.to && other.from - not.to <= 1);
    if (hit === undefined || !whole(tokensOf(text), not.to, hit.from)) return [];
    return hits.some((other) => other.code !== hit.code) ? [{ from: not.from, to: hit.to, list }] : [];
  });
}

/** "3, sorry 4", "Kuwait, I mean Qatar". */
function corrects(text: Text, mark: Hit): Span[] {
  const numbers = numbersOf(text);
  const before = numbers.findLast((other) => other.to <= mark.from);
  const after = numbers.find((other) => other.from >= mark.to && other.from - mark.to <= 2);
  if (before !== undefined && after !== undefined && mark.from - before.to <= 3 && same(text, before, after))
    return [{ from: before.from, to: before.to }];
  if (mark.from === 0 || after !== undefined || !marked(text, mark)) return [];
  return lists.flatMap((list) => {
    const hits = namedIn(text, list);
    if (!hits.some((hit) => hit.from >= mark.to)) return [];
    return hits.filter((hit) => hit.to <= mark.from).map(({ from, to }) => ({ from, to, list }));
  });
}

const strong =
  /^(?:قصدي|قصدنا|اقصد|نقصد|كنت اقصد|اعني|لا|و?الصحيح|الصح|تصحيح|i mean|i ment|i meant|we mean|we meant|correction|scratch|or rather|should be|8a9di|ga9di|gasdi|qasdi|no )/;

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

/** Where the words after an "I said" end: "…, now", "… but". */
const turns = /^(?:but|now|instead|before|earlier|بس|لكن|الحين|الان|هسه|دلوقتي|قبل|bs|bas|al7een|alhin)$/;

/** "Before I said not urgent", "قلت الكويت بس احنا بالبحرين": what was said is taken back by another value of its kind. */
function saidBefore(text: Text, speech: readonly Hit[], said: Hit): Span[] {
  const tokens = tokensOf(text);
  let end = said.to;
  while (end < tokens.length && !turns.test(wordOf(text, end)) && (end === said.to || !breaks(tokens[end]?.gap ?? '')))
    end += 1;
  if (end === tokens.length && !speech.some((hit) => hit.from < said.from)) return [];
  const within = (one: { from: number; to: number }) => one.from >= said.to && one.to <= end;
  const numbers = numbersOf(text);
  const old = numbers.find(within);
  const renewed = old !== undefined && numbers.some((other) => !within(other) && same(text, old, other));
  const words = lists.flatMap((list) => {
    const hits = namedIn(text, list);
    return hits
      .filter((hit) => within(hit) && hits.some((other) => !within(other) && other.code !== hit.code))
      .map(({ from, to }) => ({ from, to, list }));
  });
  return renewed ? [{ from: old.from, to: old.to }, ...words] : words;
}

/** How many words may stand between "change" and "from": the name of a field. */
const nameReach = 5;

/** "Change it from March to May", "غيروا التاريخ من مارس لابريل": what it was before. */
function moved(text: Text, change: Hit): Span[] {
  const from = hitsOf(text, 'other').find(
    (hit) => hit.code === 'from' && hit.from >= change.to && hit.from - change.to <= nameReach,
  );
  if (from === undefined) return [];
  const words = tokensOf(text);
  const after = (at: number) => at > from.to && at - from.to <= nameReach;
  const to = words.findIndex(({ fold }, at) => after(at) && /^(?:to|into|الي|ل|ila|ela|لين)$/.test(fold));
  if (to > 0) return [{ from: from.from, to: to + 1 }];
  const attached = words.findIndex(({ fold }, at) => after(at) && /^ل(?=.{2})/.test(fold));
  return attached > 0 ? [{ from: from.from, to: attached }] : [];
}

/** "We can't in January, February is good": the clause of the time that does not suit. */
function impossible(text: Text, unable: Hit): Span[] {
  const { from, to } = clauseAt(tokensOf(text), unable.from);
  const times = hitsOf(text, 'dates').filter((hit) => /^(?:[mh]|wd|anchor|season|unit) /.test(hit.code));
  const within = (hit: Hit) => hit.from >= from && hit.to <= to;
  return times.some(within) && times.some((hit) => !within(hit)) ? [{ from, to }] : [];
}

/** "Arabic, and if not, English": both are understood, so the condition goes. */
function alternative(text: Text, condition: Hit): Span[] {
  const languages = hitsOf(text, 'language');
  const next = languages.find((hit) => hit.from >= condition.to && hit.from - condition.to <= 2);
  const other = next !== undefined && languages.some((hit) => hit.to <= condition.from || hit.from >= next.to);
  return other ? [{ from: condition.from, to: condition.to }] : [];
}

/** Two numbers that count the same: at most one of them has a unit, or both the same. */
function same(text: Text, first: Numeral, second: Numeral): boolean {
  const tokens = tokensOf(text);
  const unit = (number: Numeral) => (breaks(tokens[number.to]?.gap ?? '') ? '' : wordOf(text, number.to));
  return (
    unit(first) === '' ||
    unit(second) === '' ||
    unit(first) === unit(second) ||
    turns.test(unit(first)) ||
    hitsOf(text, 'speech').some((hit) => hit.from === first.to)
  );
}

/** The words of a vocabulary that name a value; of the dates' only those that name a time. */
function namedIn(text: Text, list: List): Hit[] {
  return hitsOf(text, list).filter(
    (hit) => hit.code !== 'none' && (list !== 'dates' || /^(?:[mh]|wd|anchor|season) /.test(hit.code)),
  );
}
