import type { Deadlines, Effect, Turn } from '../dialogue/effects.ts';
import { type Facts, noFacts } from '../dialogue/facts.ts';
import type { Content } from '../understanding/content.ts';
import type { Clock } from './clock.ts';
import { type Identity, outcome } from './outcome.ts';
import { phoneCountry } from './phoneCountry.ts';
import type { Commit, Conversation, Entry, Store } from './store.ts';
import { TurnFailed } from './turns.ts';

/** How many case numbers are tried for one turn. */
const CASE_NUMBERS = 20;

/** The pure core, as the intake calls it. */
export type TakeTurn = (facts: Facts, messages: Message[], world: World) => Turn;
export type Message = { id: string; at: number; content: Content; phoneCountry?: string };
export type World = { now: number; number: string; caseNumber: string };

/**
 * `take` takes one turn: computes it from the conversation and commits its outcome. Resolves to the conversation as it stands
 * then; to `null` when the store has another one than we thought. Rejects with `TurnFailed` for a bug of the turn's.
 */
export function receive(options: {
  store: Store;
  turn: TakeTurn;
  clock: Clock;
  number: string;
  committed: (person: string, commit: Commit, effects: readonly Effect[]) => void;
}) {
  const { store, clock, number } = options;

  const identityOf = (person: string, { version }: Conversation, now: number): Identity => ({
    person,
    now,
    replyIds: (count) => store.replyIds(person, version, count),
  });

  const take = async (person: string, before: Conversation, batch: readonly Entry[]): Promise<Conversation | null> => {
    const { version } = before;
    const now = clock.now();
    const identity = identityOf(person, before, now);
    const messages = messagesOf(batch);
    for (let attempt = 0; attempt < CASE_NUMBERS; attempt++) {
      const world: World = {
        now,
        number,
        get caseNumber() {
          return store.caseNumber(person, version, attempt);
        },
      };
      const { turn, commit } = compute(() => {
        const made = options.turn(before.kept?.facts ?? noFacts, messages, world);
        return { turn: made, commit: outcome(before, batch, made, identity) };
      });
      const answer = await store.commit(person, commit);
      if (answer === 'taken') continue;
      if (answer === 'stale') return null;
      options.committed(person, commit, turn.effects);
      return after(before, commit);
    }
    throw new TurnFailed(`no free case number for person ${person}`);
  };

  /** Puts the first entry aside with an alert; the facts stay as they are. A deadline is not found again. */
  const bury = async (person: string, before: Conversation): Promise<Conversation | null> => {
    const took = before.inbox.slice(0, 1);
    const effects: Effect[] = [{ type: 'alert', kind: 'lost' }];
    const same: Turn = { facts: before.kept?.facts ?? noFacts, effects, deadlines: dueWithout(before, took) };
    const commit = outcome(before, took, same, identityOf(person, before, clock.now()));
    const [dead] = took;
    const answer = await store.commit(person, { ...commit, ...(dead && { dead }) });
    if (answer !== 'done') return null;
    options.committed(person, commit, effects);
    return after(before, commit);
  };

  return { take, bury };
}

function after(before: Conversation, { kept, took, erasing }: Commit): Conversation {
  const inbox = before.inbox.slice(took.length);
  return { version: before.version + 1, kept, inbox, outbox: [], erasing: erasing ?? null };
}

function compute<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new TurnFailed('a turn threw', { cause });
  }
}

/** The deadlines that stand when these entries will never be taken. */
function dueWithout({ kept }: Conversation, took: readonly Entry[]): Deadlines {
  const gone = new Set(took.map(({ content, at }) => (content.kind === 'deadline' ? `${content.deadline}/${at}` : '')));
  return Object.fromEntries(Object.entries(kept?.due ?? {}).filter(([name, at]) => !gone.has(`${name}/${at}`)));
}

/** The batch as the core takes it. A message that could not be decrypted is left out once its content is there. */
function messagesOf(batch: readonly Entry[]): Message[] {
  const readable = new Set(batch.flatMap(({ id, content }) => (content.kind === 'undecryptable' ? [] : [`${id}?`])));
  return batch
    .filter(({ id, content }) => content.kind !== 'undecryptable' || !readable.has(id))
    .map(({ id, at, content, from }) => {
      const country = phoneCountry(from);
      return { id, at, content, ...(country !== null && { phoneCountry: country }) };
    });
}
