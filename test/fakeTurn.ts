import type { Effect } from '../src/dialogue/effects.ts';
import type { Facts } from '../src/dialogue/facts.ts';
import type { TakeTurn } from '../src/intake/receive.ts';

/** Ids of all messages that the facts know of, in the order in which they were taken. */
export const taken = (facts: Facts | undefined): string[] =>
  facts?.known.question?.words.split(' ').filter(Boolean) ?? [];

/**
 * A turn that writes into the facts which messages it took, and says so. Words make it do more: `file`, `recall`, `help`
 * (an emergency), `erase`, `consent`, `stop`, `two` (two replies), `quiet` (none), `later` (a deadline), `bug` (throws).
 */
export const fakeTurn: TakeTurn = (facts, messages, world) => {
  const ids = messages.map(({ id }) => id);
  const words = messages.flatMap(({ content }) => (content.kind === 'text' ? content.text.split(' ') : [content.kind]));
  if (words.includes('bug')) throw new Error('a bug of ours');
  const at = messages.at(-1)?.at ?? 0;
  const next: Facts = {
    ...facts,
    heardAt: at,
    known: { question: { value: 1, words: [...taken(facts), ...ids].join(' '), message: ids.at(-1) ?? '', at } },
  };
  const effects: Effect[] = words.includes('quiet') ? [] : [{ type: 'reply', text: `took ${ids.join(' ')}` }];
  if (words.includes('two')) effects.push({ type: 'reply', text: 'and more' });
  if (words.includes('file')) {
    next.case ??= world.caseNumber;
    next.revision++;
    effects.push({ type: 'file', case: next.case, revision: next.revision, brief: { words: 'ألم في الظهر' } });
  }
  if (words.includes('recall')) effects.push({ type: 'recall', case: next.case ?? '', revision: next.revision });
  if (words.includes('help')) effects.push({ type: 'alert', kind: 'emergency' });
  if (words.includes('consent')) {
    next.decisions = [...facts.decisions, decision(at)];
    effects.push({ type: 'consent', record: { consent: 'C1', at, reply: 'نعم أوافق' }, wording: 'wording' });
  }
  if (words.includes('stop')) next.stoppedAt = at;
  if (words.includes('erase'))
    return { facts: { ...next, known: {} }, effects: [...effects, { type: 'erase' }], deadlines: {} };
  return { facts: next, effects, deadlines: words.includes('later') ? { remind: at + 1_000 } : {} };
};

function decision(at: number): Facts['decisions'][number] {
  return {
    purpose: 'forward',
    given: true,
    at,
    message: 'm',
    reply: 'نعم',
    language: 'ar',
    version: '1',
    by: 'family',
    basis: 'patient_agrees',
  };
}
