import { spokenAgainst } from '../against.ts';
import { isPlainDanger } from '../emergency.ts';
import type { Listening, Meaning } from '../meaning.ts';
import type { Spoken } from '../spoken.ts';
import type { Score } from './scores.ts';

/** From here on danger that no word names is taken for danger; below, it is asked after (`domain.md` 3.2). */
const sure = { emergency: 0.85, self_harm: 0.6 };
/** Danger is asked after sooner than anything else: a question in vain costs one message. */
const likely = { first: 0.25, behind: 0.3, inAnswer: 0.75, despite: 0.6 };
/** From here on it is near certain that words of danger speak of something else. */
const certain = 0.9;
/** No more than this may then be left for danger. */
const hardly = 0.05;

/** What was learned of danger where no word names it: an alarm, or the question whether there is danger now. */
export function dangerLearned(
  scores: readonly Score[],
  kept: readonly Meaning[],
  spoken: Spoken,
  { pending }: Listening,
): Meaning[] {
  if (kept.some(({ type }) => type === 'maybe_emergency')) return [];
  // One word ("blood") tells no danger that the vocabularies do not know.
  if (spoken.words.length < 2) return [];
  const isAnswered = kept.some((one) => one.type === 'said' && one.said.some(({ field }) => field === pending?.field));
  const isAsked = pending?.options?.some(({ code }) => code === 'danger') === true;
  const [at, found] = firstDanger(scores);
  if (found === undefined) return [];
  const { label, score } = found;
  const isOpposed = spokenAgainst(spoken).has(label);
  if (score >= sure[label] && !isOpposed && !isAnswered) return [{ type: label }];
  const enough = isAnswered ? likely.inAnswer : isOpposed ? likely.despite : at === 0 ? likely.first : likely.behind;
  return score >= enough && !isAsked ? [{ type: 'maybe_emergency' }] : [];
}

type Danger = { label: keyof typeof sure; score: number };

function firstDanger(scores: readonly Score[]): [at: number, found?: Danger] {
  const at = scores.findIndex(({ label }) => label === 'emergency' || label === 'self_harm');
  const found = scores[at];
  if (found === undefined) return [at];
  return [at, { label: found.label === 'emergency' ? 'emergency' : 'self_harm', score: found.score }];
}

/**
 * An alarm that words raised becomes a question when it is near certain that they speak of something else; never one of
 * self-harm, nor one that is plainly of now.
 */
export function weakened(meanings: Meaning[], scores: readonly Score[], spoken: Spoken): Meaning[] {
  if (meanings.some(({ type }) => type === 'self_harm') || !isChance(scores, spoken)) return meanings;
  return meanings.map((one): Meaning => (one.type === 'emergency' ? { type: 'maybe_emergency' } : one));
}

/** Whether words of danger in a message are near certainly no danger. */
export function isChance(scores: readonly Score[], spoken: Spoken): boolean {
  const top = scores[0];
  if (top === undefined || top.label === 'emergency' || top.label === 'self_harm' || top.score < certain) return false;
  const danger = scores.find(({ label }) => label === 'emergency')?.score ?? 0;
  return danger <= hardly && !isPlainDanger(spoken);
}
