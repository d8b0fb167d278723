import type { Listening, Meaning } from '../meaning.ts';
import type { Spoken } from '../spoken.ts';
import type { Score } from './scores.ts';

/** It changes who we think we speak with: only the surest guess may. */
const sureOfAgency = 0.75;
const sureWhileAsked = 0.75;
const leadsAway = [
  'request_human',
  'restart',
  'change_language',
  'ask_status',
  'edit_answer',
  'goodbye',
  'thanks',
  'greet',
];
const longestWords = 160;
/** Fewer words ("امر آخر") ask for no status, unless they are known to. */
const fewestOfStatus = 3;

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
  const answersNothing = isAlone && pending?.field === undefined && pending?.yesNo !== true;
  // While a question stands open, a guess must be surer to lead away from it.
  if (pending?.field !== undefined && score < sureWhileAsked && leadsAway.includes(label)) return null;
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
      // Asked for the family's language, a bare name is the answer; a wish for this chat is known by its words.
      return pending?.field === 'language' ? null : languageNamed(spoken);
    case 'ask_status':
      return spoken.words.length < fewestOfStatus ? null : { type: 'status' };
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
      return answersNothing ? { type: 'yes' } : null;
    case 'deny':
      return answersNothing ? { type: 'no' } : null;
    case 'agency_identify':
      return score >= sureOfAgency && mayTellWriter(pending) ? agency(spoken) : null;
    default:
      return null;
  }
}

/** In the middle of the form a guess must not change who writes. */
function mayTellWriter(pending: Listening['pending']): boolean {
  return pending?.yesNo !== true && (pending?.field === undefined || pending.field === 'writer');
}

/** A language is switched to only when it is named; a guess would turn the whole chat over. */
function languageNamed({ words }: Spoken): Meaning | null {
  const isNamed = (name: RegExp) => words.some(({ word }) => name.test(word));
  const [ar, en] = [isNamed(/عربي|^(?:bil?|el|al)?3?ara?bic?$|3arab/), isNamed(/ان[جقك]لي|^english$|englizi|ingli/)];
  return ar === en ? null : { type: 'language', to: ar ? 'ar' : 'en' };
}

function agency({ words }: Spoken): Meaning {
  const line = words
    .map(({ word }) => word)
    .join(' ')
    .slice(0, longestWords);
  return { type: 'said', said: [{ field: 'writer', value: 'agency', words: line }] };
}
