import { allOf } from './allOf.ts';
import { type PrivateType, privateTypes } from './privateTypes.ts';

/** What stands in a masked text instead of something private: `⟨saudi_id⟩`, `⟨phone:SA⟩`, `⟨dob:40-59⟩`. */
export type Token = { type: PrivateType; detail?: string };

const pattern = new RegExp(`⟨(${privateTypes.join('|')})(?::([A-Z]{2}|\\d{1,2}-\\d{1,2}|60\\+))?⟩`, 'g');

export function tokenFor(type: PrivateType, detail?: string): string {
  return detail === undefined ? `⟨${type}⟩` : `⟨${type}:${detail}⟩`;
}

/** The tokens of a masked text, in their order. */
export function tokens(text: string): Token[] {
  if (!text.includes('⟨')) return [];
  return allOf(pattern, text).map((match) => ({
    type: match[1] as PrivateType,
    ...(match[2] === undefined ? {} : { detail: match[2] }),
  }));
}

const anyCase = new RegExp(pattern.source, 'gi');

/** Where the tokens stand, in any case of letters: nothing inside them is looked at again. */
export function tokenSpans(text: string): { from: number; to: number }[] {
  if (!text.includes('⟨')) return [];
  return allOf(anyCase, text).map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** The text for parsers, with nothing where the tokens were: their digits are no answers. */
export function withoutTokens(text: string): string {
  return text.includes('⟨') ? text.replace(pattern, ' ') : text;
}
