import type { Text } from '../../normalise.ts';
import type { Urgency } from '../../values.ts';
import { tokensOf } from '../tokens.ts';

/** From these shares of the full mark on. */
const high = 0.75;
const medium = 0.4;

/** "8/10", "٧ من ١٠", "5 out of 10", "90%": a mark for urgency. */
export function onScale(text: Text): Urgency | null {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; at++) {
    const mark = numberAt(tokens[at]?.fold);
    const next = tokens[at + 1];
    if (mark === null) continue;
    if (tokens.length === 1 && /^\d{1,3} ?[%٪]$/.test(text.clean)) return levelOf(mark / 100);
    const joined =
      next?.gap === '/' ? at + 1 : ofWords(tokens.slice(at + 1, at + 3).map((token) => token.fold)) + at + 1;
    const full = next?.gap === '/' || joined > at + 1 ? numberAt(tokens[joined]?.fold) : null;
    if (full !== null && (full === 5 || full === 10 || full === 100) && mark <= full) return levelOf(mark / full);
  }
  return null;
}

function numberAt(word: string | undefined): number | null {
  return word !== undefined && /^\d{1,3}$/.test(word) ? Number(word) : null;
}

/** How many words of "out of", "of", "من" begin a list of words. */
function ofWords([first, second]: readonly string[]): number {
  if (first === 'out' && second === 'of') return 2;
  return first === 'of' || first === 'من' ? 1 : 0;
}

function levelOf(share: number): Urgency {
  return share >= high ? 'high' : share >= medium ? 'medium' : 'low';
}
