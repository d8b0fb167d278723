import type { Text } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { onlyAsked } from './onlyAsked.ts';
import { clauseAt, tokensOf, wordsAt } from './tokens.ts';
import words from './words/firstPerson.json' with { type: 'json' };

/** Whether a word of kin or of an office tells, without being asked for, who the patient or the writer is. */
export function countsUnasked(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  if (onlyAsked('writer', text, hit)) return false;
  const previous = tokens[hit.from - 1]?.fold ?? '';
  if (hit.code !== 'agency' && /^(?:و|مع|معي|معاي|with|and|انا|plus|\+)$/.test(previous)) return false;
  if (/^(?:i|i'm|im|انا)$/.test(tokens[hit.from]?.fold ?? '')) return true;
  const forWhom = /^(?:ل|7ag|حق|عن|for)/.test(tokens[hit.from]?.fold ?? '') || previous === 'for';
  return hit.code === 'agency' || hit.code === 'self' || hit.code === 'guardian' || forWhom || ill(text);
}

/** Whether a word of kin stands in a sentence about who writes or for whom: "I am his son", "انا بنته", "for my mother". */
export function hasOwnSentence(text: Text, hit: Hit): boolean {
  if (hit.code === 'agency' || hit.code === 'self' || hit.code === 'guardian') return true;
  const tokens = tokensOf(text);
  const word = tokens[hit.from]?.fold ?? '';
  const previous = tokens[hit.from - 1]?.fold ?? '';
  return (
    introducing.test(word) ||
    introducing.test(previous) ||
    /^(?:ل|7ag|حق|عن|for)/.test(word) ||
    /^(?:for|about|عن|حق)$/.test(previous)
  );
}
const introducing = /^(?:i|i'm|im|am|انا|ana|ane|اني)$/;

/** Whether a message speaks of an illness or a wish for treatment at all: only then is a relative named in it the patient. */
function ill(text: Text): boolean {
  return (
    (['direction', 'goal', 'age'] as const).some((list) => hitsOf(text, list).some((hit) => hit.code !== 'none')) ||
    hitsOf(text, 'ageKeys').some((hit) => hit.code === 'age' || hit.code === 'year') ||
    /(?:,| is) ?\d{1,3} ?(?=$|[,.\n])/.test(text.clean) ||
    /(?:^| )(?:مريضه?|حاله|يعاني|تعاني|تعبانه?|عنده|عندها|محتاجه?|patient|suffer\w*|diagnos\w*|needs?|sick|il|has|case|3ndha|3indha|3nda|3inda|t3ban\w*|ta3ban\w*|mareed\w*|mared\w*)(?: |$)/.test(
      text.fold,
    )
  );
}

const firstPerson = cueFinder(words);
/** A describing word or two may stand between "I have" and the illness ("a severe …"). */
const between = 2;

/** "I have a herniated disc", "عندي ديسك", "I was diagnosed …": the writer is the patient, where nobody else is spoken of. */
export function selfIll(text: Text): Found | null {
  const cues = firstPerson(text);
  const said = cues.find((cue) => cue.code === 'ill' || (cue.code === 'have' && isIllness(text, cue)));
  if (said === undefined) return null;
  const others = hitsOf(text, 'writer').length > 0 || cues.some((cue) => cue.code === 'someone');
  return others ? null : foundOf(['self'], wordsAt(text, said.from, said.to));
}

/** Whether what somebody has is an illness, and not a report of one or a question. */
function isIllness(text: Text, have: Hit): boolean {
  const tokens = tokensOf(text);
  if (hitsOf(text, 'documents').some((hit) => hit.from >= have.to && hit.from - have.to <= between)) return false;
  const { to } = clauseAt(tokens, have.from);
  return hitsOf(text, 'direction').some(
    (hit) =>
      !/^(?:none|other|checkup)$/.test(hit.code) &&
      hit.from >= have.to &&
      hit.from - have.to <= reachOf(text, have) &&
      hit.from < to,
  );
}

/** Arabic has the illness just after the word, English an article and more before it. */
function reachOf(text: Text, have: Hit): number {
  return /[a-z]/.test(tokensOf(text)[have.from]?.fold ?? '') ? between : 1;
}
