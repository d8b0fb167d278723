import type { Inbound } from '../channels/channel.ts';
import type { Conversation, Store } from './store.ts';

/**
 * Turns deadlines that have passed into messages of the person's own inbox, so that one writer decides everything about a
 * person. The id is made of the deadline: it comes in once, however often it is found. Resolves when all are stored.
 */
export function timers(options: {
  store: Pick<Store, 'due' | 'load'>;
  accept: (message: Inbound) => Promise<void>;
}): (now: number) => Promise<void> {
  return async (now) => {
    for (const person of await options.store.due(now)) {
      for (const message of passed(await options.store.load(person), now)) await options.accept(message);
    }
  };
}

function passed({ kept }: Conversation, now: number): Inbound[] {
  if (!kept) return [];
  const { from: addresses, due } = kept;
  // a phone number may belong to somebody else by now; a LID never does
  const from = [addresses.find(({ kind }) => kind === 'lid') ?? addresses[0]].filter((one) => one !== undefined);
  return (['remind', 'expire'] as const).flatMap((deadline): Inbound[] => {
    const at = due[deadline];
    if (at === undefined || at > now) return [];
    return [{ id: `deadline/${deadline}/${at}`, from, at, content: { kind: 'deadline', deadline } }];
  });
}
