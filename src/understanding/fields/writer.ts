import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';

/**
 * What the writer is to the patient (R015): "for my mother" is written by a child. Whoever speaks for an agency is an
 * agency, whatever relatives the note names; who is only travelling along is not the patient.
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'writer').filter(
    (hit) => hit.code !== 'none' && !negated(text, hit.from) && (asked || counts(text, hit)),
  );
  const best =
    hits.find((hit) => hit.code === 'agency') ??
    hits.find((hit) => hit.code === 'self' && asked) ??
    hits.find((hit) => hit.code === 'guardian') ??
    forWhom(text, hits);
  if (best === undefined) return asked ? (mine(text) ?? nearest(text, 'writer')) : null;
  return foundOf([best.code], wordsAt(text, best.from, best.to));
}

/** The person somebody writes *for* comes before one who is merely named. */
function forWhom(text: Text, hits: readonly Hit[]): Hit | undefined {
  const tokens = tokensOf(text);
  return (
    hits.find(
      (hit) => /^(?:ل|7ag|حق|عن|for)/.test(tokens[hit.from]?.fold ?? '') || tokens[hit.from - 1]?.fold === 'for',
    ) ?? hits[0]
  );
}

function counts(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  if (onlyAsked('writer', text, hit)) return false;
  const previous = tokens[hit.from - 1]?.fold ?? '';
  if (hit.code !== 'agency' && /^(?:و|مع|معي|معاي|with|and|انا|plus|\+)$/.test(previous)) return false;
  if (/^(?:i|i'm|im|انا)$/.test(tokens[hit.from]?.fold ?? '')) return true;
  const forWhom = /^(?:ل|7ag|حق|عن|for)/.test(tokens[hit.from]?.fold ?? '') || previous === 'for';
  return hit.code === 'agency' || hit.code === 'self' || hit.code === 'guardian' || forWhom || ill(text);
}

/** Whether a message speaks of an illness or a wish for treatment at all: only then is a relative named in it the patient. */
function ill(text: Text): boolean {
  return (
    (['direction', 'goal', 'age'] as const).some((list) => hitsOf(text, list).some((hit) => hit.code !== 'none')) ||
    hitsOf(text, 'ageKeys').some((hit) => hit.code === 'age' || hit.code === 'year') ||
    /(?:,| is) ?\d{1,3} ?(?=$|[,.\n])/.test(text.clean) ||
    /(?:^| )(?:مريضه?|حاله|يعاني|تعاني|تعبانه?|عنده|عندها|محتاجه?|patient|suffer\w*|diagnos\w*|needs?|sick|il|has|case|3ndha|3indha|3nda|3inda|t3ban\w*|ta3ban\w*|mareed\w*|mared\w*)(?: |$)/.test(
      text.fold,
    )
  );
}

/** "me", "انا" as the whole answer. */
function mine(text: Text): Found | null {
  return /^(?:انا|me|i|ana|ane|patient|the patient|المريض|المريضه|مريض|مريضه|نفسي|صاحب الحاله|el mared|elmared)$/.test(
    text.fold,
  )
    ? foundOf(['self'], text.clean)
    : null;
}
