import type { Address } from '../channels/channel.ts';
import type { Turn } from '../dialogue/effects.ts';
import type { Alert, Bubble, Commit, Conversation, Entry, Erasing, Handover, Kept } from './store.ts';

/** What the outcome of a turn still needs to be written: ids made outside the pure core. */
export type Identity = { person: string; now: number; replyIds: (count: number) => string[] };

/** The outcome of one turn as the store takes it: everything in it is written together, or nothing is. */
export function outcome(before: Conversation, took: readonly Entry[], turn: Turn, identity: Identity): Commit {
  const { facts, effects, deadlines } = turn;
  const from = addresses(before.kept?.from ?? [], took);
  const handovers = handoversOf(before, turn, identity);
  const cases: Record<string, number> = { ...before.kept?.cases };
  if (facts.case !== undefined) cases[facts.case] ??= 0;
  for (const item of handovers) if (item.kind === 'brief') cases[item.case] = item.revision;
  const was = before.kept?.was;
  const kept: Kept = { facts, from, due: deadlines, cases, ...(was && { was }) };
  return {
    version: before.version,
    kept,
    took,
    replies: repliesOf(turn, from[0], identity),
    handovers,
    consents: effects.filter((effect) => effect.type === 'consent'),
    ...(facts.case !== undefined && before.kept?.facts.case !== facts.case && { case: facts.case }),
    ...(effects.some((effect) => effect.type === 'erase') && { erasing: erasingOf(before, kept) }),
  };
}

function repliesOf({ effects }: Turn, to: Address | undefined, { replyIds }: Identity): Bubble[] {
  const texts = effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : []));
  if (texts.length === 0) return [];
  if (!to) throw new Error('a reply to nobody');
  const urgent = effects.some(
    (effect) => effect.type === 'alert' && (effect.kind === 'emergency' || effect.kind === 'self_harm'),
  );
  const ids = replyIds(texts.length);
  return texts.map((text, i) => ({ id: ids[i] ?? '', to, text, ...(urgent && { urgent }) }));
}

function handoversOf(before: Conversation, { facts, effects }: Turn, { person, now }: Identity): Handover[] {
  return effects.flatMap((effect, i): Handover[] => {
    if (effect.type === 'file') {
      const { case: number, revision, brief } = effect;
      return [{ kind: 'brief', case: number, revision, brief }];
    }
    if (effect.type === 'recall') return [{ kind: 'recall', case: effect.case, revision: effect.revision }];
    if (effect.type !== 'alert') return [];
    const id = `${person}-${before.version}-${i}`;
    const alert: Alert = {
      id,
      kind: effect.kind,
      person,
      ...(facts.case !== undefined && { case: facts.case }),
      at: now,
    };
    return [{ kind: 'alert', alert }];
  });
}

/** A person who had opted out stays so after erasure, even when the turn forgot it together with the rest. */
function erasingOf(before: Conversation, after: Kept): Erasing {
  const stoppedAt = after.facts.stoppedAt ?? before.kept?.facts.stoppedAt;
  const { cases, was } = after;
  return { cases, ...(stoppedAt !== undefined && { stoppedAt }), ...(was && { was }) };
}

/** The addresses of the last message first, for replies go to the first; then the others that were ever stated. */
function addresses(known: readonly Address[], took: readonly Entry[]): readonly Address[] {
  const last = took.at(-1)?.from ?? [];
  const seen = new Map<string, Address>();
  for (const one of [...last, ...took.flatMap((entry) => entry.from), ...known]) {
    const name = `${one.kind}:${one.value}`;
    if (!seen.has(name)) seen.set(name, one);
  }
  return [...seen.values()];
}
