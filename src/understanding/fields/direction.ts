import type { Text } from '../normalise.ts';
import type { Direction } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/** What decides when several are named: a tumour before the organ it is in, a rehabilitation before what made it needed. */
const rank: Partial<Record<Direction, number>> = {
  transplant: 5,
  hematology: 4,
  oncology: 4,
  rehabilitation: 3,
  bariatric: 3,
  fertility: 3,
  pediatrics: 1,
  checkup: 1,
  psychiatry: 2,
  other: 0,
};

/** The treatment direction (R003): a broad area, never a diagnosis. Two areas of the same weight are two readings. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'direction').filter(
    (hit) => hit.code !== 'none' && !town(text, hit) && !negated(text, hit.from),
  );
  const counted = asked ? hits : hits.filter((hit) => hit.code !== 'other' && !everyday(text, hit));
  const weight = (hit: Hit) => rank[hit.code as Direction] ?? 2;
  const best = counted.reduce((most, hit) => Math.max(most, weight(hit)), -1);
  const first = counted.find((hit) => weight(hit) === best);
  if (first === undefined) return asked ? nearest(text, 'direction') : null;
  const codes = counted.filter((hit) => weight(hit) === best).map((hit) => hit.code);
  return foundOf(merged([...new Set(codes)]), wordsAt(text, first.from, first.to));
}

/** Neighbouring areas named together are one: the more exact word wins. */
function merged(codes: string[]): string[] {
  const has = (code: string) => codes.includes(code);
  const drop = new Set<string>();
  if (has('spine') && (has('orthopedics') || has('neurology')))
    for (const code of ['orthopedics', 'neurology']) drop.add(code);
  if (has('vascular') && has('cardiology')) drop.add('cardiology');
  if (has('ent') && has('plastic_surgery')) drop.add('ent');
  if (has('urology') && has('nephrology')) drop.add('nephrology');
  if (has('rheumatology') && has('orthopedics')) drop.add('orthopedics');
  if (has('dental') && has('orthopedics')) drop.add('orthopedics');
  return codes.filter((code) => !drop.has(code));
}

/** العين after "from" or beside the Emirates is a town. */
function town(text: Text, hit: Hit): boolean {
  const word = tokensOf(text)[hit.from]?.fold ?? '';
  if (hit.code !== 'ophthalmology' || !/^ب?العين$/.test(word) || hit.to - hit.from > 1) return false;
  return (
    hitsOf(text, 'country').some((country) => country.code.startsWith('AE')) ||
    hitsOf(text, 'other').some((other) => other.code === 'from' && other.to === hit.from)
  );
}

function everyday(text: Text, hit: Hit): boolean {
  if (hit.to - hit.from > 1) return false;
  if (!onlyAsked('direction', text, hit)) return false;
  const tokens = tokensOf(text);
  const sick = [
    'مشكله',
    'علاج',
    'مريض',
    'مريضه',
    'الم',
    'وجع',
    'عمليه',
    'التهاب',
    'ضعف',
    'ورم',
    'في',
    'تعبان',
    'تعبانه',
    'pain',
    'problem',
    'disease',
    'surgery',
    'has',
    'operation',
    'treatment',
    'clinic',
    'patient',
    'with',
  ];
  return !tokens.slice(Math.max(0, hit.from - 2), hit.to + 2).some((token) => sick.includes(token.fold));
}
