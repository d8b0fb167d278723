import type { Inbound } from '../channels/channel.ts';
import type { Content } from '../understanding/content.ts';
import { withoutControls } from '../understanding/private/controls.ts';
import type { lanes } from './lanes.ts';
import { phoneCountry } from './phoneCountry.ts';
import type { Entry, Found, Store } from './store.ts';

/** Replaces private data by what the first step may use. */
export type Mask = (text: string, country?: string) => { text: string };

/** The longest reaction that is one emoji: anything behind is no reaction. */
const EMOJI = 16;

/** How often a message looks again for its person, when persons are joined or erased while it comes in. */
const LOOKS = 10;

/**
 * Lets a message in: finds or makes its person, and stores it masked. Messages of one address are let in one after the
 * other, in the order they came; a person is not joined or erased meanwhile. Resolves when the message is stored.
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
}) {
  const { store, mask, atDoor } = options;

  const letIn = async (person: string, entry: Entry, found: Found): Promise<boolean> => {
    if (found.before !== null) await options.passedOn(found.before, person);
    const answer = await store.accept(person, entry, found.free, found.before ?? undefined).catch((error: unknown) => {
      options.unsure(person);
      throw error;
    });
    if (answer === 'moved') return false;
    if (answer === 'stored') options.stored(person, entry);
    else options.again(person);
    return true;
  };

  /** Whether it was let in; else whose it is has changed, and it must look again. */
  const tryOnce = async (entry: Entry, guess: Found, mayJoin: boolean): Promise<boolean> => {
    const names = entry.from.map(({ kind, value }) => `${kind}:${value}`);
    if (guess.person !== null && guess.other !== null && mayJoin) {
      const { person, other } = guess;
      if (await options.join(person, other)) return false;
    }
    return atDoor(guess.person === null ? names : [...names, guess.person], async () => {
      const found = await store.find(entry.from);
      if (found.person === guess.person) return letIn(found.person ?? (await store.create()), entry, found);
      if (guess.person !== null || found.person === null) return false;
      // made by the message before this one: no lane of a person is held here, so waiting for one cannot lock
      const { person } = found;
      return atDoor([person], () => letIn(person, entry, found));
    });
  };

  return async ({ id, from, at, content }: Inbound): Promise<void> => {
    const entry: Entry = { id, from, at, content: masked(content, mask, phoneCountry(from)) };
    for (let look = 0; look < LOOKS; look++) {
      if (await tryOnce(entry, await store.find(from), look === 0)) return;
    }
    throw new Error('whose message this is changes all the time');
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
