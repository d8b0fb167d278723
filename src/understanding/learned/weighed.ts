import { spokenAgainst } from '../against.ts';
import type { ByVocabulary } from '../byVocabulary.ts';
import { intentsOf } from '../intents.ts';
import { type Heard, type Listening, type Meaning, type Topic, topics } from '../meaning.ts';
import type { Spoken } from '../spoken.ts';
import { isAsking } from '../topics.ts';
import { dangerLearned, isChance, weakened } from './danger.ts';
import { meaningLearned } from './learned.ts';
import { type Score, scoresOf } from './scores.ts';

/** From here on a label that no vocabulary found is believed. */
const sure = 0.45;
/** A question to us is answered by who decides, which is safe beside anything else: less is enough for the likeliest one. */
const sureOfTopic = 0.33;
/** A field was said, and nothing asks: a topic is then less likely meant. */
const sureBesideAnswer = 0.4;
/** The same in an answer to the question that stands open: it says that already. */
const sureInAnswer = 0.75;
/** Who asks to be left alone or forgotten is not asked twice to be clear (`domain.md` 5.2); erasing is asked about anyway. */
const likelyToEnd = 0.35;
/** The same against words that speak for something else (`against.ts`). */
const sureDespite = 0.97;
/** From here on it is worth asking whether it was meant. */
const likely = 0.2;
/** Below this a topic that a vocabulary found is a chance likeness, when something else is sure. */
const unlikely = 0.04;
/** A longer message is a note: its sentences are weighed by those who read notes. */
const longest = 45;

type Weighed = Omit<Heard, 'message' | 'at'>;

/**
 * The meanings that the vocabularies found, mended by what was learned: what they missed is added when it is sure, what
 * they took for something by chance is dropped, and what is merely likely becomes a question. A yes or no that was asked
 * for, a field and a command found by its words are never touched (R037, R047); nor is danger that is plain (`danger.ts`).
 */
export function weighed({ language, meanings, spoken }: ByVocabulary, listening: Listening): Weighed {
  if (spoken.words.length === 0 || spoken.words.length > longest || isChosen(meanings)) return { language, meanings };
  const scores = scoresOf(spoken, intentsOf({ meanings }));
  if (meanings.some(isDanger)) return { language, meanings: weakened(meanings, scores, spoken) };
  const kept = withoutChance(meanings, scores, spoken);
  const danger = dangerLearned(scores, kept, spoken, listening);
  const added = addedTo(kept, scores, spoken, listening);
  const said = kept.filter((one) => one.type !== 'unclear');
  const all = [...danger, ...added.filter(comesFirst), ...said, ...added.filter((one) => !comesFirst(one))];
  if (all.length > 0) return { language, meanings: all };
  // A yes or no is awaited: that is asked again, and nothing comes between (R037).
  if (listening.pending?.yesNo === true) return { language, meanings };
  const close = scores
    .filter(({ label, score }) => score >= likely && isTopic(label))
    .map(({ label }) => label as Topic);
  return { language, meanings: close.length > 0 ? [{ type: 'unsure', topics: close }] : meanings };
}

/** An option of the menu decides alone. */
function isChosen(meanings: readonly Meaning[]): boolean {
  return meanings.some((one) => one.type === 'choice');
}

function isDanger({ type }: Meaning): boolean {
  return type === 'emergency' || type === 'self_harm';
}

/** A message that is nothing but one of these means nothing else. */
const commands: readonly Meaning['type'][] = [
  'stop',
  'cancel',
  'erase',
  'withdraw',
  'back',
  'change',
  'continue',
  'help',
  'human',
  'language',
  'mine',
  'new_case',
  'restart',
  'skip',
  'status',
  'why',
];

/** What was learned and no vocabulary found, if it is sure enough. */
function addedTo(kept: readonly Meaning[], scores: readonly Score[], spoken: Spoken, listening: Listening): Meaning[] {
  if (kept.length > 0 && kept.every(({ type }) => commands.includes(type))) return [];
  // Learning has no label for grief and worry, and would take them for some question.
  if (kept.some((one) => one.type === 'topic' && (one.topic === 'worry' || one.topic === 'bereavement'))) return [];
  const found = intentsOf({ meanings: kept.filter(({ type }) => type !== 'unclear') });
  const field = listening.pending?.field;
  const answered = kept.some((one) => one.type === 'said' && one.said.some((each) => each.field === field));
  const topicFrom = isAsking(spoken) || !kept.some(({ type }) => type === 'said') ? sureOfTopic : sureBesideAnswer;
  return scores.slice(0, 3).flatMap(({ label, score }, at) => {
    const ends = label === 'stop_optout' || label === 'withdraw_delete';
    const enough = answered
      ? sureInAnswer
      : ends && at === 0
        ? likelyToEnd
        : isTopic(label) && at === 0
          ? topicFrom
          : sure;
    if (score < (spokenAgainst(spoken).has(label) ? sureDespite : enough) || found.includes(label)) return [];
    const meaning = isTopic(label)
      ? ({ type: 'topic', topic: label } as const)
      : meaningLearned({ label, score }, kept, spoken, listening);
    return meaning === null ? [] : [meaning];
  });
}

/** Drops what only chance put there: a word like "danger" in a question, a topic of no weight; each sentence may ask its own. */
function withoutChance(meanings: readonly Meaning[], scores: readonly Score[], spoken: Spoken): Meaning[] {
  const isWhole = (scores[0]?.score ?? 0) >= sure && spoken.words.at(-1)?.sentence === 0;
  const isLikely = (topic: Topic) => (scores.find(({ label }) => label === topic)?.score ?? 1) >= unlikely;
  const isIdle = isChance(scores, spoken);
  return meanings.filter((one) =>
    one.type === 'topic' ? !isWhole || isLikely(one.topic) : one.type !== 'maybe_emergency' || !isIdle,
  );
}

function isTopic(label: string): label is Topic {
  return (topics as readonly string[]).includes(label);
}

const first: readonly Meaning['type'][] = ['stop', 'erase', 'human', 'language', 'restart', 'status', 'change'];
function comesFirst({ type }: Meaning): boolean {
  return first.includes(type);
}
