import type { Facts } from '../dialogue/facts.ts';
import type { Clock } from './clock.ts';
import type { lanes } from './lanes.ts';
import type { Alert, Conversation, Joined, Kept, Store } from './store.ts';

/** How often it is tried while replies of the two are leaving the store. */
const TRIES = 5;

/**
 * Joins two persons when WhatsApp itself says that their addresses are one person's; as long as at most one of them has
 * decided about consent, else a person decides and an alert says so (design, "Merging two addresses").
 * Resolves to whether they are one now.
 */
export function joining(options: {
  store: Pick<Store, 'load' | 'join'>;
  clock: Clock;
  atDoor: ReturnType<typeof lanes>;
  inTurn: ReturnType<typeof lanes>;
  raise: (alert: Alert) => Promise<void>;
  joined: (person: string, other: string) => void;
}) {
  const { store, atDoor, inTurn } = options;

  return (one: string, two: string): Promise<boolean> =>
    atDoor([one, two], () => inTurn([one, two], async () => join(await load(one), await load(two))));

  async function join(a: Joined, b: Joined, tries = 1): Promise<boolean> {
    if (a.conversation.erasing || b.conversation.erasing) return false;
    if (hasDecided(a) && hasDecided(b)) {
      const id = `merge-${[a.person, b.person].sort().join('-')}`;
      await options.raise({ id, kind: 'merge', person: a.person, at: options.clock.now() });
      return false;
    }
    const [into, from] = weight(a) >= weight(b) ? [a, b] : [b, a];
    const answer = await store.join(into, from, keptOf(into.conversation, from.conversation));
    if (answer === 'stale') return tries < TRIES && join(await load(a.person), await load(b.person), tries + 1);
    options.joined(into.person, from.person);
    return true;
  }

  async function load(person: string): Promise<Joined> {
    return { person, conversation: await store.load(person) };
  }
}

function hasDecided({ conversation: { kept } }: Joined): boolean {
  return (kept?.facts.decisions.length ?? 0) > 0;
}

/** Who has a consent stays; else who has told more. */
function weight(joined: Joined): number {
  const { kept } = joined.conversation;
  return (hasDecided(joined) ? 1_000 : 0) + Object.keys(kept?.facts.known ?? {}).length + (kept ? 0.5 : 0);
}

function keptOf({ kept: a }: Conversation, { kept: b }: Conversation): Kept | null {
  if (!a || !b) return a ?? b;
  return {
    facts: factsOf(a.facts, b.facts),
    from: [...a.from, ...b.from],
    due: a.due,
    cases: { ...b.cases, ...a.cases },
  };
}

/** The facts of the one who stays, with the other's answers where they are newer or the only ones. */
function factsOf(a: Facts, b: Facts): Facts {
  const known = { ...a.known };
  for (const [field, answer] of Object.entries(b.known)) {
    const name = field as keyof Facts['known'];
    if ((known[name]?.at ?? -1) < answer.at) known[name] = answer;
  }
  const stoppedAt = a.stoppedAt ?? b.stoppedAt;
  return { ...a, known, ...(stoppedAt !== undefined && { stoppedAt }) };
}
