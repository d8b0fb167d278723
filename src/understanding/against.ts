import { once } from './once.ts';
import { phrasesIn } from './phrasebooks.ts';
import type { Spoken } from './spoken.ts';

const commands: Record<string, string> = {
  not_stop: 'stop_optout',
  not_erase: 'withdraw_delete',
  not_withdraw: 'withdraw_delete',
};

/** The labels of safety that a message has words against: an old illness, "before I see it", "can I later". */
export const spokenAgainst = once((spoken: Spoken): ReadonlySet<string> => {
  const against = new Set<string>();
  for (const { label } of phrasesIn(spoken, 'emergency'))
    if (label === 'old' || label === 'not_emergency') against.add('emergency');
  for (const { label } of phrasesIn(spoken, 'selfHarm')) if (label === 'not_self_harm') against.add('self_harm');
  for (const { label } of phrasesIn(spoken, 'commands')) {
    const meant = commands[label];
    if (meant !== undefined) against.add(meant);
  }
  return against;
});
