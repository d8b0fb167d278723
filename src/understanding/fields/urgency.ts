import type { Text } from '../normalise.ts';
import type { Urgency } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { negated, questioned } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/** Words that name an urgency only when it was asked for, because they say many other things too. */
const bare = new Set([
  'high', 'low', 'medium', 'moderate', 'normal', 'regular', 'standard', 'average', 'stable', 'fast', 'quickly', 'rush',
  'son', 'later', 'whenever', 'relaxed', 'so so', 'next year', 'critical', 'icu', 'ventilator', 'routine', 'elective',
  'in between', 'flexible', 'intensive care', 'urgency', 'emergency',
  'عادي', 'عاديه', 'وسط', 'نص نص', 'عالي', 'عاليه', 'مرتفع', 'سريع', 'بسرعه', 'قريب', 'قريبا', 'بعدين', 'لاحقا', 'متوسط',
  'متوسطه', 'منخفض', 'منخفضه', 'خطير', 'خطيره', 'حرج', 'ضروري', 'مستقره', 'ما عليه', 'في وقت', 'فيه وقت', '3adi', '3ady',
  'بالاجازه', 'في الاجازه', 'بالصيف', 'في الصيف', 'بعد العيد', 'بعد رمضان', 'بعد الصيف', 'السنه الجايه', 'بعد المدارس',
  'بعد الامتحانات', 'بعد الاختبارات', 'خلال شهر', 'خلال شهرين', 'خلال اسبوعين', 'خلال اسابيع', 'خلال الشهر', 'wasa6',
  'قصوي', 'فوري', 'طواري', 'العنايه المركزه', 'في العنايه المركزه', 'بالعنايه', 'within a month', 'within weeks', 'el7en',
  'within the month', 'in a few weeks', 'within a few weeks', 'just asking', 'مخطط', 'gareb', '8areb', 'qareb', 'وسريع', 'بين وبين',
]);

/** How urgent the family says it is (R008), in their words; never a triage. A "not" before an urgent word makes it low. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'urgency').filter((hit) => hit.code !== 'none' && !child(text, hit) && (asked || (!bare.has(said(text, hit)) && !questioned(text, hit.from))));
  const first = hits[0];
  if (first === undefined) return asked ? nearest(text, 'urgency') : null;
  const levels = hits.map((hit) => levelOf(text, hit)).filter((level) => level !== null);
  const level = together(text, levels);
  return level === null ? null : foundOf([level], wordsAt(text, first.from, (hits.at(-1) ?? first).to));
}

/** Folding makes "son" of "soon"; the text as it was written tells. */
function child(text: Text, hit: Hit): boolean {
  return hit.to - hit.from === 1 && said(text, hit) === 'son' && !/soon/i.test(wordsAt(text, hit.from, hit.to));
}

function said(text: Text, hit: Hit): string {
  return tokensOf(text).slice(hit.from, hit.to).map((token) => token.fold).join(' ');
}

function levelOf(text: Text, hit: Hit): Urgency | null {
  const level = hit.code as Urgency;
  if (!negated(text, hit.from)) return level;
  return level === 'high' ? 'low' : level === 'low' ? 'medium' : null;
}

/** "Not urgent, but we do not want to wait" is in the middle. */
function together(text: Text, levels: Urgency[]): Urgency | null {
  if (levels.includes('low') && impatient.test(text.fold)) return 'medium';
  if (levels.includes('high') && notEmergency.test(text.fold)) return 'high';
  if (levels.includes('high')) return levels.includes('low') ? 'medium' : 'high';
  return levels.includes('medium') ? 'medium' : (levels[0] ?? null);
}
const notEmergency = /(?:not|no|mo|mu|مو|مب|مش|ليست?|بدون) (?:an |حاله )?(?:emergency|طوار|طار)/;
const impatient = /but (?:they |we |he |she |i )?(?:don't|dont|do not|would not|wouldn't|prefer not)|but not too (?:late|long)|but soon|بس ما نب|لكن ما نب|بس لا |لكن لا |بس نبي بسرعه|بس يفضل قريب|but sooner/;
