import type { Text } from '../../normalise.ts';
import { type Found, foundOf } from '../found.ts';
import type { Hit } from '../lexicon.ts';
import { numbersOf } from '../numbers.ts';
import { tokensOf, wordsAt } from '../tokens.ts';
import { counted, most } from './count.ts';

/** "المريض ومرافقين اثنين", "2 companions", "عدد المرافقين ٢", "patient plus one", مرافقان. */
export function companions(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const numbers = numbersOf(text).filter((number) => number.value >= 1 && number.value <= most);
  const included = hits.some((hit) => hit.code === 'including patient');
  for (const hit of hits) {
    if (hit.code === 'two people' && hits.some((other) => other.code === 'patient' && other.to === hit.from))
      return foundOf([3], wordsAt(text, hit.from - 1, hit.to));
    if (hit.code === 'two companions') return foundOf([3], wordsAt(text, hit.from, hit.to));
    if (!/^companions?$|^number of companions$/.test(hit.code)) continue;
    const number =
      numbers.find((other) => other.to === hit.from) ??
      numbers.find(
        (other) => other.from === hit.to || (hit.code === 'number of companions' && other.from === hit.to + 1),
      );
    if (number !== undefined) return counted(text, number, included && number.to === hit.from ? 0 : 1, hit);
    if (hit.code === 'companions') return asked ? foundOf([3, 4], wordsAt(text, hit.from, hit.to)) : null;
  }
  const patient = hits.find((hit) => hit.code === 'patient' || hit.code === 'self');
  const plus =
    patient === undefined
      ? undefined
      : numbers.find(
          (number) =>
            number.from >= patient.to && number.from - patient.to <= 2 && joined(text, patient.to, number.from),
        );
  const one = hits.find((hit) => hit.code === 'companion' && single.test(tokensOf(text)[hit.from]?.fold ?? ''));
  if (plus !== undefined && patient !== undefined && !hits.some((hit) => hit.code === 'group' && hit.from === plus.to))
    return counted(text, plus, 1, patient);
  if (
    one !== undefined &&
    hits.filter(
      (hit) => hit.code === 'companion' && hit.from !== one.from && single.test(tokensOf(text)[hit.from]?.fold ?? ''),
    ).length === 1 &&
    asked
  ) {
    return foundOf([3], text.clean);
  }
  if (one !== undefined && (patient !== undefined || asked)) return foundOf([2], wordsAt(text, one.from, one.to));
  const after = numbers.find(
    (number) =>
      tokensOf(text)[number.to]?.fold === '+' || /^(?:extra|more|others)$/.test(tokensOf(text)[number.to]?.fold ?? ''),
  );
  return asked && after !== undefined && patient !== undefined ? counted(text, after, 1) : null;
}

/** Whether patient and number are joined by "and", "+" or "plus". */
function joined(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  const between = tokens
    .slice(from, to)
    .map((token) => token.fold)
    .join(' ');
  return (
    /^(?:\+|و|and|plus|with|مع|معه|معاه|w|معاها|معها)$/.test(between) ||
    /^(?:و)/.test(tokens[to]?.fold ?? '') ||
    /[+]/.test(tokens[to]?.gap ?? '')
  );
}

/** The words for one companion; others, such as "relatives", say no number. */
const single = /مرافق|companion|attendant|escort|mraf|muraf|moraf/;
