import type { ByVocabulary } from '../byVocabulary.ts';
import { intentsOf } from '../intents.ts';
import { scoresOf } from './scores.ts';

/** Labels whose own words decide, whatever was learned (`domain.md` 3.2, 5.2). */
const decided = ['self_harm', 'emergency', 'withdraw_delete', 'stop_optout'];
/** A second label counts from here on. */
const second = 0.25;
/** What a vocabulary found stays in the list unless it is this unlikely. */
const unlikely = 0.04;

/**
 * Every label of `domain.md` 8.1 that a message bears, the best first, each with its score; the margin is the distance to
 * the next. `none`, a mere statement, is no label: a bare answer has an empty list.
 */
export function ranked(heard: ByVocabulary): { label: string; score: number }[] {
  const found = intentsOf(heard);
  if (heard.spoken.words.length === 0) return found.map((label) => ({ label, score: 1 }));
  const scores = scoresOf(heard.spoken, found);
  const scoreOf = (label: string) => scores.find((one) => one.label === label)?.score ?? 0;
  const top = scores[0];
  return scores
    .filter((one) => one === top || one.score >= second || (found.includes(one.label) && one.score >= unlikely))
    .concat(decided.filter((label) => found.includes(label)).map((label) => ({ label, score: scoreOf(label) })))
    .filter(({ label }, at, all) => label !== 'none' && all.findIndex((one) => one.label === label) === at)
    .sort((a, b) => rank(b, found) - rank(a, found));
}

function rank({ label, score }: { label: string; score: number }, found: readonly string[]): number {
  return found.includes(label) && decided.includes(label) ? 2 - decided.indexOf(label) / 10 : score;
}
