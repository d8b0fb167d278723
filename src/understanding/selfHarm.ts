import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';
import { isUndone } from './undone.ts';

/** A figure of speech is one phrase with the words it takes back. */
const reach = 1;

/** Words of self-harm, one's own or of somebody else; `inProgress` when something was already taken or done (`domain.md` 3.2). */
export function selfHarmIn(spoken: Spoken): { inProgress: boolean } | null {
  const hits = phrasesIn(spoken, 'selfHarm');
  const against = hits.filter((hit) => hit.label === 'not_self_harm');
  if (!hits.some((hit) => hit.label === 'self_harm' && !isUndone(hit, against, reach))) return null;
  return { inProgress: hits.some((hit) => hit.label === 'in_progress') };
}
