import type { SignalKeyStore } from '@whiskeysockets/baileys';
import type { Address } from '../channel.ts';

/**
 * The person's addresses with the other one added, if Baileys has learnt it before: a stanza does not always state it
 * (`whatsapp.md` section 8). Reads the login only and asks nobody outside.
 */
export async function pair(keys: SignalKeyStore, from: readonly Address[]): Promise<readonly Address[]> {
  const [first, second] = from;
  if (!first || second) return from;
  const name = first.kind === 'lid' ? `${first.value}_reverse` : first.value;
  const { [name]: other } = await keys.get('lid-mapping', [name]);
  if (!other) return from;
  return [first, { kind: first.kind === 'lid' ? 'phone' : 'lid', value: other }];
}
