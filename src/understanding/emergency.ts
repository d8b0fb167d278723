import { compile } from './match.ts';
import type { Spoken } from './spoken.ts';
import classes from './words/classes.json' with { type: 'json' };
import vocabulary from './words/emergency.json' with { type: 'json' };
import places from './words/places.json' with { type: 'json' };

const hitsOf = compile(vocabulary, classes);
const placesOf = compile(places);

/**
 * Danger to life now, whoever is in it (`domain.md` 3): `emergency` when it is plain, `maybe_emergency` when a word like
 * "emergency" may be mere urgency. Catches too much rather than too little; a figure of speech and an old illness do not count.
 */
export function emergencyIn(spoken: Spoken): 'emergency' | 'maybe_emergency' | null {
  const hits = hitsOf(spoken);
  if (hits.some((hit) => hit.label === 'emergency' || hit.label === 'always')) return 'emergency';
  return hits.length > 0 ? 'maybe_emergency' : null;
}

/** The country where the person says they are (ISO alpha-2), one of the Gulf states or Russia; else `undefined`. */
export function placeIn(spoken: Spoken): string | undefined {
  let best: { label: string; from: number } | undefined;
  for (const hit of placesOf(spoken)) {
    if (best === undefined || isHere(spoken, hit.from) || hit.from < best.from) best = hit;
    if (isHere(spoken, hit.from)) return hit.label;
  }
  return best?.label;
}

/** "in", "at", "now in" before the place: here, rather than from there. */
function isHere(spoken: Spoken, at: number): boolean {
  const word = spoken.words[at]?.word ?? '';
  return /^(?:في|in|at|fi|b|f)$/.test(spoken.words[at - 1]?.word ?? '') || /^ب(?!ري|حر|طر)/.test(word);
}
