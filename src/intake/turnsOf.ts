import type { IntakeOptions } from './intakeOptions.ts';
import type { lanes } from './lanes.ts';
import { NoKey } from './noKey.ts';
import { receive } from './receive.ts';
import type { speech } from './speech.ts';
import type { Conversation } from './store.ts';
import type { Turns } from './turns.ts';

/** What the mailboxes ask for, made of the store, the turn and what is said. */
export function turnsOf(
  options: Pick<IntakeOptions, 'store' | 'turn' | 'clock' | 'number' | 'committed' | 'failed'> & {
    atDoor: ReturnType<typeof lanes>;
    talk: ReturnType<typeof speech>;
    /** Whose erasure is under way. */
    erasing: Set<string>;
    /** Sets a person aside whose key is gone. */
    keyless: (person: string) => Promise<void>;
    /** Something may wait in the store for this person. */
    look: (person: string) => void;
    /** Something waits to be put on a queue. */
    wake: () => void;
  },
): Turns {
  const { store, atDoor, talk, erasing, look, wake } = options;
  /** Whose erasure began here, and is not known to have been done. */
  const unsure = new Set<string>();

  return {
    async load(person) {
      let conversation: Conversation;
      try {
        conversation = await store.load(person);
      } catch (error) {
        if (!(error instanceof NoKey)) throw error;
        await options.keyless(person);
        conversation = await store.load(person);
      }
      if (conversation.erasing) erasing.add(person);
      talk.put(person, conversation.outbox);
      wake(); // a commit whose answer was lost may have left something to hand over
      return conversation;
    },
    ...receive({
      ...options,
      committed(person, commit, effects) {
        if (commit.erasing) erasing.add(person);
        talk.put(person, commit.replies);
        if (commit.handovers.length > 0) wake();
        options.committed?.(person, effects);
      },
    }),
    mayErase: talk.isSilent,
    erase: (person, { erasing: mark }) =>
      atDoor([person], async () => {
        const again = unsure.has(person);
        unsure.add(person);
        const next = mark && (await store.erase(person, mark, await store.load(person)));
        unsure.delete(person);
        erasing.delete(person);
        talk.forget(person);
        wake();
        if (next) look(next);
        if (again) for (const one of await store.atWork()) look(one); // the first try may have made a new person
      }),
    failed: options.failed,
  };
}
