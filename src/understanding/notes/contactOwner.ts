import type { Spoken } from '../spoken.ts';
import type { ContactOwner } from './note.ts';
import { phrasesInNotes } from './phrasesInNotes.ts';

/** Who asks to keep the contact comes before whom else a note names; a question of who it shall be comes before all. */
const order = ['unclear', 'agency', 'mvm', 'family'] as const satisfies readonly ContactOwner[];

/** Who stays in touch with the family by what a note says; `null` if it says nothing of that. */
export function contactOwnerIn(spoken: Spoken): ContactOwner | null {
  const said = new Set<string>();
  for (const { label, sentence } of phrasesInNotes(spoken, 'contact'))
    if (label === 'unclear' || !spoken.questions.has(sentence)) said.add(label);
  return order.find((owner) => said.has(owner)) ?? null;
}
