import type { Hit } from '../match.ts';
import type { Spoken } from '../spoken.ts';
import type { ConsentStated } from './note.ts';
import { phrasesInNotes } from './phrasesInNotes.ts';

/**
 * What a note says of the family's consent, as declared by whoever wrote it (R044): sentence by sentence, questions and
 * the agreement of others (insurers, embassies, doctors) aside. What was given for a part only, or by word of mouth, is
 * `partial`; a part given and a part still waited for as well.
 */
export function consentIn(spoken: Spoken): ConsentStated {
  const sentences = new Map<number, Hit[]>();
  for (const hit of phrasesInNotes(spoken, 'consent'))
    sentences.set(hit.sentence, [...(sentences.get(hit.sentence) ?? []), hit]);
  const said = new Set<ConsentStated>();
  for (const [sentence, hits] of sentences) if (!spoken.questions.has(sentence)) said.add(consentOf(hits));
  if (said.has('partial') || (said.has('pending') && said.has('stated'))) return 'partial';
  return said.has('pending') ? 'pending' : said.has('stated') ? 'stated' : 'not_stated';
}

function consentOf(hits: readonly Hit[]): ConsentStated {
  const labelled = (label: string) => hits.filter((hit) => hit.label === label);
  const aside = labelled('aside');
  const own = (label: string) =>
    labelled(label).filter((hit) => !aside.some((one) => one.from < hit.to && hit.from < one.to));
  const verbs = own('verb');
  const nouns = own('noun');
  if (verbs.length === 0 && nouns.length === 0) return 'not_stated';
  if (labelled('verbal').length > 0) return 'partial';
  if (labelled('pending').length > 0) return 'pending';
  if (labelled('partial').length > 0) return 'partial';
  return verbs.length > 0 || labelled('given').length > 0 ? 'stated' : 'not_stated';
}
