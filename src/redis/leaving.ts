import { createHash } from 'node:crypto';
import type { Commit, Job } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import { seal } from './sealing.ts';

/** Name under which a brief is sealed for the queue. */
export const briefName = (number: string, revision: number): string => `brief/${number}/${revision}`;

/** What of a consent record may outlive the person's key: ids, times, codes. Never words. */
const proven = [
  'schema',
  'consent',
  'case',
  'event',
  'purpose',
  'at',
  'message',
  'language',
  'version',
  'channel',
] as const;

/** Whose conversation it is, and the keyed hash of the address that a proof is found by when the person is erased. */
type Whose = { person: string; subject: string };

/** What leaves a conversation with a commit, as the script takes it; empty when nothing does. */
export function leaving(keys: Keys, key: Buffer, { person, subject }: Whose, commit: Commit, dead?: Buffer): string {
  const { handovers, consents, erasing } = commit;
  if (handovers.length + consents.length === 0 && !erasing && commit.case === undefined && !dead) return '';
  const items = handovers.map((handover) => {
    const job: Job =
      handover.kind === 'brief'
        ? { kind: 'brief', case: handover.case, revision: handover.revision, box: sealBrief(key, handover) }
        : handover;
    if (job.kind === 'alert') return { kind: job.kind, id: job.alert.id, json: JSON.stringify(job) };
    return { kind: job.kind, case: job.case, revision: job.revision, json: JSON.stringify(job) };
  });
  return JSON.stringify({
    case: commit.case,
    items,
    proofs: consents.map(({ record, wording }) => JSON.stringify(proofOf(subject, record, wording))),
    consents: consents.map(({ record }) => seal(key, keys.consents(person), JSON.stringify(record)).toString('base64')),
    erasing: erasing && JSON.stringify(erasing),
    dead: dead && `${person}:${dead.toString('base64')}`,
  });
}

function sealBrief(
  key: Buffer,
  { brief, case: number, revision }: { brief: object; case: string; revision: number },
): string {
  return seal(key, briefName(number, revision), JSON.stringify(brief)).toString('base64');
}

/** The proof of a decision that stays after erasure: what `domain.md` 5.2 lets us keep, and the hash of the wording shown. */
function proofOf(subject: string, record: object, wording: string): object {
  const known = new Map(Object.entries(record));
  const kept = proven.filter((name) => known.has(name)).map((name) => [name, known.get(name)]);
  const wordingHash = createHash('sha256').update(wording).digest('hex');
  return { subject, ...Object.fromEntries(kept), wordingHash };
}
