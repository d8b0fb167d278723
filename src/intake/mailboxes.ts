import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import type { lanes } from './lanes.ts';
import { type Mailbox, mailbox, work } from './mailbox.ts';
import { type Entry, Fenced } from './store.ts';
import type { Turns } from './turns.ts';

/** How long (ms) to wait after the store failed; doubled each time, up to the second number. */
const AGAIN_AFTER = 250;
const AGAIN_AT_MOST = 5_000;
/** How many idle conversations stay in memory. */
const REMEMBERED = 10_000;

/**
 * One mailbox a person: one turn at a time, which takes all that has come. A quiet window joins bursts: `quiet` ms after
 * the last message, longer while the person types, at most `cap` ms after the first.
 */
export function mailboxes(options: {
  turns: Turns;
  clock: Clock;
  hand: InHand;
  inTurn: ReturnType<typeof lanes>;
  quiet: number;
  cap: number;
}) {
  const { turns, clock, hand, quiet, cap } = options;
  const all = new Map<string, Mailbox>();
  let stopped = false;

  const boxOf = (person: string): Mailbox => {
    const known = all.get(person);
    if (known) return known;
    const made = mailbox(person);
    all.set(person, made);
    if (all.size > REMEMBERED) forgetIdle();
    return made;
  };
  const forgetIdle = (): void => {
    for (const [person, box] of all) {
      if (!box.busy) all.delete(person);
      if (all.size <= REMEMBERED * 0.9) return;
    }
  };

  /** The next thing to do for a mailbox happens at `at`, or now. */
  const arm = (box: Mailbox, at: number): void => {
    if (box.running || box.armed || stopped) return;
    if (!box.busy) {
      box.busy = true;
      hand.begin();
    }
    const wait = at - clock.now();
    if (wait <= 0) return void run(box);
    box.armed = clock.after(wait, () => {
      box.armed = null;
      arm(box, Math.max(box.quietUntil, at));
    });
  };

  const run = async (box: Mailbox): Promise<void> => {
    box.running = true;
    let next: number | null = null;
    try {
      const enough = (): boolean => stopped || (box.fresh.length > 0 && box.quietUntil > clock.now());
      const erased = await options.inTurn([box.person], () => work(box, turns, enough));
      if (erased) all.delete(box.person);
      box.storeFailures = 0;
      if (box.fresh.length > 0 || box.reload) next = box.quietUntil;
    } catch (error) {
      next = failure(box, error);
    }
    box.running = false;
    if (next !== null && !stopped) return arm(box, next);
    box.busy = false;
    hand.end();
  };

  const failure = (box: Mailbox, error: unknown): number | null => {
    turns.failed(error);
    box.conversation = null;
    if (error instanceof Fenced) return null;
    box.storeFailures++;
    return clock.now() + Math.min(AGAIN_AFTER * 2 ** (box.storeFailures - 1), AGAIN_AT_MOST);
  };

  return {
    /** A message was stored. */
    arrived(person: string, entry: Entry): void {
      const box = boxOf(person);
      const now = clock.now();
      box.fresh.push(entry);
      box.since ??= now;
      box.quietUntil = Math.min(now + quiet, box.since + cap);
      arm(box, box.quietUntil);
    },
    /** The person is typing. */
    composing(person: string, ms: number): void {
      const box = all.get(person);
      if (!box || box.since === null) return;
      box.quietUntil = Math.min(Math.max(box.quietUntil, clock.now() + ms), box.since + cap);
    },
    /** Something may wait in the store that is not known here: asks it, and takes what is there. */
    look(person: string): void {
      const box = boxOf(person);
      box.reload = true;
      arm(box, clock.now());
    },
    stop(): void {
      stopped = true;
      for (const box of all.values()) box.armed?.();
    },
  };
}
