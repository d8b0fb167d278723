import { asWritten } from '../asWritten.ts';
import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';

/** A label that puts a question to the clinic, with what follows it up to the end of its line. */
const put =
  /(?:^|[\n.;!?/]|\d\)) ?(?:clinic questions?|questions? (?:to|for) (?:the )?(?:clinic|doctor|hospital|specialist)s?|(?:the |our |my |their |main |family )+question(?: (?:to|for) (?:the )?(?:clinic|doctor|hospital))?(?: is)?|(?:ال)?سؤال(?:نا|ي|هم|ه|ها)? ?(?:(?:الى |إلى |ل)?(?:ل|ال)(?:عيادة|عياده|طبيب|دكتور|مستشفى|اطباء|أطباء))?(?: هو)?|السؤال الرئيسي) ?[:：-] ?([^\n]+)/i;

/** The question for the clinic where a longer note puts it in so many words ("سؤالنا للعيادة: …", "Question to clinic: …", R009), as it was written. */
export function find(text: Text): Found | null {
  const question = wordsOf(text);
  if (question === null) return null;
  const written = asWritten(text, question);
  return foundOf([written], written);
}

/** The same as it stands in the cleaned text. */
export function wordsOf(text: Text): string | null {
  if (!/سؤال|question/i.test(text.clean)) return null;
  return put.exec(text.clean)?.[1]?.trim() || null;
}
