import type { ByVocabulary } from '../byVocabulary.ts';
import { intentsOf } from '../intents.ts';
import { type Heard, type Listening, type Meaning, type Topic, topics } from '../meaning.ts';
import type { Spoken } from '../spoken.ts';
import { type Score, scoresOf } from './scores.ts';

/** From here on a label that no vocabulary found is believed. */
const sure = 0.45;
/** The same in an answer to the question that stands open: it says that already. */
const sureInAnswer = 0.75;
/** From here on it is worth asking whether it was meant. */
const likely = 0.2;
/** Below this a topic that a vocabulary found is a chance likeness, when something else is sure. */
const unlikely = 0.04;
/** Danger is asked after sooner than anything else: a wrong alarm costs one message (`domain.md` 3.2). */
const danger = 0.3;
/** A longer message is a note: its sentences are weighed by those who read notes. */
const longest = 45;

type Weighed = Omit<Heard, 'message' | 'at'>;

/**
 * The meanings that the vocabularies found, mended by what was learned: what they missed is added when it is sure, what
 * they took for something by chance is dropped, and what is merely likely becomes a question. A yes or no that was asked
 * for, a field and a command found by its words are never touched (R037, R047).
 */
export function weighed({ language, meanings, spoken }: ByVocabulary, listening: Listening): Weighed {
  if (spoken.words.length === 0 || spoken.words.length > longest || isSettled(meanings)) return { language, meanings };
  const scores = scoresOf(spoken, intentsOf({ meanings }));
  const kept = withoutChance(meanings, scores);
  const answered = kept.some((one) => one.type === 'said' && one.said.some(({ field }) => field === listening.pending?.field));
  const believed = answered ? sureInAnswer : sure;
  const added: Meaning[] = [];
  for (const { label, score } of scores.slice(0, 3)) {
    const meaning = score >= believed || isDanger(label, score) ? meaningOf(label, score, spoken, listening) : null;
    if (meaning !== null && !has(kept, meaning)) added.push(meaning);
  }
  const all = [...added.filter(comesFirst), ...kept.filter((one) => one.type !== 'unclear'), ...added.filter((one) => !comesFirst(one))];
  if (all.length > 0) return { language, meanings: all };
  const close = scores.filter(({ label, score }) => score >= likely && isTopic(label)).map(({ label }) => label as Topic);
  return { language, meanings: close.length > 0 ? [{ type: 'unsure', topics: close }] : meanings };
}

/** Danger, a file or a deadline decides alone. */
function isSettled(meanings: readonly Meaning[]): boolean {
  return meanings.some((one) => one.type === 'emergency' || one.type === 'self_harm' || one.type === 'choice');
}

function isDanger(label: string, score: number): boolean {
  return score >= danger && (label === 'emergency' || label === 'self_harm');
}

/** Drops topics that only chance put there; something is always left to answer. */
function withoutChance(meanings: readonly Meaning[], scores: readonly Score[]): Meaning[] {
  const top = scores[0];
  if (top === undefined || top.score < sure) return [...meanings];
  return meanings.filter(
    (one) => one.type !== 'topic' || (scores.find(({ label }) => label === one.topic)?.score ?? 1) >= unlikely,
  );
}

function isTopic(label: string): label is Topic {
  return (topics as readonly string[]).includes(label);
}

/** What a label makes of a message; `null` where learning may not decide. */
function meaningOf(label: string, score: number, spoken: Spoken, { pending }: Listening): Meaning | null {
  if (isTopic(label)) return { type: 'topic', topic: label };
  switch (label) {
    case 'emergency':
      return score >= sure ? { type: 'emergency' } : { type: 'maybe_emergency' };
    case 'self_harm':
      return { type: 'self_harm' };
    case 'stop_optout':
      return { type: 'stop' };
    case 'withdraw_delete':
      return { type: 'erase' };
    case 'request_human':
      return { type: 'human' };
    case 'restart':
      return { type: 'restart' };
    case 'change_language':
      return { type: 'language' };
    case 'ask_status':
      return { type: 'status' };
    case 'edit_answer':
      return { type: 'change' };
    case 'start_request':
      return { type: 'start' };
    case 'greet':
      return { type: 'greet', salam: false };
    case 'thanks':
    case 'goodbye':
      return { type: label };
    case 'affirm':
      return pending?.yesNo === true ? null : { type: 'yes' };
    case 'deny':
      return pending?.yesNo === true ? null : { type: 'no' };
    case 'agency_identify':
      return { type: 'said', said: [{ field: 'writer', value: 'agency', words: spoken.words.map(({ word }) => word).join(' ').slice(0, 160) }] };
    default:
      return null;
  }
}

function has(meanings: readonly Meaning[], meaning: Meaning): boolean {
  return meanings.some((one) =>
    meaning.type === 'topic'
      ? one.type === 'topic' && one.topic === meaning.topic
      : meaning.type === 'said'
        ? one.type === 'said' && one.said.some(({ field }) => field === 'writer')
        : one.type === meaning.type,
  );
}

const first: readonly Meaning['type'][] = ['emergency', 'maybe_emergency', 'self_harm', 'stop', 'erase', 'human', 'language', 'restart', 'status', 'change'];
function comesFirst({ type }: Meaning): boolean {
  return first.includes(type);
}
