import { compile } from './match.ts';
import type { Spoken } from './spoken.ts';
import classes from './words/classes.json' with { type: 'json' };
import vocabulary from './words/selfHarm.json' with { type: 'json' };

const hitsOf = compile(vocabulary, classes);

/** Words of self-harm, one's own or of somebody else; `inProgress` when something was already taken or done (`domain.md` 3.2). */
export function selfHarmIn(spoken: Spoken): { inProgress: boolean } | null {
  const hits = hitsOf(spoken);
  if (!hits.some((hit) => hit.label === 'self_harm')) return null;
  return { inProgress: hits.some((hit) => hit.label === 'in_progress') };
}
