import { withoutTokens } from './tokens.ts';

/** A longer text is an archive, not a message: what stands behind this is dropped unread, so that nothing of it is kept. */
export const longestText = 8_000;

/** A text no longer than is read, cut between words, and before digits that may go on, so that no identifier is left in half. */
export function cut(text: string): string {
  if (text.length <= longestText || withoutTokens(text).length <= longestText) return text;
  let end = longestText - 1;
  while (end > longestText - 100 && !/\s/.test(text[end] ?? '')) end -= 1;
  while (end > 0 && /[\p{N}\s.\-/:|*]$/u.test(text.slice(Math.max(0, end - 2), end)))
    end -= /[\udc00-\udfff]$/.test(text.slice(0, end).slice(-1)) ? 2 : 1;
  return `${text.slice(0, end)}…`;
}
