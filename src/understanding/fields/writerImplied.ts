import type { Text } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { questioned } from './speech.ts';
import { clauseAt, tokensOf, wordsAt } from './tokens.ts';
import words from './words/ownWords.json' with { type: 'json' };

const cuesIn = cueFinder(words);
/** A longer text is a note, and who wrote it is told in other ways. */
const longest = 45;

const kin = /^(?:child|spouse|parent|relative)$/;

/**
 * Who writes, where nothing says so but the illness that the message tells of: "I need knee replacement surgery" and
 * "my prostate, I am 58" are of the patient, "الوالدة عمرها ٦٨" of a child. Nothing where two relatives could be meant.
 */
export function writerImplied(text: Text, goal: unknown, aged: boolean): Found | null {
  if (text.words.length > longest) return null;
  const cues = cuesIn(text);
  const relatives = cues.filter((cue) => kin.test(cue.code));
  if (relatives.length === 0 && hitsOf(text, 'writer').length === 0) return ownIllness(text, cues, goal, aged);
  const one = relatives.find((hit) => isPatient(cues, hit)) ?? relatives.find((hit) => isIll(text, hit));
  if (one === undefined || whose.test(wordOf(text, one.from - 1))) return null;
  const others = relatives.some((hit) => hit.code !== one.code || nameOf(text, hit) !== nameOf(text, one));
  if (others && !isPatient(cues, one)) return null;
  return foundOf([one.code], wordsAt(text, one.from, one.to));
}

const company = /^(?:with|and|plus|\+|مع|معي|معاي|و)$/;
const whose = /^(?:his|her|their|patient's|the|a|an)$/;
const illness =
  /^(?:has|have|needs?|suffers?|sick|ill|diagnosed|عند[هك]ا?|عمر(?:ه|ها)|فيه|فيها|[يت]عاني|محتاجه?|[يت]حتاج|مريضه?|تعبانه?|3nda|3ndha|3omra|3omrha)$/;
const wordOf = (text: Text, at: number): string => tokensOf(text)[at]?.fold ?? '';

/** Whether the words just behind a relative tell an age or an illness of theirs, or something is wanted for them. */
function isIll(text: Text, relative: Hit): boolean {
  const tokens = tokensOf(text);
  const mine = /^(?:my|our)$/.test(wordOf(text, relative.from - 1)) ? 2 : 1;
  const before = wordOf(text, relative.from - mine);
  if (company.test(before)) return false;
  if (before === 'for' || /^لل?(?=.{4})/.test(wordOf(text, relative.from))) return true;
  const to = Math.min(clauseAt(tokens, relative.from).to, relative.to + near);
  for (let at = relative.to; at < to; at += 1) if (illness.test(wordOf(text, at))) return true;
  return [...numbersOf(text), ...hitsOf(text, 'direction')].some((hit) => hit.from >= relative.to && hit.from < to);
}
/** So far behind a relative stands what they have. */
const near = 3;

const nameOf = (text: Text, hit: Hit): string => tokensOf(text)[hit.from]?.fold.replace(/^(?:لل|ل|و)/, '') ?? '';

/** Whether the word "patient" stands beside a relative: "ابوي المريض", "my mother who is the patient". */
export function isPatient(cues: readonly Hit[], relative: Hit): boolean {
  return cues.some(
    (cue) =>
      cue.code === 'patient' &&
      ((cue.from >= relative.to && cue.from - relative.to <= 2) ||
        (cue.to <= relative.from && relative.from - cue.to <= 2)),
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
    if (cue.code === 'mine') return !(tokens[cue.from]?.fold ?? '').startsWith('ال');
    if (cue.code === 'need') return goal === 'surgery';
    const number = numbersOf(text).find((other) => other.from === cue.to);
    return cue.code === 'age' && aged && number !== undefined && tokens[cue.to]?.gap === '';
  });
  return said === undefined ? null : foundOf(['self'], wordsAt(text, said.from, said.to));
}
