import type { Text } from '../normalise.ts';
import { heardAs } from './directionHeard.ts';
import { together } from './directionsTogether.ts';
import { isOf, isWell, wordIsOf } from './directionWords.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf, phrasesOf } from './lexicon.ts';
import { negated } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/** A word such as "tests" is the whole matter only in an answer that says little else. */
const fewWords = 3;

/** The treatment direction (R003): a broad area, never a diagnosis. Different areas of the same weight are several readings. */
export function find(text: Text, asked: boolean): Found | null {
  const named = hitsOf(text, 'direction').filter((hit) => hit.code !== 'none' && !town(text, hit));
  const hits = named.filter((hit) => !negated(text, hit.from) && !isWell(text, hit, (at) => isNot(text, at)));
  const counted = hits.filter((hit) => (asked ? !vague(text, hit) : hit.code !== 'other' && !everyday(text, hit)));
  const best = together(text, counted);
  const first = best[0];
  if (first === undefined) return asked && named.length === 0 ? heardAs(text) : null;
  return foundOf([...new Set(best.map((hit) => hit.code))], wordsAt(text, first.from, first.to));
}

function isNot(text: Text, at: number): boolean {
  return hitsOf(text, 'speech').some((hit) => hit.code === 'not' && hit.from <= at && at < hit.to);
}

function vague(text: Text, hit: Hit): boolean {
  return tokensOf(text).length > fewWords && isOf('short', text, hit);
}

/** العين after "from", beside the Emirates or as where somebody lives is a town. */
function town(text: Text, hit: Hit): boolean {
  const word = tokensOf(text)[hit.from]?.fold ?? '';
  if (hit.code !== 'ophthalmology' || !/^ب?العين$/.test(word) || hit.to - hit.from > 1) return false;
  return (
    hitsOf(text, 'country').some((country) => country.code.startsWith('AE')) ||
    hitsOf(text, 'other').some(
      (other) =>
        (other.code === 'from' && other.to === hit.from) || (other.code === 'residence' && other.to <= hit.from),
    )
  );
}

/** Words of medicine that say other things as well do not count unasked, but beside a word of illness. */
function everyday(text: Text, hit: Hit): boolean {
  if (isOf('never', text, hit) || yours(text, hit)) return true;
  if (hit.to - hit.from > 1 || !isOf('everyday', text, hit) || isAbbreviation(text, hit)) return false;
  for (let at = Math.max(0, hit.from - 2); at < hit.to + 2; at += 1) {
    if (at !== hit.from && wordIsOf('sick', text, at)) return false;
  }
  return true;
}

/** "CLL", "DVT" in capitals, where not all is in capitals, is no everyday word. */
function isAbbreviation(text: Text, hit: Hit): boolean {
  return /^[A-Z]{3,5}$/.test(wordsAt(text, hit.from, hit.to)) && /[a-z]/.test(text.clean);
}

/** "قلبك", "عيونكم": what is yours is a courtesy. */
function yours(text: Text, hit: Hit): boolean {
  const word = hit.to - hit.from === 1 ? (tokensOf(text)[hit.from]?.fold ?? '') : '';
  return /[\u0621-\u064a](?:ك|كم)$/.test(word) && !phrases().has(word.replace(/^(?:ب?ال|و)/, ''));
}

let known: ReadonlySet<string> | undefined;
function phrases(): ReadonlySet<string> {
  known ??= new Set(phrasesOf('direction').map(([phrase]) => phrase));
  return known;
}
