import type { SignalKeyStore } from '@whiskeysockets/baileys';

/** A contact's sessions as libsignal stores them (its types say bytes), by their base keys. */
type Stored = { _sessions: Record<string, { indexInfo: { used: number } }> };

/**
 * Does `decrypt`, and leaves every session at `address` but the one that read the message as it was. libsignal tries a
 * message on each session and steps its ratchet before it knows whether the message is of that session: those that failed
 * would be stored spoilt, and with them the newest one whenever a person's message crosses our first reply in it.
 * To be called in a transaction of `keys`.
 */
export async function sparingOthers<T>(keys: SignalKeyStore, address: string, decrypt: () => Promise<T>): Promise<T> {
  const before = await sessionsAt(keys, address);
  const plain = await decrypt();
  const after = await sessionsAt(keys, address);
  if (!before || !after) return plain;
  const [reader] = Object.entries(after._sessions).sort(([, a], [, b]) => b.indexInfo.used - a.indexInfo.used);
  const others = Object.entries(before._sessions).filter(([key]) => key !== reader?.[0] && key in after._sessions);
  if (others.length === 0) return plain;
  const spared: Stored = { ...after, _sessions: { ...after._sessions, ...Object.fromEntries(others) } };
  await keys.set({ session: { [address]: spared as unknown as Uint8Array } });
  return plain;
}

async function sessionsAt(keys: SignalKeyStore, address: string): Promise<Stored | null> {
  const { [address]: record } = await keys.get('session', [address]);
  return record && '_sessions' in record ? (record as unknown as Stored) : null;
}
