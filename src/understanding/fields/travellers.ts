import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { type Numeral, numbersOf } from './numbers.ts';
import { negated } from './speech.ts';
import { breaks, tokensOf, wordsAt } from './tokens.ts';
import { companions } from './travellers/companions.ts';
import { company, roster } from './travellers/company.ts';
import { counted, most, otherwise } from './travellers/count.ts';

/**
 * The number of travellers, the patient included (R007). Companions are counted with the patient added; مرافقين without
 * a number may be two or more, so it comes back as readings (`libraries.md`).
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'travellers').filter(
    (hit) =>
      hit.code !== 'none' && !(hit.code !== 'without patient' && hit.code !== 'alone' && negated(text, hit.from)),
  );
  if (hits.length === 0 && !asked) return null;
  const told =
    without(text, hits) ??
    (hits.some((hit) => hit.code === 'people') ? null : roster(text, hits)) ??
    companions(text, hits, asked) ??
    people(text, hits, asked) ??
    company(text, hits, asked) ??
    groups(text, hits, asked);
  if (told !== null) return told;
  const alone = hits.find((hit) => hit.code === 'alone');
  if (
    alone !== undefined &&
    (asked || !/^(?:واحد|وحده|شخص|نفر|one|wa7)/.test(tokensOf(text)[alone.from]?.fold ?? ''))
  ) {
    return foundOf([1], wordsAt(text, alone.from, alone.to));
  }
  return asked ? bare(text, hits) : null;
}

/** "not counting the patient, 2". */
function without(text: Text, hits: readonly Hit[]): Found | null {
  const mark = hits.find((hit) => hit.code === 'without patient');
  const number = mark === undefined ? undefined : nearestNumber(text, mark);
  return number === undefined ? null : counted(text, number, 1);
}

function nearestNumber(text: Text, mark: Hit): Numeral | undefined {
  const close = numbersOf(text).filter((number) => number.value <= most && Math.abs(number.from - mark.from) <= 6);
  return close.sort((a, b) => Math.abs(a.from - mark.from) - Math.abs(b.from - mark.from))[0];
}

/** "٣ اشخاص", "4 of us", "we are 4", شخصين, "family of five". */
function people(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  for (const hit of hits) {
    if (hit.code === 'two people') return foundOf([2], wordsAt(text, hit.from, hit.to));
    if (hit.code !== 'people' && hit.code !== 'we') continue;
    const numbers = numbersOf(text).filter((number) => number.value >= 1 && number.value <= most);
    const number = numbers.find(
      (other) =>
        (hit.code === 'people' ? other.to === hit.from : false) ||
        (hit.code === 'we' &&
          other.from >= hit.to &&
          other.from - hit.to <= (asked ? 2 : 1) &&
          !otherwise(text, other)),
    );
    if ((number !== undefined && !breaks(tokensOf(text)[hit.from]?.gap ?? '')) || number?.to === hit.from)
      return number === undefined ? null : counted(text, number, 0, hit);
    if (number !== undefined) return counted(text, number, 0);
  }
  return null;
}

/** "اربع حريم ورجال واحد", "2 adults and 1 child": the sum. */
function groups(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const numbers = numbersOf(text);
  const counts = hits
    .filter((hit) => hit.code === 'group' || hit.code === 'two group')
    .map((hit) => {
      if (hit.code === 'two group') return 2;
      const number =
        numbers.find((other) => other.to === hit.from) ??
        numbers.find(
          (other) => other.from === hit.to && other.value <= 2 && numbers.every((next) => next.from !== other.to),
        );
      return number?.value ?? (asked && numbers.length === 0 ? 1 : 0);
    });
  const known = counts.filter((count) => count > 0);
  if (known.length === 0 || (!asked && known.length < 2 && !hits.some((hit) => hit.code === 'travel'))) return null;
  if (!asked && !hits.some((hit) => hit.code === 'group' && numbers.some((number) => number.to === hit.from)))
    return null;
  const parties = hits.filter((hit) => /group/.test(hit.code));
  const sum =
    known.reduce((total, count) => total + count, 0) +
    (hits.some((hit) => hit.code === 'patient' || hit.code === 'self') && asked ? 1 : 0);
  return sum > most ? null : foundOf([sum], wordsAt(text, parties[0]?.from ?? 0, parties.at(-1)?.to ?? 0));
}

/** "2+1", "واحد مع المريض", "ابوي ومعاه اثنين": what is added to the number, beyond a bare count. */
function added(text: Text, hits: readonly Hit[], number: Numeral): number {
  const tokens = tokensOf(text);
  const next =
    tokens[number.to]?.fold === '+' ? numbersOf(text).find((other) => other.from === number.to + 1) : undefined;
  if (next !== undefined && number.value + next.value <= most) return next.value;
  if (/^و?(?:معاه|معه|معاها|معها|معاي|معي)$/.test(tokens[number.from - 1]?.fold ?? '')) return 1;
  return number.value === 1 && hits.some((hit) => hit.code === 'with patient') ? 1 : 0;
}

/** A number as the whole answer, or "2-3", "٣ او ٤". */
function bare(text: Text, hits: readonly Hit[]): Found | null {
  const number = numbersOf(text).find(
    (other) => other.value >= 1 && other.value <= most && Number.isInteger(other.value) && !otherwise(text, other),
  );
  return number === undefined || hits.some((hit) => hit.code === 'group' && hit.from === number.to)
    ? null
    : counted(text, number, added(text, hits, number));
}
