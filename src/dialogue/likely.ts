import { type Meaning, type Topic, topics } from '../understanding/meaning.ts';
import { takeUnclear } from './commands.ts';
import type { Facts } from './facts.ts';
import { without } from './known.ts';
import { type Event, plain, type Step } from './step.ts';

/** Nobody is asked whether they mourn, complain or talk of something else: that is answered when it is sure, or not at all. */
const neverAsked: readonly Topic[] = ['worry', 'bereavement', 'complaint', 'out_of_scope'];
/** With "something else" a menu of four (`domain.md` 6.3). */
const MOST = 3;
/** The code of the choice that is none of the topics. */
export const OTHER = 'other';

/** The topics a person can be asked about, as the topics are now: one that is gone asks nothing. */
export const likelyTopics = ({ likely }: Pick<Facts, 'likely'>): Topic[] =>
  (likely?.topics ?? []).filter((topic) => topics.includes(topic) && !neverAsked.includes(topic)).slice(0, MOST);

/** It may be one of these questions: the person is asked which, and nothing is guessed. */
export const askWhich: Step<'unsure'> = (context, event) => {
  const { facts } = context;
  const asked = event.topics.filter((topic) => !neverAsked.includes(topic)).slice(0, MOST);
  if (asked.length === 0) return takeUnclear(context, event);
  return { facts: { ...facts, likely: { topics: asked, ...(facts.asked ? { behind: facts.asked } : {}) } } };
};

/** None of them: we say how to be understood, and go on with the open line. */
export const askInOtherWords: Step<'other_question'> = ({ facts }) => ({ facts, acts: [plain('otherQuestion')] });

/** What understanding found, or that it was none of the questions we thought of. */
export type Heard = Meaning | Pick<Extract<Event, { type: 'other_question' }>, 'type'>;
type Settled = { facts: Facts; heard: readonly Heard[] };

/** These bring no answer: the question stays open. */
const silent: readonly Meaning['type'][] = ['nothing', 'deadline', 'colleague'];

/**
 * What a message means behind the question which topic was meant: the choice is that topic, "something else" none of
 * them, and anything else is taken as it is. The question is asked once: whatever was heard, the line before it is open again.
 */
export function settled(facts: Facts, meanings: readonly Meaning[]): Settled {
  if (meanings.every(({ type }) => silent.includes(type))) return { facts, heard: meanings };
  const offered = likelyTopics(facts);
  const seen = new Set<Topic>();
  const heard: Heard[] = [];
  for (const meaning of meanings) {
    const one = answered(meaning, offered);
    if (one.type === 'topic' && seen.has(one.topic)) continue;
    if (one.type === 'topic') seen.add(one.topic);
    heard.push(one);
  }
  const others = heard.filter(({ type }) => type !== 'other_question');
  const behind = facts.likely?.behind;
  return {
    facts: { ...without(facts, 'likely', 'asked'), ...(behind ? { asked: behind } : {}) },
    // "No, I meant the visa" needs no word about the no.
    heard: others.length > 0 ? others : heard.slice(0, 1),
  };
}

function answered(meaning: Meaning, offered: readonly Topic[]): Heard {
  const [only, ...more] = offered;
  switch (meaning.type) {
    case 'choice': {
      const topic = offered.find((each) => each === meaning.option);
      return topic ? { type: 'topic', topic } : { type: 'other_question' };
    }
    case 'yes':
      return only && more.length === 0 ? { type: 'topic', topic: only } : { type: 'unclear' };
    case 'no':
      return { type: 'other_question' };
    // Still not sure: the usual way of not understood.
    case 'unsure':
      return { type: 'unclear' };
    default:
      return meaning;
  }
}
