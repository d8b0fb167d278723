import type { Inbound } from '../channels/channel.ts';
import type { Content } from '../understanding/content.ts';
import { withoutControls } from '../understanding/private/controls.ts';
import type { lanes } from './lanes.ts';
import { NoKey } from './noKey.ts';
import { phoneCountry } from './phoneCountry.ts';
import type { Entry, Found, Store } from './store.ts';

type Answer = Awaited<ReturnType<Store['accept']>>;

/** Replaces private data by what the first step may use. */
export type Mask = (text: string, country?: string) => { text: string };

/** The longest reaction that is one emoji: anything behind is no reaction. */
const EMOJI = 16;

/** How often a message looks again for its person, when persons are joined or erased while it comes in. */
const LOOKS = 10;

/**
 * Lets a message in: finds or makes its person, and stores it masked. Messages of one address are let in one after the
 * other, in the order they came; a person is not joined or erased meanwhile. Resolves when the message is stored.
 *
 * Locks are taken in one order everywhere: addresses, then persons in a turn, then persons at the door; each set at once.
 */
export function door(options: {
  store: Store;
  mask: Mask;
  atDoor: ReturnType<typeof lanes>;
  stored: (person: string, entry: Entry) => void;
  /** The id is known already. */
  again: (person: string) => void;
  /** It is not known whether the message was stored. */
  unsure: (person: string) => void;
  /** The addresses lead to two persons. Resolves to whether they are one now. */
  join: (person: string, other: string) => Promise<boolean>;
  /** An address of `before` belongs to another account now, which is the person's. */
  passedOn: (before: string, person: string) => Promise<void>;
  /** Sets a person aside whose key is gone, so that nothing leads to it any more. */
  keyless: (person: string) => Promise<void>;
}) {
  const { store, mask, atDoor } = options;

  const letIn = async (person: string, entry: Entry, found: Found): Promise<Answer> => {
    if (found.before !== null) await options.passedOn(found.before, person);
    const answer = await store.accept(person, entry, found.free, found.before ?? undefined).catch((error: unknown) => {
      options.unsure(person);
      throw error;
    });
    if (answer === 'stored') options.stored(person, entry);
    if (answer === 'known') options.again(person);
    return answer;
  };

  /** `moved`: whose it is has changed meanwhile, and it must look again. */
  const tryOnce = async (entry: Entry, mayJoin: boolean): Promise<Answer> => {
    const { person, other, ...found } = await store.find(entry.from);
    if (person === null) return letIn(await store.create(), entry, { person, other, ...found });
    if (other !== null && mayJoin && (await options.join(person, other))) return 'moved';
    return atDoor([person], async () => {
      const now = await store.find(entry.from);
      return now.person === person ? letIn(person, entry, now) : 'moved';
    });
  };

  const look = async (entry: Entry): Promise<'stored' | 'known'> => {
    for (let looks = 0; looks < LOOKS; looks++) {
      const answer = await tryOnce(entry, looks === 0).catch(async (error: unknown) => {
        if (!(error instanceof NoKey)) throw error;
        await options.keyless(error.person);
        return 'moved' as const;
      });
      if (answer !== 'moved') return answer;
    }
    throw new Error('whose message this is changes all the time');
  };

  return async ({ id, from, at, content }: Inbound): Promise<'stored' | 'known'> => {
    const entry: Entry = { id, from, at, content: masked(content, mask, phoneCountry(from)) };
    const names = from.map(({ kind, value }) => `${kind}:${value}`);
    return atDoor(names, () => look(entry));
  };
}

/** Masks every text of a message before anything is done with it, and drops control characters (`domain.md` 2). */
function masked(content: Content, mask: Mask, country: string | null): Content {
  const clean = (text: string): string => mask(withoutControls(text), country ?? undefined).text;
  if (content.kind === 'text' || content.kind === 'edit') return { ...content, text: clean(content.text) };
  if (content.kind === 'file' && content.caption !== undefined) return { ...content, caption: clean(content.caption) };
  if (content.kind === 'reaction') return { ...content, emoji: clean(content.emoji).slice(0, EMOJI) };
  return content;
}
