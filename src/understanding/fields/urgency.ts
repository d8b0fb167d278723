import type { Text } from '../normalise.ts';
import type { Urgency } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated, questioned } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/** How urgent the family says it is (R008), in their words; never a triage. A "not" before an urgent word makes it low. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'urgency').filter(
    (hit) =>
      hit.code !== 'none' &&
      !child(text, hit) &&
      (asked || (!onlyAsked('urgency', text, hit) && !questioned(text, hit.from))),
  );
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
  return tokensOf(text)
    .slice(hit.from, hit.to)
    .map((token) => token.fold)
    .join(' ');
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
const impatient =
  /but (?:they |we |he |she |i )?(?:don't|dont|do not|would not|wouldn't|prefer not)|but not too (?:late|long)|but soon|بس ما نب|لكن ما نب|بس لا |لكن لا |بس نبي بسرعه|بس يفضل قريب|but sooner/;
