import type { Content } from '../content.ts';
import type { PrivateType } from '../private/privateTypes.ts';

/** What the bot does with a message because of what is private in it (`domain.md` 8.3). */
export type Action = 'redact' | 'refuse_file' | 'hold_until_consent' | 'voice_policy' | 'allow' | 'ignore_politely';

const contacts: readonly PrivateType[] = ['phone', 'email'];
const files: readonly PrivateType[] = ['medical_text', 'file_link'];

/**
 * A file, a pasted report or a link to one is refused (R020, R022, R027); identifiers are redacted (R024); what merely
 * tells how to reach somebody is held back until consent (R033).
 */
export function actionOf(content: Content, found: readonly PrivateType[]): Action {
  if (content.kind === 'file' || found.some((type) => files.includes(type))) return 'refuse_file';
  if (content.kind === 'voice') return 'voice_policy';
  if (content.kind === 'contact' || content.kind === 'location') return 'hold_until_consent';
  if (content.kind !== 'text' && content.kind !== 'edit') return 'ignore_politely';
  if (found.length === 0) return 'allow';
  return found.every((type) => contacts.includes(type)) ? 'hold_until_consent' : 'redact';
}
