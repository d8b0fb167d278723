import { compile } from '../match.ts';
import classes from '../words/classes.json' with { type: 'json' };
import clinicQuestion from './words/clinicQuestion.json' with { type: 'json' };
import consent from './words/consent.json' with { type: 'json' };
import contact from './words/contact.json' with { type: 'json' };

/** What only notes and questions for a clinic are searched for; a text is walked once for all of it. */
export const phrasesInNotes = compile({
  consent: { vocabulary: consent },
  contact: { vocabulary: contact },
  clinicQuestion: { vocabulary: clinicQuestion, classes },
});
