import type { Travellers } from '../values.ts';
import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { type Numeral, numbersOf } from './numbers.ts';
import { negated } from './speech.ts';
import { company, roster } from './travellers/company.ts';
import { breaks, tokensOf, wordsAt } from './tokens.ts';

/** Nobody brings more people than this; a bigger number is something else. */
const most = 40;

/**
 * The number of travellers, the patient included (R007). Companions are counted with the patient added; مرافقين without
 * a number may be two or more, so it comes back as readings (`libraries.md`).
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'travellers').filter((hit) => hit.code !== 'none' && !(hit.code !== 'without patient' && hit.code !== 'alone' && negated(text, hit.from)));
  if (hits.length === 0 && !asked) return null;
  const told = without(text, hits) ?? (hits.some((hit) => hit.code === 'people') ? null : roster(text, hits)) ?? companions(text, hits, asked) ?? people(text, hits, asked) ?? company(text, hits, asked) ?? groups(text, hits, asked);
  if (told !== null) return told;
  const alone = hits.find((hit) => hit.code === 'alone');
  if (alone !== undefined && (asked || !/^(?:واحد|وحده|شخص|نفر|one|wa7)/.test(tokensOf(text)[alone.from]?.fold ?? ''))) {
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

/** "المريض ومرافقين اثنين", "2 companions", "عدد المرافقين ٢", "patient plus one", مرافقان. */
function companions(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const numbers = numbersOf(text).filter((number) => number.value >= 1 && number.value <= most);
  const included = hits.some((hit) => hit.code === 'including patient');
  for (const hit of hits) {
    if (hit.code === 'two people' && hits.some((other) => other.code === 'patient' && other.to === hit.from)) return foundOf([3], wordsAt(text, hit.from - 1, hit.to));
    if (hit.code === 'two companions') return foundOf([3], wordsAt(text, hit.from, hit.to));
    if (!/^companions?$|^number of companions$/.test(hit.code)) continue;
    const number = numbers.find((other) => other.to === hit.from) ?? numbers.find((other) => other.from === hit.to || (hit.code === 'number of companions' && other.from === hit.to + 1));
    if (number !== undefined) return counted(text, number, included && number.to === hit.from ? 0 : 1, hit);
    if (hit.code === 'companions') return asked ? foundOf([3, 4], wordsAt(text, hit.from, hit.to)) : null;
  }
  const patient = hits.find((hit) => hit.code === 'patient' || hit.code === 'self');
  const plus = patient === undefined ? undefined : numbers.find((number) => number.from >= patient.to && number.from - patient.to <= 2 && joined(text, patient.to, number.from));
  const one = hits.find((hit) => hit.code === 'companion' && /مرافق|companion|attendant|escort|mraf|muraf|moraf/.test(tokensOf(text)[hit.from]?.fold ?? ''));
  if (plus !== undefined && patient !== undefined && !unitOf(text, hits, plus, 'group')) return counted(text, plus, 1, patient);
  if (one !== undefined && (patient !== undefined || asked)) return foundOf([2], wordsAt(text, one.from, one.to));
  const after = numbers.find((number) => tokensOf(text)[number.to]?.fold === '+' || /^(?:extra|more|others)$/.test(tokensOf(text)[number.to]?.fold ?? ''));
  return asked && after !== undefined && patient !== undefined ? counted(text, after, 1) : null;
}

/** Whether patient and number are joined by "and", "+" or "plus". */
function joined(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  const between = tokens.slice(from, to).map((token) => token.fold).join(' ');
  return /^(?:\+|و|and|plus|with|مع|معه|معاه|w|معاها|معها)$/.test(between) || /^(?:و)/.test(tokens[to]?.fold ?? '') || /[+]/.test(tokens[to]?.gap ?? '');
}

/** "٣ اشخاص", "4 of us", "we are 4", شخصين, "family of five". */
function people(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  for (const hit of hits) {
    if (hit.code === 'two people') return foundOf([2], wordsAt(text, hit.from, hit.to));
    if (hit.code !== 'people' && hit.code !== 'we') continue;
    const numbers = numbersOf(text).filter((number) => number.value >= 1 && number.value <= most);
    const number = numbers.find((other) => (hit.code === 'people' ? other.to === hit.from : false) || (hit.code === 'we' && other.from >= hit.to && other.from - hit.to <= (asked ? 2 : 1) && !otherwise(text, other)));
    if (number !== undefined && !breaks(tokensOf(text)[hit.from]?.gap ?? '') || number?.to === hit.from) return number === undefined ? null : counted(text, number, 0, hit);
    if (number !== undefined) return counted(text, number, 0);
  }
  return null;
}

/** The number has a unit of its own that is not people. */
function otherwise(text: Text, number: Numeral): boolean {
  const word = tokensOf(text)[number.to];
  if (word === undefined || breaks(word.gap)) return /[%\/.]/.test(word?.gap ?? '');
  if (/^[\/.-]$/.test(word.gap)) return true;
  return hitsOf(text, 'ageKeys').some((hit) => hit.from === number.to && /year|month|week/.test(hit.code)) ||
    hitsOf(text, 'dates').some((hit) => hit.from === number.to && /^(?:m|h|unit|anchor) /.test(hit.code)) ||
    /^(?:مدن|مستشفيات|خيارات|nights|days|am|pm|سنه|kg|كيلو|cm|سم|usd|times)$/.test(word.fold);
}

function unitOf(text: Text, hits: readonly Hit[], number: Numeral, code: string): boolean {
  return hits.some((hit) => hit.code === code && hit.from === number.to) && tokensOf(text).length > 0;
}

/** "اربع حريم ورجال واحد", "2 adults and 1 child": the sum. */
function groups(text: Text, hits: readonly Hit[], asked: boolean): Found | null {
  const numbers = numbersOf(text);
  const counts = hits.filter((hit) => hit.code === 'group' || hit.code === 'two group').map((hit) => {
    if (hit.code === 'two group') return 2;
    const number = numbers.find((other) => other.to === hit.from) ?? numbers.find((other) => other.from === hit.to && other.value <= 2 && numbers.every((next) => next.from !== other.to));
    return number?.value ?? (asked && numbers.length === 0 ? 1 : 0);
  });
  const known = counts.filter((count) => count > 0);
  if (known.length === 0 || (!asked && known.length < 2 && !hits.some((hit) => hit.code === 'travel'))) return null;
  if (!asked && !hits.some((hit) => hit.code === 'group' && numbers.some((number) => number.to === hit.from))) return null;
  const parties = hits.filter((hit) => /group/.test(hit.code));
  const sum = known.reduce((total, count) => total + count, 0) + (hits.some((hit) => hit.code === 'patient' || hit.code === 'self') && asked ? 1 : 0);
  return sum > most ? null : foundOf([sum], wordsAt(text, parties[0]?.from ?? 0, parties.at(-1)?.to ?? 0));
}

/** A number as the whole answer, or "2-3", "٣ او ٤". */
function bare(text: Text, hits: readonly Hit[]): Found | null {
  const number = numbersOf(text).find((other) => other.value >= 1 && other.value <= most && Number.isInteger(other.value) && !otherwise(text, other));
  return number === undefined || hits.some((hit) => hit.code === 'group' && hit.from === number.to) ? null : counted(text, number, 0);
}

/** The value of a number, or of the span it begins or ends; `more` are added to it. */
function counted(text: Text, number: Numeral, more: number, beside?: Hit): Found | null {
  const tokens = tokensOf(text);
  const numbers = numbersOf(text);
  const at = numbers.findIndex((other) => other.from === number.from);
  const low = spans(numbers[at - 1], number) ? numbers[at - 1] : number;
  const high = low === number && spans(number, numbers[at + 1]) ? numbers[at + 1] : number;
  if (low === undefined || high === undefined || !Number.isInteger(number.value)) return null;
  const value: Travellers = low.value < high.value && high.value <= most ? { min: low.value + more, max: high.value + more } : number.value + more;
  return foundOf([value], wordsAt(text, Math.min(low.from, beside?.from ?? low.from), Math.max(high.to, beside?.to ?? high.to)));

  function spans(first: Numeral | undefined, second: Numeral | undefined): boolean {
    if (first === undefined || second === undefined || first.value >= second.value) return false;
    const between = tokens.slice(first.to, second.from).map((token) => token.fold).join(' ');
    if (between === '') return /^[-–—\/]$/.test(tokens[second.from]?.gap ?? '');
    return /^(?:الي|ل|لين|او|to|or|till|ow|aw|ila|ولا|يا|and)$/.test(between);
  }
}
