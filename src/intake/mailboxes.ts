import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import type { lanes } from './lanes.ts';
import { type Mailbox, mailbox, work } from './mailbox.ts';
import { type Entry, Fenced } from './store.ts';
import type { Turns } from './turns.ts';

/** How long (ms) to wait after the store failed; doubled each time, up to the second number. */
const AGAIN_AFTER = 250;
const AGAIN_AT_MOST = 5_000;
/** How long (ms) a message that could not be read is held back: it mostly comes again readable. */
const UNREAD = 10_000;
/** How many idle conversations stay in memory. */
const REMEMBERED = 10_000;

/**
 * One mailbox a person: one turn at a time, which takes all that has come. A quiet window joins bursts: `quiet` ms after
 * the last message, longer while the person types, at most `cap` ms after the first. A clock that is set back makes
 * nobody wait longer than that.
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
  const longest = Math.max(cap, UNREAD, AGAIN_AT_MOST);
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
    if (box.running || stopped || (box.armed && box.armed.at <= at)) return;
    box.armed?.cancel();
    box.armed = null;
    if (!box.busy) {
      box.busy = true;
      hand.begin();
    }
    const wait = Math.min(at - clock.now(), longest);
    if (wait <= 0) return void run(box);
    const cancel = clock.after(wait, () => {
      box.armed = null;
      if (box.quietUntil > at) return arm(box, box.quietUntil);
      box.quietUntil = 0; // that wait is over, whatever the clock says now
      void run(box);
    });
    box.armed = { at, cancel };
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
      const patience = quiet > 0 && box.fresh.some((one) => isUnread(one, box.fresh)) ? UNREAD : quiet;
      const most = box.fresh.every((one) => isUnread(one, box.fresh)) ? UNREAD : cap;
      box.quietUntil = Math.min(now + patience, box.since + most);
      arm(box, box.quietUntil);
    },
    /** The person is typing. */
    composing(person: string, ms: number): void {
      const box = all.get(person);
      if (!box || box.since === null) return;
      box.quietUntil = Math.max(box.quietUntil, Math.min(clock.now() + ms, box.since + cap));
    },
    /** Something may wait in the store that is not known here: asks it, and takes what is there. */
    look(person: string): void {
      const box = boxOf(person);
      box.reload = true;
      arm(box, clock.now());
    },
    stop(): void {
      stopped = true;
      for (const box of all.values()) box.armed?.cancel();
    },
  };
}

/** Whether it could not be read and its content has not come since. */
function isUnread({ id, content }: Entry, all: readonly Entry[]): boolean {
  return content.kind === 'undecryptable' && !all.some((other) => `${other.id}?` === id);
}
