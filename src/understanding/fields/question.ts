import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';

/** A label that puts a question to the clinic, with what follows it up to the end of its line. */
const put =
  /(?:^|[\n.;!?/]|\d\)) ?(?:clinic questions?|questions? (?:to|for) (?:the )?(?:clinic|doctor|hospital|specialist)s?|(?:the |our |my |their |main |family )+question(?: (?:to|for) (?:the )?(?:clinic|doctor|hospital))?(?: is)?|(?:ال)?سؤال(?:نا|ي|هم|ه|ها)? ?(?:(?:الى |إلى |ل)?(?:ل|ال)(?:عيادة|عياده|طبيب|دكتور|مستشفى|اطباء|أطباء))?(?: هو)?|السؤال الرئيسي) ?[:：-] ?([^\n]+)/i;

/** The question for the clinic where a longer note puts it in so many words ("سؤالنا للعيادة: …", "Question to clinic: …", R009). */
export function find(text: Text): Found | null {
  if (!/سؤال|question/i.test(text.clean)) return null;
  const match = put.exec(text.clean);
  const question = match?.[1]?.trim();
  return question === undefined || question === '' ? null : foundOf([question], question);
}

/** Whether a message puts a question to the clinic in so many words. */
export function isClinicQuestion(text: Text): boolean {
  return find(text) !== null;
}
