import type { Text } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { questioned } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';
import words from './words/ownWords.json' with { type: 'json' };

const cuesIn = cueFinder(words);
const kin = /^(?:child|spouse|parent|relative)$/;

/**
 * Who writes, where nothing says so but the illness that the message tells of: "I need knee replacement surgery" and
 * "my prostate, I am 58" are of the patient, "الوالدة عمرها ٦٨" of a child. Nothing where two relatives could be meant.
 */
export function writerImplied(text: Text, goal: unknown, aged: boolean): Found | null {
  const cues = cuesIn(text);
  const relatives = cues.filter((cue) => kin.test(cue.code));
  if (relatives.length === 0 && hitsOf(text, 'writer').length === 0) return ownIllness(text, cues, goal, aged);
  const [first] = relatives;
  const one = relatives.find((hit) => isPatient(cues, hit)) ?? first;
  if (one === undefined || company.test(before(text, one)) || whose.test(before(text, one))) return null;
  const alone = relatives.every((hit) => hit.code === one.code && nameOf(text, hit) === nameOf(text, one));
  if (!alone && one === first && !isPatient(cues, one)) return null;
  return foundOf([one.code], wordsAt(text, one.from, one.to));
}

const company = /^(?:with|and|plus|\+|مع|معي|معاي|و)$/;
const whose = /^(?:his|her|their|patient's|the|a|an)$/;
const before = (text: Text, hit: Hit): string => tokensOf(text)[hit.from - 1]?.fold ?? '';
const nameOf = (text: Text, hit: Hit): string => tokensOf(text)[hit.from]?.fold.replace(/^(?:لل|ل|و)/, '') ?? '';

/** Whether the word "patient" stands beside a relative: "ابوي المريض", "my mother who is the patient". */
export function isPatient(cues: readonly Hit[], relative: Hit): boolean {
  return cues.some(
    (cue) =>
      cue.code === 'patient' &&
      ((cue.from >= relative.to && cue.from - relative.to <= 2) ||
        (cue.to <= relative.from && relative.from - cue.to <= 1)),
  );
}

/** Relatives named in a text, and the words "the patient". */
export function relativesIn(text: Text): readonly Hit[] {
  return cuesIn(text);
}

/** Operations and checks that somebody needs are their own; a treatment is what everybody writes for. */
function ownIllness(text: Text, cues: readonly Hit[], goal: unknown, aged: boolean): Found | null {
  const tokens = tokensOf(text);
  const said = cues.find((cue) => {
    if (questioned(text, cue.from)) return false;
    if (cue.code === 'mine') return true;
    if (cue.code === 'need') return goal === 'surgery';
    const number = numbersOf(text).find((other) => other.from === cue.to);
    return cue.code === 'age' && aged && number !== undefined && tokens[cue.to]?.gap === '';
  });
  return said === undefined ? null : foundOf(['self'], wordsAt(text, said.from, said.to));
}
