import { asWritten } from '../asWritten.ts';
import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { isBlank, labelledLines } from './labels.ts';
import { oneQuestion } from './oneQuestion.ts';

/** A sentence that says it puts a question to the clinic, with what follows up to the end of its line. */
const put =
  /(?:^|[\n.,;!?/]|\d\)) ?(?:clinic questions?|questions? (?:to|for) (?:the )?(?:clinic|doctor|hospital|specialist)s?|(?:the |our |my |their |main |family )+question(?: (?:to|for) (?:the )?(?:clinic|doctor|hospital))?(?: is)?|و?(?:ال)?سؤال(?:نا|ي|هم|ه|ها)? ?(?:(?:حق |حگ |الى |إلى |ل)?(?:ل|ال)(?:عيادة|عياده|طبيب|دكتور|مستشفى|اطباء|أطباء))?(?: هو)?|السؤال الرئيسي) ?[:：-] ?([^\n]+)/i;
const asks =
  /(?:(?:ask|asking|ask from) (?:the |your |ur )?(?:clinic|doctor|hospital|dr)s? (?:if |about |for |(?=whether|can |which |what |how ))|(?:question|query) (?:to|for) (?:the )?(?:clinic|doctor|hospital) is |(?:clinic q|q for (?:the )?clinic) |(?:نسأل|نسال|اسأل|اسال|يسألوا|يسألون|تسألون|سؤال) (?:لل|ال)(?:عيادة|عياده|طبيب|دكتور|مستشفى|مستشفي) (?:عن |اذا |إذا |(?=هل |كم |وش |شنو |ايش )))([^\n]+)/i;

/** The question for the clinic where a longer note puts it in so many words ("سؤالنا للعيادة: …", "Question to clinic: …", R009), as it was written. */
export function find(text: Text): Found | null {
  const question = wordsOf(text);
  if (question === null) return null;
  const written = asWritten(text, question);
  return foundOf([written], written);
}

/** The same as it stands in the cleaned text. */
export function wordsOf(text: Text): string | null {
  if (
    !/سؤال|سوال|سأل|سال|ستفسار|question|query|queries|ask|clinic|عياد|(?:^|[^a-z])qs?(?![a-z])|вопрос/i.test(text.clean)
  )
    return null;
  const labelled = labelledLines(text).find(({ field, value }) => field === 'question' && !isBlank(value));
  if (labelled !== undefined) return labelled.value;
  const words = oneQuestion(put.exec(text.clean)?.[1] ?? asks.exec(text.clean)?.[1] ?? '');
  return isBlank(words) ? null : words;
}
