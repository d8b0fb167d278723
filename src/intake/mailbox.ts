import type { Conversation, Entry } from './store.ts';
import { TurnFailed, type Turns } from './turns.ts';

/** How many messages one turn takes at most. */
const BATCH = 50;
/** After so many failures of a turn its messages are taken one by one, and the next that fails is buried. */
const TRIES = 2;

/** What came for one person and waits for a turn. */
export type Mailbox = {
  person: string;
  /** As the store has it; `null` when that must be asked. */
  conversation: Conversation | null;
  /** Stored, and not yet in `conversation.inbox`. */
  fresh: Entry[];
  /** When the oldest message arrived that waits for the quiet window; `null`: none. */
  since: number | null;
  quietUntil: number;
  /** The timer that stands. */
  armed: { at: number; cancel: () => void } | null;
  /** The store may know more than is known here. */
  reload: boolean;
  running: boolean;
  /** Running, or about to. */
  busy: boolean;
  turnFailures: number;
  storeFailures: number;
};

export function mailbox(person: string): Mailbox {
  const idle = { armed: null, reload: false, running: false, busy: false, turnFailures: 0, storeFailures: 0 };
  return { person, conversation: null, fresh: [], since: null, quietUntil: 0, ...idle };
}

/** Takes what is there in turns, until nothing is left or `enough` says so. Resolves to whether the person was erased. */
export async function work(box: Mailbox, turns: Turns, enough: () => boolean): Promise<boolean> {
  while (!enough()) {
    if (box.reload) box.conversation = null;
    box.reload = false;
    box.conversation ??= await turns.load(box.person);
    const { conversation } = box;
    receive(conversation.inbox, box.fresh);
    box.fresh = [];
    box.since = null;
    if (conversation.erasing) {
      if (!turns.mayErase(box.person)) return false;
      await turns.erase(box.person, conversation);
      return true;
    }
    if (conversation.inbox.length === 0) return false;
    await turn(box, conversation, turns);
  }
  return false;
}

async function turn(box: Mailbox, conversation: Conversation, turns: Turns): Promise<void> {
  const alone = box.turnFailures >= TRIES;
  const batch = conversation.inbox.slice(0, alone ? 1 : BATCH);
  try {
    box.conversation = await turns.take(box.person, conversation, batch);
    if (box.conversation?.inbox.length === 0) box.turnFailures = 0;
  } catch (error) {
    if (!(error instanceof TurnFailed)) throw error;
    turns.failed(error);
    box.turnFailures++;
    box.conversation = alone ? await turns.bury(box.person, conversation) : null;
  }
}

/** Adds what is not there yet: an entry may have been loaded already when its own arrival is told. */
function receive(inbox: Entry[], fresh: readonly Entry[]): void {
  for (const entry of fresh) {
    const there = inbox.some(({ id, content }) => id === entry.id && content.kind === entry.content.kind);
    if (!there) inbox.push(entry);
  }
}
