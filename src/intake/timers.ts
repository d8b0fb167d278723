import type { Channel, Inbound } from '../channels/channel.ts';
import type { Clock } from './clock.ts';
import type { Conversation, Store } from './store.ts';

/** How often (ms) passed deadlines are looked for. */
const EVERY = 30_000;

/**
 * Turns deadlines that have passed into messages of the person's own inbox, so that one writer decides everything about a
 * person. The id is made of the deadline: it comes in once, however often it is found. A deadline that is none any more is
 * put right.
 *
 * By itself it looks only when the channel has been open since the last time: what somebody wrote in time may have waited
 * at the channel while nothing ran, and comes in first. Where a person is needed to open it, nothing waits.
 */
export function timers(options: {
  store: Pick<Store, 'due' | 'load' | 'putOff'>;
  channel: Pick<Channel, 'state'>;
  clock: Clock;
  accept: (message: Inbound) => Promise<'stored' | 'known'>;
  /** Something failed, of one person or as a whole. */
  failed: (error: unknown, person?: string) => void;
}) {
  const { store, channel, clock, accept, failed } = options;
  let open = false;
  let stopped = false;
  let cancel = (): void => {};

  /** Resolves to whether the person is still among the due ones. */
  const letIn = async (person: string, now: number): Promise<boolean> => {
    const conversation = await store.load(person);
    if (conversation.inbox.length > 0 || conversation.erasing) return true; // their turn writes the deadlines anew
    let stored = false;
    for (const message of passed(conversation, now)) stored = (await accept(message)) === 'stored' || stored;
    if (!stored) await store.putOff(person, conversation.version, next(conversation, now));
    return stored;
  };
  const runDue = async (now: number): Promise<void> => {
    for (let skip = 0, page = await store.due(now); page.length > 0; page = await store.due(now, skip)) {
      for (const person of page) {
        const stays = await letIn(person, now).catch((error: unknown) => {
          failed(error, person);
          return true;
        });
        if (stays) skip++; // one that leaves all the same makes it pass over another, which is met the next time
      }
    }
  };
  const look = async (): Promise<void> => {
    const state = channel.state();
    if (open || state === 'needs_person') await runDue(clock.now());
    open = channel.state() === 'open';
  };
  const watch = (): void => {
    if (!stopped) cancel = clock.after(EVERY, () => void look().catch(failed).finally(watch));
  };

  return {
    /** Lets in what has passed at `now` (ms). Resolves when all is stored; nobody waits for another one's failure. */
    runDue,
    watch,
    changed(): void {
      if (channel.state() !== 'open') open = false;
    },
    stop(): void {
      stopped = true;
      cancel();
    },
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

function next({ kept }: Conversation, now: number): number | null {
  const times = [kept?.due.remind, kept?.due.expire].filter((at) => at !== undefined && at > now);
  return times.length === 0 ? null : Math.min(...times.map(Number));
}
