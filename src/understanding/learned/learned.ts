import type { Listening, Meaning } from '../meaning.ts';
import type { Spoken } from '../spoken.ts';
import type { Score } from './scores.ts';

/** It changes who we think we speak with: only the surest guess may. */
const sureOfAgency = 0.75;
const longestWords = 160;

/**
 * What a learned label makes of a message whose words `kept` explain so far; `null` where learning may not decide: a yes
 * or no that was asked for, a language that is not named, a correction that says what is right.
 */
export function meaningLearned(
  { label, score }: Score,
  kept: readonly Meaning[],
  spoken: Spoken,
  { pending }: Listening,
): Meaning | null {
  const isAlone = kept.every(({ type }) => type === 'unclear' || type === 'nothing');
  switch (label) {
    case 'stop_optout':
      return { type: 'stop' };
    case 'withdraw_delete':
      return { type: 'erase' };
    case 'request_human':
      return { type: 'human' };
    case 'restart':
      return { type: 'restart' };
    case 'change_language':
      return languageNamed(spoken);
    case 'ask_status':
      return { type: 'status' };
    case 'edit_answer':
      return kept.some(({ type }) => type === 'said') ? null : { type: 'change' };
    case 'start_request':
      return { type: 'start' };
    case 'greet':
      return { type: 'greet', salam: false };
    case 'thanks':
    case 'goodbye':
      return { type: label };
    case 'affirm':
      return pending?.yesNo === true || !isAlone ? null : { type: 'yes' };
    case 'deny':
      return pending?.yesNo === true || !isAlone ? null : { type: 'no' };
    case 'agency_identify':
      return score >= sureOfAgency && pending?.yesNo !== true ? agency(spoken) : null;
    default:
      return null;
  }
}

/** A language is switched to only when it is named; a guess would turn the whole chat over. */
function languageNamed({ words }: Spoken): Meaning | null {
  const isNamed = (name: RegExp) => words.some(({ word }) => name.test(word));
  const [ar, en] = [isNamed(/عربي|^(?:bil?|el|al)?3?ara?bic?$|3arab/), isNamed(/ان[جقك]لي|^english$|englizi|ingli/)];
  return ar === en ? null : { type: 'language', to: ar ? 'ar' : 'en' };
}

function agency({ words }: Spoken): Meaning {
  const line = words.map(({ word }) => word).join(' ').slice(0, longestWords);
  return { type: 'said', said: [{ field: 'writer', value: 'agency', words: line }] };
}
