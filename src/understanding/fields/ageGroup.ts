import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import type { AgeGroup } from '../values.ts';
import { bandOf } from './age/bands.ts';
import { spokenAges } from './age/spokenAges.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { questioned } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

const adults: readonly AgeGroup[] = ['18-39', '40-59', '60+'];
const minors: readonly AgeGroup[] = ['2-12', '13-17'];

/**
 * The age group (R005). A number of years, months or a birth year becomes its band and is dropped: `words` then holds the
 * band, never the number.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  const masked = /⟨dob:([\d+-]+)⟩/.exec(text.clean)?.[1];
  if (masked !== undefined) return foundOf([masked], masked);
  const ages = spokenAges(text, asked, listening.today);
  if (ages.length > 0) {
    const bands = ages.map(bandOf);
    return foundOf(bands, bands[0] ?? '');
  }
  return described(text, asked);
}

/** Words only: رضيع, شايب, "young man". */
function described(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'age').filter((hit) => hit.code !== 'none');
  if (hits.some((hit) => hit.code === 'late teens') && asked) return foundOf(['13-17', '18-39'], '13-17');
  const groups = hits
    .filter((hit) => hit.code.includes('-') || hit.code.includes('+'))
    .filter((hit) => asked || speaks(text, hit.from, hit.to));
  const first = groups[0];
  if (first !== undefined)
    return foundOf(
      groups.map((hit) => hit.code),
      wordsAt(text, first.from, first.to),
    );
  const wide = hits.find((hit) => hit.code === 'adult' || hit.code === 'child');
  if (wide !== undefined && asked)
    return foundOf(wide.code === 'adult' ? adults : minors, wordsAt(text, wide.from, wide.to));
  return asked ? (unsaid(text) ?? nearest(text, 'age', (code) => code.includes('-') || code.includes('+'))) : null;
}

/** "teen", which folding makes "ten"; "my grandfather"; and what people say who would rather not tell: the value `null`. */
function unsaid(text: Text): Found | null {
  if (/(?:^|[^a-z])te{2,}n(?![a-z])/i.test(text.clean)) return foundOf(['13-17'], 'teen');
  for (const hit of hitsOf(text, 'ageKeys')) {
    const words = wordsAt(text, hit.from, hit.to);
    if (hit.code === 'grandparent' && tokensOf(text).length <= 4) return foundOf(['60+'], words);
    if (hit.code === 'declined') return { value: null, words };
  }
  return null;
}

/** Unasked, a single word must be about the patient: "عندي طفل" or "for my baby", not "we come with a child". */
const alone = new Set([
  'شايب',
  'شيبه',
  'شايبه',
  'عجوزه',
  'ختيار',
  'الشايب',
  'شيبتنا',
  'عجوز',
  'العجوز',
  'مسن',
  'مسنه',
  'رضيع',
  'رضيعه',
  'مراهق',
  'مراهقه',
  'شاب',
  'شابه',
  'elderly',
  'infant',
  'newborn',
  'toddler',
  'teenager',
  'retired',
  'متقاعد',
  'متقاعده',
  'shayeb',
  'shayib',
]);
const before = new Set([
  'is',
  'a',
  'for',
  'my',
  'our',
  'patient',
  'an',
  'the',
  'مريض',
  'المريض',
  'المريضه',
  'عندي',
  'عندنا',
  'ابني',
  'بنتي',
  'ولدي',
  'بنت',
  'لطفل',
  'هو',
  'هي',
]);
const company = new Set(['with', 'and', 'plus', '+', 'مع', 'معنا', 'معاي', 'معي', 'و', 'no']);

function speaks(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  const word = tokens[from]?.fold ?? '';
  const earlier = tokens.slice(Math.max(0, from - 2), from).map((token) => token.fold);
  if (earlier.some((other) => company.has(other)) || /^و/.test(word) || /^\d/.test(earlier.at(-1) ?? '')) return false;
  if (/كبار$/.test(word) && questioned(text, from)) return false;
  if (to - from > 1 || alone.has(word)) return true;
  if (word === 'old' || word === 'babies' || (word === 'child' && earlier.at(-1) === undefined)) return false;
  return /^ل(?:ل)?(?:طفل|رضيع|بيبي)/.test(word) || earlier.some((other) => before.has(other));
}
