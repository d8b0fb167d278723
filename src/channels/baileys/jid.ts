import { jidDecode } from '@whiskeysockets/baileys';
import type { Address } from '../channel.ts';

/** WhatsApp's own announcements come from this number; nobody reads what is answered to it. */
const WHATSAPP_ITSELF = '0';

/**
 * The person behind a JID, without device; `null` for groups, status, broadcast lists, newsletters, bots and WhatsApp
 * itself. A LID is never read as a phone number (`whatsapp.md` section 8).
 */
export function addressOf(jid: string | null | undefined): Address | null {
  const decoded = jidDecode(jid ?? undefined);
  if (!decoded || !/^\d+$/.test(decoded.user) || decoded.user === WHATSAPP_ITSELF) return null;
  switch (decoded.server) {
    case 's.whatsapp.net':
    case 'c.us':
    case 'hosted':
      return { kind: 'phone', value: decoded.user };
    case 'lid':
    case 'hosted.lid':
      return { kind: 'lid', value: decoded.user };
    default:
      return null;
  }
}

/** The JID to write to. */
export function jidOf({ kind, value }: Address): string {
  return kind === 'lid' ? `${value}@lid` : `${value}@s.whatsapp.net`;
}
