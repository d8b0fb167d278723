import { caseNumber } from '../brief/caseNumber.ts';
import type { Store } from '../intake/store.ts';
import { derived, keyedHash } from './sealing.ts';

/**
 * Ids that follow from who the person is and which turn it is: a turn computed again after a failure gives the same ones,
 * so that a reply sent again is the same message. Ids of replies look like those of WhatsApp.
 */
export function ids(master: Buffer): Pick<Store, 'replyIds' | 'caseNumber'> {
  const replySecret = derived(master, 'reply');
  const caseSecret = derived(master, 'case');
  return {
    replyIds: (person, version, count) =>
      Array.from({ length: count }, (_, i) => {
        const id = keyedHash(replySecret, `${person}/${version}/${i}`).toString('hex', 0, 9);
        return `3EB0${id.toUpperCase()}`;
      }),
    caseNumber: (person, version, attempt) => caseNumber(keyedHash(caseSecret, `${person}/${version}/${attempt}`)),
  };
}
