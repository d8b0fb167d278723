import type { AuthenticationState } from '@whiskeysockets/baileys';
import { BufferJSON, initAuthCreds } from '@whiskeysockets/baileys';

/** A login kept in memory. Values are kept as text, so that nothing is shared with Baileys by accident. */
export const memoryLogin = (): AuthenticationState => {
  const kept = new Map<string, string>();
  return {
    creds: initAuthCreds(),
    keys: {
      async get(type, ids) {
        const found: Record<string, never> = {};
        for (const id of ids) {
          const text = kept.get(`${type}:${id}`);
          if (text !== undefined) found[id] = JSON.parse(text, BufferJSON.reviver) as never;
        }
        return found;
      },
      async set(data) {
        for (const [type, values] of Object.entries(data)) {
          for (const [id, value] of Object.entries(values ?? {})) {
            if (value === null || value === undefined) kept.delete(`${type}:${id}`);
            else kept.set(`${type}:${id}`, JSON.stringify(value, BufferJSON.replacer));
          }
        }
      },
    },
  };
};
