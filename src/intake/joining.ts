import type { Facts } from '../dialogue/facts.ts';
import type { Clock } from './clock.ts';
import type { lanes } from './lanes.ts';
import type { Alert, Joined, Kept, Store } from './store.ts';

/** How often it is tried while replies of the two are leaving the store. */
const TRIES = 5;

/**
 * `join` joins two persons when WhatsApp itself says that their addresses are one person's: as long as they have one LID
 * between them and at most one has decided about consent or filed; else a human decides and an alert says so (design,
 * "Merging two addresses"). Resolves to whether they are one now. `passedOn` tells a human that a phone number which led
 * to the first belongs to the account of the second now, if the first has more than a greeting.
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

  return {
    join: (one: string, two: string): Promise<boolean> =>
      inTurn([one, two], () => atDoor([one, two], async () => join(await load(one), await load(two)))),
    async passedOn(before: string, person: string): Promise<void> {
      const old = await load(before);
      if (old.conversation.erasing) return;
      if (hasDecided(old) || Object.keys(old.conversation.kept?.facts.known ?? {}).length > 0)
        await tell(before, person);
    },
  };

  async function join(a: Joined, b: Joined, tries = 1): Promise<boolean> {
    if (a.conversation.erasing || b.conversation.erasing) return false;
    if ((hasDecided(a) && hasDecided(b)) || new Set([...lids(a), ...lids(b)]).size > 1) {
      await tell(a.person, b.person);
      return false;
    }
    const [into, from] = weight(a) >= weight(b) ? [a, b] : [b, a];
    const answer = await store.join(into, from, keptOf(into, from));
    if (answer === 'stale') return tries < TRIES && join(await load(a.person), await load(b.person), tries + 1);
    options.joined(into.person, from.person);
    return true;
  }

  function tell(person: string, other: string): Promise<void> {
    const id = `merge-${[person, other].sort().join('-')}`;
    return options.raise({ id, kind: 'merge', person, at: options.clock.now() });
  }

  async function load(person: string): Promise<Joined> {
    return { person, conversation: await store.load(person) };
  }
}

/** Also a consent that was taken back: its cases were filed. */
function hasDecided({ conversation: { kept } }: Joined): boolean {
  return (kept?.facts.decisions.length ?? 0) > 0 || Object.values(kept?.cases ?? {}).some((revision) => revision > 0);
}

function lids({ conversation: { kept, inbox } }: Joined): string[] {
  const from = [...(kept?.from ?? []), ...inbox.flatMap((entry) => entry.from)];
  return from.flatMap(({ kind, value }) => (kind === 'lid' ? [value] : []));
}

/** Who has a consent stays; else who has told more. */
function weight(joined: Joined): number {
  const { kept } = joined.conversation;
  return (hasDecided(joined) ? 1_000 : 0) + Object.keys(kept?.facts.known ?? {}).length + (kept ? 0.5 : 0);
}

function keptOf(into: Joined, from: Joined): Kept | null {
  const [a, b] = [into.conversation.kept, from.conversation.kept];
  if (!a || !b) return a ?? b;
  return {
    facts: factsOf(a.facts, b.facts),
    from: [...a.from, ...b.from],
    due: a.due,
    cases: { ...b.cases, ...a.cases },
    was: [...(a.was ?? []), ...(b.was ?? []), from.person],
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
  const earlier = [...(a.earlier ?? []), ...filedOf(b)];
  return { ...a, known, ...(stoppedAt !== undefined && { stoppedAt }), ...(earlier.length > 0 && { earlier }) };
}

/** What was filed and not taken back, so that it can still be recalled. */
function filedOf({
  earlier = [],
  case: number,
  revision,
  withdrawnAt,
  decisions,
}: Facts): NonNullable<Facts['earlier']> {
  if (number === undefined || revision === 0 || withdrawnAt !== undefined) return earlier;
  const forward = decisions.findLast(({ purpose }) => purpose === 'forward');
  return [...earlier, { case: number, revision, ...(forward && { forward }) }];
}
