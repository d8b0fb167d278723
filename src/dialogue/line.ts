import type { Field } from '../../flows/family.ts';
import type { Meaning, Topic } from '../understanding/meaning.ts';
import type { PrivateType } from '../understanding/private/privateTypes.ts';

/** One thing the bot says before (or instead of) the line that is due; `speak` finds its words. */
export type Line =
  | { line: 'hello'; salam: boolean; kunya?: string }
  | { line: 'noted'; fields: Field[] }
  | { line: 'topic'; topic: Topic }
  | { line: 'why'; field?: Field }
  | { line: 'masked'; types: PrivateType[] }
  | { line: 'refused'; what: Extract<Meaning, { type: 'refused' }>['what']; again: boolean }
  | { line: 'receipt'; contact: boolean }
  | { line: PlainLine };

export type PlainLine =
  | 'notice'
  | 'welcomeBack'
  | 'switched'
  | 'changeWhich'
  | 'status'
  | 'mine'
  | 'help'
  | 'stopped'
  | 'withdrawn'
  | 'withdrawnNothing'
  | 'erased'
  | 'kept'
  | 'restarted'
  | 'newCase'
  | 'human'
  | 'humanAgain'
  | 'lost'
  | 'undecryptable'
  | 'removed'
  | 'unclear'
  | 'thanks'
  | 'goodbye'
  | 'updated'
  | 'reminder'
  | 'filedHeard'
  | 'otherQuestion'
  | 'doctorDecides'
  | 'eachPatient';

/** The places in the dialogue at which something is due. */
export type Place =
  | 'new'
  | 'stopped'
  | 'withHuman'
  | 'paused'
  | 'confirming'
  | 'language'
  | 'disambiguating'
  | 'clarifying'
  | 'agency'
  | 'asking'
  | 'withdrawn'
  | 'refused'
  | 'guardian'
  | 'review'
  | 'filed';

/** How a due line is said: whole the first time, short after something else was answered, otherwise after a miss (`domain.md` 6.5). */
export type Form = 'full' | 'short' | 'retry1' | 'retry2' | 'retry3';
