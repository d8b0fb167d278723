import type { Text } from '../normalise.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { lists, namedIn, type Span, same, turns, wordOf } from './rivals.ts';
import { breaks, clauseAt, tokensOf } from './tokens.ts';

/** "Before I said not urgent", "قلت الكويت بس احنا بالبحرين": what was said is taken back by another value of its kind. */
export function saidBefore(text: Text, speech: readonly Hit[], said: Hit): Span[] {
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
export function moved(text: Text, change: Hit): Span[] {
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
export function impossible(text: Text, unable: Hit): Span[] {
  const { from, to } = clauseAt(tokensOf(text), unable.from);
  const times = hitsOf(text, 'dates').filter((hit) => /^(?:[mh]|wd|anchor|season|unit) /.test(hit.code));
  const within = (hit: Hit) => hit.from >= from && hit.to <= to;
  return times.some(within) && times.some((hit) => !within(hit)) ? [{ from, to }] : [];
}

/** "Arabic, and if not, English": both are understood, so the condition goes. */
export function alternative(text: Text, condition: Hit): Span[] {
  const languages = hitsOf(text, 'language');
  const next = languages.find((hit) => hit.from >= condition.to && hit.from - condition.to <= 2);
  const other = next !== undefined && languages.some((hit) => hit.to <= condition.from || hit.from >= next.to);
  return other ? [{ from: condition.from, to: condition.to }] : [];
}
