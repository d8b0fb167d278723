import type { Address, Receive } from '../channels/channel.ts';
import type { Outbox } from './outbox.ts';
import type { Store } from './store.ts';

/** The text of a sent reply, by its id, for whoever it went to: a phone may ask under the person's other address. */
export function sentText(talk: Pick<Outbox, 'sent'>, store: Pick<Store, 'find' | 'sentText'>): Receive['sentText'] {
  const samePerson = async (a: Address, b: Address): Promise<boolean> => {
    if (a.kind === b.kind) return a.value === b.value;
    const { other, before, free } = await store.find([a, b]);
    return other === null && before === null && free.length === 0;
  };
  return async (id, to) => {
    const sent = talk.sent(id) ?? (await store.sentText(id));
    return sent && (to === undefined || (await samePerson(sent.to, to))) ? sent.text : null;
  };
}
