import type { AuthenticationState } from '@whiskeysockets/baileys';

/** The login of one dial. `save` takes a snapshot at once; it resolves when that one is stored, in the order of the calls. */
export type LoginState = AuthenticationState & { save(): Promise<void> };

/** What the channel asks of whoever keeps its login. Nothing deletes one. */
export type Login = {
  /** Read afresh before every dial; a new, unpaired one if there is none. Rejects while it cannot be read. */
  load(): Promise<LoginState>;
  /** WhatsApp has ended it: it is marked and kept, and the next `load` begins a new one beside it. */
  markEnded(): Promise<void>;
  /** Whether a write failed because another process owns the number. */
  fenced(error: unknown): boolean;
};
