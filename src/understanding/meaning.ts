import type { PrivateType } from './private/privateTypes.ts';

/** A question about a matter somebody else decides, or about us; each has a boundary answer (`domain.md` 7). */
export const topics = [
  'ask_price',
  'ask_outcome',
  'ask_visa',
  'ask_timing',
  'ask_doctor',
  'send_files',
  'ask_safety',
  'ask_insurance',
  'ask_referral_fee',
  'ask_medical_advice',
  'ask_appointment',
  'ask_logistics',
  'ask_payment',
  'ask_privacy',
  'bot_identity',
  'ask_legitimacy',
  'ask_process',
  'ask_contract',
  'ask_roles',
  'complaint',
  'out_of_scope',
  'worry',
  'bereavement',
] as const;
export type Topic = (typeof topics)[number];

/** One field said in a message. */
export type Said = {
  field: string;
  /** `null`: the person does not know it, or skips it (R017). */
  value: unknown;
  /** The person's own words for it, masked. */
  words: string;
  /** More than one reading: these values are read back, and one is chosen (`domain.md` 6.6). `value` is then the first of them. */
  readings?: readonly unknown[];
};

/** What a message means: the only thing the dialogue ever sees of it. */
export type Meaning =
  /** Danger to life now. `country`: where the person says they are. Recognised before everything else (`domain.md` 3). */
  | { type: 'emergency'; country?: string }
  | { type: 'self_harm'; country?: string; inProgress?: boolean }
  /** A word like "emergency" that may be mere urgency: ask whether it is dangerous now. */
  | { type: 'maybe_emergency' }
  | { type: 'stop' }
  /** CANCEL alone: the intake, the consent, or our messages? */
  | { type: 'cancel' }
  | { type: 'withdraw' }
  | { type: 'erase' }
  | { type: 'human' }
  | { type: 'language'; to?: 'ar' | 'en' }
  | { type: 'restart' }
  | { type: 'new_case' }
  | { type: 'status' }
  | { type: 'mine' }
  | { type: 'help' }
  | { type: 'back' }
  | { type: 'continue' }
  | { type: 'skip' }
  | { type: 'why' }
  /** "change 4", "change the dates": a field by its name, or its line on the review card. */
  | { type: 'change'; field?: string; line?: number }
  /** One or more fields, each at most once. */
  | { type: 'said'; said: Said[] }
  /** It speaks of more than one patient: the fields said beside it are of the first one alone. */
  | { type: 'several' }
  | { type: 'yes' }
  | { type: 'no' }
  /** The `index`-th option (from 0) of the menu that stands, when it is not a field's. */
  | { type: 'choice'; option: string }
  | { type: 'topic'; topic: Topic }
  /** The person wants treatment or our help in general, and asks nothing we would have to answer first. */
  | { type: 'start' }
  | { type: 'greet'; salam: boolean; kunya?: string }
  | { type: 'thanks' }
  | { type: 'goodbye' }
  /** A file, image or video was sent, or a pasted report, or a link to one: refused, not kept (R020, R022, R027). */
  | {
      type: 'refused';
      what:
        | 'file'
        | 'image'
        | 'id_image'
        | 'video'
        | 'voice'
        | 'contact'
        | 'location'
        | 'sticker'
        | 'report'
        | 'link'
        | 'unsupported';
    }
  | { type: 'undecryptable' }
  /** Private data was masked: tell the person once per type (`domain.md` 2.5). */
  | { type: 'masked'; types: PrivateType[] }
  /** Message `of` was edited or deleted: what it answered is forgotten first. */
  | { type: 'retracted'; of: string; deleted: boolean }
  | { type: 'colleague' }
  | { type: 'deadline'; deadline: 'remind' | 'expire' }
  /** It may be one of these questions, the likeliest first: ask which, never guess. */
  | { type: 'unsure'; topics: Topic[] }
  /** Words we could make nothing of. */
  | { type: 'unclear' }
  /** Nothing that wants an answer (a reaction, an empty text). */
  | { type: 'nothing' };

/** One message, understood. Meanings stand in the order in which the dialogue must take them: safety, then commands, then fields, then questions. */
export type Heard = {
  /** Id and time (ms since the epoch) of the message. */
  message: string;
  at: number;
  /** The language it is written in, when that can be told; Arabizi counts as `ar`. */
  language: 'ar' | 'en' | null;
  meanings: Meaning[];
};

/** The line that stands open, so that a digit or a bare word can be understood. A hint, never a cage: any field may be said at any time. */
export type Pending = {
  /** The field asked for, if it is a field. */
  field?: string;
  /** The numbered options as shown, in order: a code and every label a person may write for it. */
  options?: readonly { code: string; labels: readonly string[] }[];
  /** A plain yes or no is expected. */
  yesNo?: boolean;
  /** Whether any text at all is an answer (the question for the clinic). */
  freeText?: boolean;
};

/** All that understanding may know besides the words: pure, so that the same message always means the same. */
export type Listening = {
  pending: Pending | null;
  /** Today where the person is, `YYYY-MM-DD`. */
  today: string;
  /** The country already known, to read what is ambiguous (ISO alpha-2). */
  country?: string;
};
