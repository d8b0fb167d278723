import { plain, type Step, say } from './step.ts';

/** Said beside the questions: answered in a sentence or two, then the open line follows in its short form. */
export const answerTopic: Step<'topic'> = ({ facts }, event) => {
  const answer = say({ line: 'topic', topic: event.topic });
  if (event.topic === 'complaint') return { facts, acts: [{ type: 'alert', kind: 'complaint' }, answer] };
  if (event.topic !== 'bereavement') return { facts, acts: [answer] };
  // Nobody is asked for travel dates at a funeral, and no reminder comes.
  return {
    facts: { ...facts, remindedAt: event.at },
    acts: [{ type: 'alert', kind: 'human' }, answer, { type: 'hush' }],
  };
};

export const greet: Step<'greet'> = ({ facts }, event) => ({
  facts,
  acts: [say({ line: 'hello', salam: event.salam, ...(event.kunya ? { kunya: event.kunya } : {}) })],
});

export const welcome: Step = ({ facts }) => ({ facts, acts: [plain('thanks')] });
export const bye: Step<'goodbye'> = ({ facts }) => ({ facts, acts: [plain('goodbye'), { type: 'hush' }] });
export const showStatus: Step<'status'> = ({ facts }) => ({ facts, acts: [plain('status')] });
export const showMine: Step<'mine'> = ({ facts }) => ({ facts, acts: [plain('mine')] });
export const showHelp: Step<'help'> = ({ facts }) => ({ facts, acts: [plain('help')] });
export const askAgain: Step<'undecryptable'> = ({ facts }) => ({
  facts,
  acts: [plain('undecryptable'), { type: 'hush' }],
});

/** A file, a voice note, a contact, a link, a pasted report: each has its own kind answer (R020 to R031). */
export const refuse: Step<'refused'> = ({ facts }, event) => {
  const voices = (facts.voices ?? 0) + (event.what === 'voice' ? 1 : 0);
  const again = event.what === 'voice' && voices > 1;
  return {
    facts: event.what === 'voice' ? { ...facts, voices } : facts,
    acts: [say({ line: 'refused', what: event.what, again })],
  };
};

/** One friendly notice for each kind of private data (`domain.md` 2.5). */
export const tellMasked: Step<'masked'> = ({ facts }, event) => {
  const told = facts.noticedPrivate ?? [];
  const types = event.types.filter((type) => !told.includes(type));
  if (types.length === 0) return { facts };
  return { facts: { ...facts, noticedPrivate: [...told, ...types] }, acts: [say({ line: 'masked', types })] };
};
