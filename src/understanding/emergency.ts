import type { Hit } from './match.ts';
import { once } from './once.ts';
import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';
import { isUndone } from './undone.ts';

/** So far from the words of danger stands what makes them a figure of speech. */
const reach = 3;

/**
 * Danger to life now, whoever is in it (`domain.md` 3): `emergency` when it is plain, `maybe_emergency` when a word like
 * "emergency" may be mere urgency. Catches too much rather than too little; a figure of speech and an old illness do not
 * count, but an old illness takes nothing back from what is said of now ("a stroke last year, and now he cannot breathe").
 */
export function emergencyIn(spoken: Spoken): 'emergency' | 'maybe_emergency' | null {
  const { always, sign, maybe } = dangerIn(spoken);
  if (always || sign) return 'emergency';
  return maybe ? 'maybe_emergency' : null;
}

/** Whether the words leave no doubt that the danger is there now: nothing that was learned weakens that. */
export function isPlainDanger(spoken: Spoken): boolean {
  const { always, acute } = dangerIn(spoken);
  return always || acute;
}

const dangerIn = once((spoken: Spoken) => {
  const hits = phrasesIn(spoken, 'emergency');
  const of = (label: string) => hits.filter((hit) => hit.label === label);
  const figures = of('not_emergency');
  const signs = of('emergency').filter((sign) => !isUndone(sign, figures, reach));
  const [old, turns] = [of('old'), of('turn')];
  const turnsBefore = ({ sentence, from }: Hit) =>
    turns.filter((turn) => turn.sentence === sentence && turn.from <= from).length;
  const clauseOf = (hit: Hit) => `${hit.sentence}/${turnsBefore(hit)}`;
  const oldClauses = new Set(old.map(clauseOf));
  const oldSentences = new Set(old.map(({ sentence }) => sentence));
  const acuteClauses = new Set(of('acute').map(clauseOf));
  /** It says "now" itself, and nothing old before that. */
  const saysNow = (sign: Hit) =>
    turns.some(({ from }) => from > sign.from && from < sign.to) && !oldClauses.has(clauseOf(sign));
  /** What is said first is old by any word of the sentence, what comes after a turn only by a word of its own clause. */
  const isOld = (sign: Hit) =>
    turnsBefore(sign) === 0 ? oldSentences.has(sign.sentence) : oldClauses.has(clauseOf(sign));
  const acute = signs.some((sign) => saysNow(sign) || acuteClauses.has(clauseOf(sign)));
  return {
    always: of('always').length > 0,
    acute,
    sign: acute || signs.some((sign) => !isOld(sign)),
    maybe: of('maybe_emergency').length > 0,
  };
});

/** The country where the person says they are (ISO alpha-2), one of the Gulf states or Russia; else `undefined`. */
export function placeIn(spoken: Spoken): string | undefined {
  let best: { label: string; from: number } | undefined;
  for (const hit of phrasesIn(spoken, 'places')) {
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
