/** With these words a sentence goes on asking. */
const asking =
  /^(?:and |also |و ?)?(?:هل|كم|متى|متي|كيف|وش|ايش|شنو|مين|what|which|who|how|can (?:the|we|he|she)|could|should|whether|какие|какой|кто|когда|сколько)(?!\p{L})/iu;

/** The beginning of a text that is one question, or several in a row; what is said after them is no longer asked. */
export function oneQuestion(text: string): string {
  let end = 0;
  for (const match of text.matchAll(/[^.?!\n]*(?:[.](?=\S)[^.?!\n]*)*[.?!\n]*/g)) {
    const sentence = match[0];
    if (sentence.trim() === '') break;
    if (end > 0 && !sentence.includes('?') && !asking.test(sentence.trim())) break;
    end = match.index + sentence.length;
  }
  return text.slice(0, end).trim();
}
