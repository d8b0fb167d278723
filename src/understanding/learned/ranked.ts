import { spokenAgainst } from '../against.ts';
import type { ByVocabulary } from '../byVocabulary.ts';
import { intentsOf } from '../intents.ts';
import { isChance } from './danger.ts';
import { type Score, scoresOf } from './scores.ts';

/** Labels whose own words decide, whatever was learned (`domain.md` 3.2, 5.2). */
const decisive = ['self_harm', 'emergency', 'withdraw_delete', 'stop_optout'];
/** A second label counts from here on. */
const second = 0.25;
/** What a vocabulary found stays in the list unless it is this unlikely. */
const unlikely = 0.04;
/** A mere inkling of danger, stopping or erasing, which no word names, is no best guess. */
const inkling = 0.3;
/** They end the talk or undo it. */
const ending = ['withdraw_delete', 'stop_optout'];
/** What no word names and some words speak against (`against.ts`) must be surer than this. */
const despite = { ending: 0.97, danger: 0.6 };

/**
 * Every label of `domain.md` 8.1 that a message bears, the best first, each with its score; the margin is the distance to
 * the next. `none`, a mere statement, is no label: a bare answer has an empty list.
 */
export function ranked(heard: ByVocabulary): { label: string; score: number }[] {
  const found = intentsOf(heard);
  if (heard.spoken.words.length === 0) return found.map((label) => ({ label, score: 1 }));
  const all = scoresOf(heard.spoken, found);
  const decided = decisive.filter(
    (label) => found.includes(label) && !(label === 'emergency' && isChance(all, heard.spoken)),
  );
  const against = spokenAgainst(heard.spoken);
  const least = (label: string): number => {
    if (!decisive.includes(label) || found.includes(label)) return 0;
    if (against.has(label)) return ending.includes(label) ? despite.ending : despite.danger;
    return decisive.includes(label) ? inkling : 0;
  };
  const scores = all.filter(({ label, score }) => score >= least(label));
  const rank = ({ label, score }: Score) => (decided.includes(label) ? 2 - decided.indexOf(label) / 10 : score);
  return scores
    .filter(
      (one, at) =>
        at === 0 ||
        one.score >= second ||
        decided.includes(one.label) ||
        (found.includes(one.label) && one.score >= unlikely),
    )
    .filter(({ label }) => label !== 'none')
    .sort((a, b) => rank(b) - rank(a));
}
