import type { Text } from '../../normalise.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { coded } from '../speech.ts';
import { breaks, type Token, tokensOf } from '../tokens.ts';

/** Nobody brings more people than this; a bigger number is something else. */
export const most = 30;

/** How many people: one number or, with `min` below `max`, a span; tokens `from` up to, not including, `to`. */
export type Amount = { min: number; max: number; from: number; to: number };

/** A text with more numbers is a table, and what stands behind them is not read for people. */
const mostNumbers = 40;

/** The numbers of a message that may count people, in order; "2-3", "٣ او ٤", "between 4 and 6" and "اثنين ثلاثة" are one each. */
export function amountsOf(text: Text): Amount[] {
  const hits = hitsOf(text, 'travellers');
  const amounts: Amount[] = [];
  for (const number of numbersOf(text).slice(0, mostNumbers)) {
    if (!Number.isInteger(number.value) || otherwise(text, number)) continue;
    const last = amounts.at(-1);
    if (last !== undefined && last.min === last.max && spans(text, hits, last, number)) {
      last.max = number.value;
      last.to = number.to;
    } else amounts.push({ min: number.value, max: number.value, from: number.from, to: number.to });
  }
  return amounts.filter((amount) => amount.min >= 1 && amount.max <= most && !asksHowMany(hits, amount));
}

/** The number has a unit of its own that is not people. */
function otherwise(text: Text, number: Numeral): boolean {
  const tokens = tokensOf(text);
  if (tokens[number.from - 1]?.fold === 'رقم' || childrenOf(tokens, number.from)) return true;
  const word = tokens[number.to];
  if (word === undefined || breaks(word.gap)) return /[%/.]/.test(word?.gap ?? '') && numberAt(text, number.to);
  if (/^[/.]$/.test(word.gap)) return numberAt(text, number.to) && !halves(text, number);
  return (
    hitsOf(text, 'ageKeys').some((hit) => hit.from === number.to && /year|month|week/.test(hit.code)) ||
    hitsOf(text, 'dates').some((hit) => hit.from === number.to && /^(?:m|h|unit|anchor) /.test(hit.code)) ||
    hitsOf(text, 'travellers').some((hit) => hit.from === number.to && hit.code === 'things')
  );
}

/** "mother of 3", "ام لثلاث اطفال": who belongs to somebody, not who travels. */
function childrenOf(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2]?.fold ?? '', tokens[at - 1]?.fold ?? ''];
  if (/^(?:ام|اب|والده|والد)$/.test(last)) return (tokens[at]?.fold ?? '').startsWith('ل');
  return last === 'of' && /^(?:mother|mom|mum|father|dad)$/.test(before);
}

/** "5/6": two numbers one apart, and no third as in a date. */
function halves(text: Text, { value, from, to }: Numeral): boolean {
  const numbers = numbersOf(text);
  const apart = numbers.some((other) => other.from === to && other.value === value + 1);
  return apart && !numbers.some((other) => other.from === to + 1 || other.to === from);
}

function numberAt(text: Text, at: number): boolean {
  return numbersOf(text).some((number) => number.from === at);
}

/** "كم واحد", "how many". */
function asksHowMany(hits: readonly Hit[], amount: Amount): boolean {
  return coded(hits, 'vague').some((hit) => hit.to === amount.from || (hit.from < amount.to && amount.from < hit.to));
}

/** Whether two numbers are the ends of one span. */
function spans(text: Text, hits: readonly Hit[], first: Amount, second: Numeral): boolean {
  if (first.min >= second.value || second.value > most) return false;
  const tokens = tokensOf(text);
  const gap = tokens[second.from]?.gap ?? '';
  if (second.from === first.to) {
    if (/^[-–—/]$/.test(gap)) return true;
    const noun = hits.some((hit) => hit.to === first.from && people.test(hit.code));
    return second.value === first.min + 1 && (gap === '' || gap === ',') && !noun && second.value <= 9;
  }
  if (second.from - first.to > 3) return false;
  let or = false;
  for (let at = first.to; at < second.from; at += 1) {
    const code = hits.find((hit) => hit.from <= at && at < hit.to && link.test(hit.code))?.code;
    if (code === undefined) return false;
    if (code !== 'and') or = true;
  }
  return or || hits.some((hit) => hit.code === 'between' && hit.to === first.from);
}
const link = /^(?:or|maybe|and)$/;
const people = /kin|adult|child|companion|patient|self/;
