import type { Address, Channel } from '../channels/channel.ts';
import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import { recent } from './recent.ts';
import type { Bubble } from './store.ts';

/** How long (ms) to wait before a reply is sent again when nobody knows whether it arrived and the channel is open. */
const AGAIN_AFTER = 5_000;
/** How many replies can be read again without asking the store. */
const REMEMBERED = 2_000;

/** `person` may change: two persons turn out to be one. */
type Lane = { name: string; person: string; waiting: Bubble[]; speech: Promise<void> | null };

export type Outbox = ReturnType<typeof outbox>;

/**
 * Speaks: the replies of a person one at a time and in order, each once the one before has an outcome. Persons do not wait
 * for each other. A reply nobody knows the outcome of is sent once more with its own id.
 */
export function outbox(options: {
  channel: Pick<Channel, 'send' | 'typing' | 'state'>;
  clock: Clock;
  hand: InHand;
  /** How long (ms) the bot types. */
  pace: (text: string, urgent: boolean) => number;
  /** Resolves when one more reply may be sent; for a cap over all persons. */
  allowed?: () => Promise<void>;
  /** The reply has an outcome and leaves the outbox. */
  spoken: (person: string, bubble: Bubble, outcome: 'accepted' | 'lost') => void;
  failed: (error: unknown) => void;
}) {
  const { channel, clock, hand } = options;
  const open = new Map<string, Lane>();
  const underWay = new Set<string>();
  const asked = recent<string, true>(REMEMBERED);
  const texts = recent<string, { person: string; text: string; to: Address }>(REMEMBERED);
  const wakers = new Set<() => void>();
  const halts = new Set<() => void>();
  let stopped = false;

  /** Waits, but no longer than until one of `ends` is called for. */
  const pause = (ms: number, ends: Set<() => void>): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        cancel();
        ends.delete(end);
        resolve();
      };
      const cancel = clock.after(ms, end);
      ends.add(end);
    });
  const mayBeSent = (allowed: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      halts.add(resolve);
      allowed.then(resolve, reject).finally(() => halts.delete(resolve));
    });

  const say = async (person: string, bubble: Bubble): Promise<'accepted' | 'lost' | 'later'> => {
    const delay = options.pace(bubble.text, bubble.urgent === true);
    if (delay > 0) {
      await channel.typing(bubble.to).catch(options.failed);
      if (!stopped) await pause(delay, halts);
    }
    if (options.allowed && !stopped) await mayBeSent(options.allowed());
    if (stopped || channel.state() !== 'open') return 'later';
    const { id, to, text } = bubble;
    texts.set(id, { person, text, to });
    const sent = await channel.send({ id, to, text }).catch((error: unknown) => {
      options.failed(error);
      return 'unknown' as const;
    });
    if (sent === 'accepted') return 'accepted';
    if (sent === 'refused' || (sent === 'unknown' && asked.get(id))) return 'lost';
    if (sent === 'unknown') asked.set(id, true);
    if (channel.state() === 'open' && !stopped) await pause(AGAIN_AFTER, wakers);
    return 'later';
  };

  const start = (lane: Lane): void => {
    if (lane.speech || stopped) return;
    lane.speech = speak(lane)
      .catch(options.failed)
      .then(() => {
        lane.speech = null;
        if (lane.waiting.length === 0) open.delete(lane.name);
        else if (channel.state() === 'open') start(lane);
      });
  };
  const speak = async (lane: Lane): Promise<void> => {
    for (let first = lane.waiting[0]; first && !stopped && channel.state() === 'open'; first = lane.waiting[0]) {
      const outcome = await say(lane.person, first);
      if (outcome === 'later') continue;
      lane.waiting.shift();
      underWay.delete(first.id);
      options.spoken(lane.person, first, outcome);
      hand.end();
    }
  };

  /** The channel opened or closed. */
  const changed = (): void => {
    for (const wake of [...wakers]) wake();
    for (const lane of open.values()) start(lane);
  };

  return {
    /** Takes up what stands in the person's outbox; what is in hand already is not taken twice. */
    put(person: string, bubbles: readonly Bubble[]): void {
      const lane = open.get(person) ?? { name: person, person, waiting: [], speech: null };
      for (const bubble of bubbles) {
        if (underWay.has(bubble.id)) continue;
        underWay.add(bubble.id);
        lane.waiting.push(bubble);
        hand.begin();
      }
      if (lane.waiting.length === 0) return;
      open.set(person, lane);
      start(lane);
    },
    changed,
    empty: (person: string): boolean => ![...open.values()].some((lane) => lane.person === person),
    /** A person has become another one. */
    moved(person: string, to: string): void {
      for (const lane of open.values()) if (lane.person === person) lane.person = to;
    },
    sent: (id: string): Pick<Bubble, 'text' | 'to'> | null => texts.get(id) ?? null,
    /** The person was erased. */
    forget(person: string): void {
      for (const [id, sent] of [...texts.entries()]) if (sent.person === person) texts.delete(id);
    },
    /** Resolves when what is being sent has its outcome. */
    async stop(): Promise<void> {
      stopped = true;
      for (const halt of [...halts]) halt();
      changed();
      await Promise.all([...open.values()].map((lane) => lane.speech));
    },
  };
}
