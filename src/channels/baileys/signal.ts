import type { BinaryNode, SignalKeyStore, SignalKeyStoreWithTransaction, SocketConfig } from '@whiskeysockets/baileys';
import { DEFAULT_CONNECTION_CONFIG } from '@whiskeysockets/baileys';
import type { Inlet } from './inlet.ts';
import { sparingOthers } from './otherSessions.ts';

type MakeRepository = SocketConfig['makeSignalRepository'];
type Repository = ReturnType<MakeRepository>;

export type RepositoryOptions = {
  inlet: Inlet;
  /** The stanza that a ciphertext came in. */
  stanzaOf(ciphertext: Uint8Array): BinaryNode | undefined;
  /** The store beneath Baileys' transactions. */
  store: SignalKeyStore;
};

/** Padded as Baileys expects it, and nothing inside: a receipt goes out and nothing is said. */
const EMPTY = new Uint8Array([1]);
const ONE_LOCK = 'ALL';
/**
 * Transactions that only write. They keep locks of their own, because Baileys awaits them from inside the big lock
 * (a shared look-up of a LID) or while it holds a lock that a send inside the big lock waits for (a removed device).
 */
const writesOnly = /^(lid-mapping|delete-\d+-sessions)$/;

/**
 * Baileys' Signal repository with four promises more (`whatsapp.md` sections 5 and 6): one lock for all ratchets; a
 * message is stored before its ratchet moves; a message spoils no session but the one it is read with; and a session that
 * sends is stored before the stanza leaves, so that after a crash the answer to that stanza can be read.
 */
export function makeRepository({ inlet, stanzaOf, store }: RepositoryOptions): MakeRepository {
  return (auth, logger, pnToLid) => {
    const { keys } = auth;
    if (!('transaction' in keys)) throw new Error('Baileys gave the repository keys without transactions');
    lockTogether(keys);
    const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, pnToLid);
    storeBeforeRatchet(repository, keys, { inlet, stanzaOf });
    ratchetBeforeStanza(repository, keys, store);
    return repository;
  };
}

/** A send and a decryption for the same contact would otherwise overwrite each other's session: measured, most replies lost. */
function lockTogether(keys: SignalKeyStoreWithTransaction): void {
  const { transaction } = keys;
  keys.transaction = (work, name) => transaction(work, writesOnly.test(name) ? name : ONE_LOCK);
}

function storeBeforeRatchet(
  to: Repository,
  keys: SignalKeyStoreWithTransaction,
  { inlet, stanzaOf }: Omit<RepositoryOptions, 'store'>,
): void {
  const decrypt = to.decryptMessage.bind(to);
  to.decryptMessage = async (options) => {
    const stanza = stanzaOf(options.ciphertext);
    if (!stanza) return decrypt(options);
    try {
      return await keys.transaction(async () => {
        const address = to.jidToSignalProtocolAddress(options.jid);
        // the first message of a session is tried on no other
        const plain = await (options.type === 'msg'
          ? sparingOthers(keys, address, () => decrypt(options))
          : decrypt(options));
        await inlet.opened(stanza, plain);
        return plain;
      }, ONE_LOCK);
    } catch (error) {
      const outcome = await inlet.unread(stanza);
      if (outcome === 'known') return EMPTY;
      if (outcome === 'foreign') throw error;
      // under another name than Baileys' own: "Key used already" would be refused for good instead of asked for again
      throw new Error('undecryptable', { cause: error });
    }
  };
}

/** Baileys sends the stanza inside its transaction and stores the session after that; here it is stored as soon as it is used. */
function ratchetBeforeStanza(from: Repository, keys: SignalKeyStoreWithTransaction, store: SignalKeyStore): void {
  const encrypt = from.encryptMessage.bind(from);
  const { set } = keys;
  let encrypting = 0;
  keys.set = async (data) => {
    await set(data);
    if (encrypting > 0 && data.session) await store.set({ session: data.session });
  };
  from.encryptMessage = async (options) => {
    encrypting++;
    try {
      return await encrypt(options);
    } finally {
      encrypting--;
    }
  };
}
