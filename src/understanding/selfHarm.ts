import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';

/** Words of self-harm, one's own or of somebody else; `inProgress` when something was already taken or done (`domain.md` 3.2). */
export function selfHarmIn(spoken: Spoken): { inProgress: boolean } | null {
  const hits = phrasesIn(spoken, 'selfHarm');
  if (!hits.some((hit) => hit.label === 'self_harm')) return null;
  return { inProgress: hits.some((hit) => hit.label === 'in_progress') };
}
