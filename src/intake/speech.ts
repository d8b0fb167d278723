import type { Channel } from '../channels/channel.ts';
import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import { outbox } from './outbox.ts';
import { settling } from './settling.ts';
import type { Alert, Bubble, Store } from './store.ts';

/** All that is said: replies go out by the outbox, and leave the store once they have an outcome. */
export function speech(options: {
  store: Pick<Store, 'settle'>;
  channel: Pick<Channel, 'send' | 'typing' | 'state'>;
  clock: Clock;
  hand: InHand;
  pace: (text: string, urgent: boolean) => number;
  allowed?: () => Promise<void>;
  gather: number;
  /** A reply did not reach the person: a human must see it. */
  raise: (alert: Alert) => Promise<void>;
  /** Nothing more is to be said to the person, and the store knows it. */
  silent: (person: string) => void;
  failed: (error: unknown) => void;
}) {
  const { clock, hand } = options;
  const isSilent = (person: string): boolean => out.empty(person) && settle.empty(person);

  const settle = settling({
    ...options,
    settled: (person) => {
      if (isSilent(person)) options.silent(person);
    },
  });
  const out = outbox({
    ...options,
    spoken(person, { id }, outcome) {
      settle.add({ person, id, kept: outcome === 'accepted' });
      if (outcome === 'accepted') return;
      hand.begin();
      options
        .raise({ id: `lost-${id}`, kind: 'lost', person, at: clock.now() })
        .catch(options.failed)
        .finally(hand.end);
    },
  });

  return {
    /** Takes up what stands in the person's outbox, but for what has its outcome already. */
    put(person: string, bubbles: readonly Bubble[]): void {
      out.put(
        person,
        bubbles.filter(({ id }) => !settle.has(id)),
      );
    },
    isSilent,
    changed: out.changed,
    sent: out.sent,
    forget: out.forget,
    /** A person has become another one. */
    moved(person: string, to: string): void {
      out.moved(person, to);
      settle.moved(person, to);
    },
    /** Resolves when what is being sent is settled. */
    async stop(): Promise<void> {
      await out.stop();
      await settle.stop();
    },
  };
}
