import { type Text, textOf } from '../normalise.ts';
import { labelField } from './labels.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { type Numeral, numbersOf } from './numbers.ts';
import { breaks, tokensOf, wordsAt } from './tokens.ts';

/** A message without what it takes back, and the changes it names: a field and the text that holds its new value. */
export type Corrected = { text: Text; changes: { field: string; value: Text }[] };

/** "not 50, 65", "4 not 3", "3, sorry 4", "Kuwait, I mean Qatar", "change the country to Qatar". */
export function corrected(text: Text): Corrected {
  const speech = hitsOf(text, 'speech');
  if (!speech.some((hit) => hit.code === 'not' || hit.code === 'correction' || hit.code === 'change'))
    return { text, changes: [] };
  const change = changeIn(text, speech);
  const taken = takenBack(text, speech);
  if (taken.length === 0) return { text, changes: change };
  return { text: without(text, taken), changes: change };
}

const strong = /^(?:قصدي|اقصد|اعني|لا|تصحيح|i mean|i meant|we mean|correction|scratch|8a9di|gasdi|no )/;

/** A word of correction in the middle of a clause ("we do not want to wait") corrects nothing, unless it can mean nothing else. */
function marked(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  const words = tokens
    .slice(hit.from, hit.to)
    .map((token) => token.fold)
    .join(' ');
  return (
    strong.test(words) || breaks(tokens[hit.from]?.gap ?? '') || /^(?:لا|no)$/.test(tokens[hit.from - 1]?.fold ?? '')
  );
}

type Span = { from: number; to: number };

/** The numbers, or the half of the message, that a "not" or a "sorry" takes back. */
function takenBack(text: Text, speech: readonly Hit[]): Span[] {
  const numbers = numbersOf(text);
  const spans: Span[] = [];
  for (const hit of speech) {
    if (hit.code === 'not') {
      const number = numbers.find((other) => other.from >= hit.to && other.from - hit.to <= 1);
      if (number !== undefined && numbers.length > 1) spans.push({ from: hit.from, to: number.to });
      spans.push(...refused(text, hit));
    }
    if (hit.code === 'correction') {
      const before = numbers.findLast((other) => other.to <= hit.from);
      const after = numbers.find((other) => other.from >= hit.to && other.from - hit.to <= 2);
      if (before !== undefined && after !== undefined && hit.from - before.to <= 3 && same(text, before, after))
        spans.push({ from: before.from, to: before.to });
      else if (hit.from > 0 && after === undefined && marked(text, hit)) spans.push(...rivals(text, hit));
    }
  }
  return spans;
}

/** "not January, February": the first of two of a kind goes, the second stays. */
function refused(text: Text, not: Hit): Span[] {
  return lists.flatMap((list) => {
    const hits = list === 'urgency' ? [] : namedIn(text, list);
    const hit = hits.find((other) => other.from >= not.to && other.from - not.to <= 1);
    return hit !== undefined && hits.some((other) => other.code !== hit.code) ? [{ from: not.from, to: hit.to }] : [];
  });
}

/** Two numbers that count the same: at most one of them has a unit, or both the same. */
function same(text: Text, first: Numeral, second: Numeral): boolean {
  const tokens = tokensOf(text);
  const unit = (number: Numeral) => (breaks(tokens[number.to]?.gap ?? '') ? '' : (tokens[number.to]?.fold ?? ''));
  return (
    unit(first) === '' ||
    unit(second) === '' ||
    unit(first) === unit(second) ||
    hitsOf(text, 'speech').some((hit) => hit.from === first.to)
  );
}

const lists = ['country', 'direction', 'goal', 'urgency', 'language', 'dates', 'city', 'writer'] as const;

/** The words of a vocabulary that name a value; of the dates' only those that name a time. */
function namedIn(text: Text, list: (typeof lists)[number]): Hit[] {
  return hitsOf(text, list).filter(
    (hit) => hit.code !== 'none' && (list !== 'dates' || /^(?:[mh]|wd|anchor|season) /.test(hit.code)),
  );
}

/** What a correction replaces: of each vocabulary met on both sides of it, the words before it. */
function rivals(text: Text, mark: Hit): Span[] {
  return lists.flatMap((list) => {
    const hits = namedIn(text, list);
    const after = hits.some((hit) => hit.from >= mark.to);
    return after ? hits.filter((hit) => hit.to <= mark.from) : [];
  });
}

function without(text: Text, spans: readonly Span[]): Text {
  const tokens = tokensOf(text);
  let rest = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const start = tokens[span.from]?.start ?? 0;
    if (start < at) continue;
    rest += `${text.clean.slice(at, start)} `;
    at = tokens[span.to - 1]?.end ?? at;
    while (/[,;\s]/.test(text.clean[at] ?? '')) at++;
  }
  return textOf(rest + text.clean.slice(at));
}

/** "غير البلد إلى قطر", "change the dates to March", "خلها ٤ بدل ٣". */
function changeIn(text: Text, speech: readonly Hit[]): Corrected['changes'] {
  const tokens = tokensOf(text);
  for (const hit of speech) {
    if (hit.code !== 'change') continue;
    for (let to = Math.min(tokens.length - 1, hit.to + 4); to > hit.to; to--) {
      const field = labelField(wordsAt(text, hit.to, to).replace(/^(?:the|my|our) /i, ''));
      if (field === null) continue;
      const start = speech.find((other) => other.code === 'to' && other.from === to)?.to ?? to;
      return [{ field, value: textOf(wordsAt(text, start, tokens.length)) }];
    }
  }
  return [];
}
