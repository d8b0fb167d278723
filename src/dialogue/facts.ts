import type { Field } from '../../flows/family.ts';
import type { Language } from '../../locales/words.ts';
import type { Topic } from '../understanding/meaning.ts';
import type { PrivateType } from '../understanding/private/privateTypes.ts';

export type { Language } from '../../locales/words.ts';

/** One answer, with where it came from. */
export type Known = {
  /** `null`: asked, and the person does not know or skips it. */
  value: unknown;
  /** The person's own words, masked. */
  words: string;
  /** Id of the message that said it, and when (ms). */
  message: string;
  at: number;
  corrected?: true;
};

/** A decision on one purpose of the consent (R047); the wording shown is found again by `version` and `language`. */
export type Decision = {
  purpose: 'forward' | 'contact';
  given: boolean;
  at: number;
  message: string;
  /** The reply as it was written, masked. */
  reply: string;
  language: Language;
  version: string;
  /** Who gave it, and on what ground (R038, R043). */
  by: 'patient' | 'family' | 'guardian';
  basis: Basis;
};

/** An answer that may mean several things. */
export type Unsure = { field: Field; readings: readonly unknown[]; words: string; message: string; at: number };

/** Questions to us that a message may have asked, the likeliest first, and the line that was open before it. */
export type Likely = { topics: readonly Topic[]; behind?: string };

export type Filed = { case: string; revision: number; forward?: Decision };

export type Basis = 'own' | 'patient_agrees' | 'cannot_decide' | 'guardian';

/**
 * All that is kept of a conversation: what we know, never where we are. The place in the dialogue is computed from it
 * and from the flow as it is now, so that a new version strands nobody. Plain JSON.
 */
export type Facts = {
  schema: 1;
  /** The language the bot speaks; unset until it is known. */
  language?: Language;
  /** The country of the phone number, told by the channel; a hint for emergency numbers only. */
  phoneCountry?: string;
  /** When the boundary statement was shown (R071). */
  noticed?: number;
  /** The time of the person's last message. */
  heardAt?: number;
  known: { [F in Field]?: Known };
  /** A field that is being changed although it is known; its old answer stands until the new one is there. */
  reopened?: Field;
  /** Answers with more than one reading: the person chooses, the first one first. */
  unsure?: Unsure[];
  /** Something was asked that we are not sure of: the person is asked once which it was, and whatever comes next settles it. */
  likely?: Likely;
  /** A yes is awaited before something that cannot be undone, or the meaning of CANCEL, whether there is danger now, or whether there are several patients. */
  confirm?: 'erase' | 'restart' | 'cancel' | 'danger' | 'patients';
  /** There is another patient, whose request is opened after this one is filed. */
  morePatients?: true;
  /** The line last asked; asked again, it takes its short form. */
  asked?: string;
  /** How often in a row that line was not understood. */
  misses?: number;
  /** Questions are paused after an emergency or words of self-harm; `country` is where the person says they are. */
  paused?: { why: 'emergency' | 'self_harm'; country?: string; inProgress?: boolean };
  /** A colleague has the conversation until this time (ms). */
  yieldedUntil?: number;
  /** The person asked for a human, at this time. */
  humanAskedAt?: number;
  stoppedAt?: number;
  remindedAt?: number;
  /** Kinds of private data already spoken of: one notice a kind. */
  noticedPrivate?: PrivateType[];
  /** How often a voice note was sent: after the second a human is offered first. */
  voices?: number;
  case?: string;
  /** 0 until filed. */
  revision: number;
  filedAt?: number;
  /** Something changed since the last revision was filed. */
  unsent?: true;
  /** Requests filed before this one, with the decision that let them leave. */
  earlier?: Filed[];
  /** The one who writes said not to be the guardian of a minor. */
  guardianAway?: true;
  decisions: Decision[];
  /** Consent was refused or withdrawn, at this time. */
  refusedAt?: number;
  withdrawnAt?: number;
};

export const noFacts: Facts = { schema: 1, known: {}, revision: 0, decisions: [] };
