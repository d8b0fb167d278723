import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import type { Urgency } from '../values.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { respelled } from './respelled.ts';
import { coded, negated, questioned } from './speech.ts';
import { breaks, tokensOf, wordsAt } from './tokens.ts';
import { byDates } from './urgency/byDates.ts';
import { onScale } from './urgency/scale.ts';

/**
 * How urgent the family says it is (R008), in their words; never a triage. A "not" before an urgent word makes it low.
 * Asked for, calm or pressing descriptions count as well, and a time ("this week") or a mark out of ten; a mere complaint says nothing.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  const found = told(text, asked);
  if (found !== null || !asked || hitsOf(text, 'urgency').some((hit) => hit.code === 'danger')) return found;
  const level = onScale(text) ?? byDates(text, listening);
  if (level !== null) return foundOf([level], text.clean);
  const better = respelled(text, 'urgency', (code) => /^(?:low|medium|high)$/.test(code));
  const guessed = better === null ? null : told(better, true);
  return guessed === null ? mistyped(text) : { ...guessed, words: text.clean, near: true };
}

/** Of two Arabic words the likeness of the first ("حالة") would speak for any second; Latin letters have many spellings. */
function mistyped(text: Text): Found | null {
  return tokensOf(text).length === 1 || /^[a-z]/.test(text.fold) ? nearest(text, 'urgency', isLevel) : null;
}

const isLevel = (code: string): boolean => code === 'low' || code === 'medium' || code === 'high';

function told(text: Text, asked: boolean): Found | null {
  const all = hitsOf(text, 'urgency').filter((hit) => {
    if (!isLevel(levelIn(hit)) || child(text, hit)) return false;
    if (hit.code.endsWith(' whole')) return asked && isWhole(text, hit);
    if (asked || keyed(text, hit) || byItself(text, hit)) return true;
    return isLevel(hit.code) && !onlyAsked('urgency', text, hit) && !questioned(text, hit.from);
  });
  const beside = all.filter((hit) => !isKey(text, hit));
  const hits = beside.length > 0 ? beside : all;
  const first = hits[0];
  if (first === undefined) return null;
  const levels = hits.map((hit) => levelOf(text, hit)).filter((level) => level !== null);
  const level = together(text, levels);
  return level === null ? null : foundOf([level], wordsAt(text, first.from, (hits.at(-1) ?? first).to));
}

/** "high asked" is high, but only in an answer; "high whole" ("very"), only as the whole of one. */
function levelIn(hit: Hit): string {
  return hit.code.endsWith(' asked') || hit.code.endsWith(' whole') ? hit.code.slice(0, -' asked'.length) : hit.code;
}

function isWhole(text: Text, hit: Hit): boolean {
  return hit.from === 0 && hit.to === tokensOf(text).length;
}

/** "urgency medium", "priority: high", "استعجال متوسط": named as what it is. */
function keyed(text: Text, hit: Hit): boolean {
  return coded(hitsOf(text, 'urgency'), 'key').some(
    (key) =>
      (key.to <= hit.from && hit.from - key.to <= 1 && sameSentence(text, key.to, hit.from)) || key.from === hit.to,
  );
}

/** "Priority" says that it is high, unless a level stands beside it: "priority low". */
function isKey(text: Text, hit: Hit): boolean {
  return coded(hitsOf(text, 'urgency'), 'key').some((key) => key.from === hit.from && key.to === hit.to);
}

function sameSentence(text: Text, from: number, to: number): boolean {
  return !tokensOf(text)
    .slice(from, to + 1)
    .some((token) => /[.,;?!\n]/.test(token.gap));
}

/** "…, 2nd week of January, arabic, medium.": in a list of at least so many parts, a part of its own. */
const manyParts = 4;

function byItself(text: Text, hit: Hit): boolean {
  if (hit.code !== 'medium' || hit.to - hit.from !== 1) return false;
  const tokens = tokensOf(text);
  const parts = tokens.filter((token) => parting.test(token.gap)).length;
  const after = tokens[hit.to];
  return (
    parts >= manyParts &&
    parting.test(tokens[hit.from]?.gap ?? '') &&
    (after === undefined || parting.test(after.gap)) &&
    /^(?:medium|moderate|متوسط|متوسطه)$/.test(said(text, hit))
  );
}
const parting = /[/,|\n]|^[.-]$/;

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
  const level = levelIn(hit) as Urgency;
  if ((level === 'low' && holdsNot(text, hit)) || /^(?:but|بس|لكن) /.test(said(text, hit))) return level;
  if (!negated(text, hit.from) && !denied(text, hit)) return level;
  return level === 'high' ? 'low' : level === 'low' ? 'medium' : null;
}

/** "not urgent" is denied in itself: a "no" before it agrees with it. */
function holdsNot(text: Text, hit: Hit): boolean {
  return coded(hitsOf(text, 'speech'), 'not').some((not) => not.from >= hit.from && not.to <= hit.to);
}

/** How far before a word stands what denies it: "nothing that is urgent", "لا داعي ابدا للعجلة". */
const reach = 3;

function denied(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  return coded(hitsOf(text, 'urgency'), 'deny').some(
    (word) =>
      word.to <= hit.from &&
      hit.from - word.to < reach &&
      !tokens.slice(word.to, hit.from + 1).some((token) => breaks(token.gap)),
  );
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
