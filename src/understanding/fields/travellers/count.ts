import type { Text } from '../../normalise.ts';
import type { Travellers } from '../../values.ts';
import { type Found, foundOf } from '../found.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { breaks, tokensOf, wordsAt } from '../tokens.ts';

/** Nobody brings more people than this; a bigger number is something else. */
export const most = 40;

/** The number has a unit of its own that is not people. */
export function otherwise(text: Text, number: Numeral): boolean {
  const word = tokensOf(text)[number.to];
  if (word === undefined || breaks(word.gap)) return /[%/.]/.test(word?.gap ?? '');
  if (/^[/.-]$/.test(word.gap)) return true;
  return (
    hitsOf(text, 'ageKeys').some((hit) => hit.from === number.to && /year|month|week/.test(hit.code)) ||
    hitsOf(text, 'dates').some((hit) => hit.from === number.to && /^(?:m|h|unit|anchor) /.test(hit.code)) ||
    /^(?:مدن|مستشفيات|خيارات|nights|days|am|pm|سنه|kg|كيلو|cm|سم|usd|times)$/.test(word.fold)
  );
}

/** The value of a number, or of the span it begins or ends; `more` are added to it. */
export function counted(text: Text, number: Numeral, more: number, beside?: Hit): Found | null {
  const tokens = tokensOf(text);
  const numbers = numbersOf(text);
  const at = numbers.findIndex((other) => other.from === number.from);
  const low = spans(numbers[at - 1], number) ? numbers[at - 1] : number;
  const high = low === number && spans(number, numbers[at + 1]) ? numbers[at + 1] : number;
  if (low === undefined || high === undefined || !Number.isInteger(number.value)) return null;
  const value: Travellers =
    low.value < high.value && high.value <= most
      ? { min: low.value + more, max: high.value + more }
      : number.value + more;
  return foundOf(
    [value],
    wordsAt(text, Math.min(low.from, beside?.from ?? low.from), Math.max(high.to, beside?.to ?? high.to)),
  );

  function spans(first: Numeral | undefined, second: Numeral | undefined): boolean {
    if (first === undefined || second === undefined || first.value >= second.value) return false;
    const between = tokens
      .slice(first.to, second.from)
      .map((token) => token.fold)
      .join(' ');
    if (between === '') return /^[-–—/]$/.test(tokens[second.from]?.gap ?? '');
    return /^(?:الي|ل|لين|او|to|or|till|ow|aw|ila|ولا|يا|and)$/.test(between);
  }
}
