import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { kinPhrases } from './kin.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { patientLabelled } from './patientLabelled.ts';
import { negated } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';
import words from './words/writerAsked.json' with { type: 'json' };
import { countsUnasked, hasOwnSentence, selfIll } from './writerUnasked.ts';

/** Words that tell who writes only as an answer: "ابنها", "his nurse", "the wife". */
const answersIn = cueFinder(joinedLists(kinPhrases(), words));

/**
 * What the writer is to the patient (R015): "for my mother" is written by a child. Whoever speaks for an agency is an
 * agency, whatever relatives the note names; a friend, a neighbour, an employer and whoever works for the patient is
 * `other`; who is only travelling along is not the patient. While another field is open, relatives named in passing tell
 * nothing new: only a sentence of its own does.
 */
export function find(text: Text, asked: boolean, listening?: Listening): Found | null {
  const labelled = patientLabelled(text);
  if (labelled !== null) return labelled;
  const open = listening?.pending?.field;
  const another = open !== undefined && open !== 'writer';
  const counts = (hit: Hit) => countsUnasked(text, hit) && (!another || hasOwnSentence(text, hit));
  const hits = (asked ? answers(text) : hitsOf(text, 'writer').filter(counts)).filter(
    (hit) => hit.code !== 'none' && !negated(text, hit.from) && !isPossessor(text, hit),
  );
  const best =
    hits.find((hit) => hit.code === 'agency') ??
    hits.find((hit) => hit.code === 'self' && asked) ??
    hits.find((hit) => hit.code === 'guardian') ??
    stranger(hits) ??
    forWhom(text, hits);
  if (best === undefined) return asked ? (mine(text) ?? nearest(text, 'writer')) : selfIll(text);
  return foundOf([best.code], wordsAt(text, best.from, best.to));
}

/** The first person named, by what they are to the patient or to the writer; not the one who is taken back. */
export function personIn(text: Text): Hit | undefined {
  return answers(text).find((hit) => hit.code !== 'none' && !negated(text, hit.from));
}

/** "I am the patient's mother" says nothing of the patient. */
function isPossessor(text: Text, hit: Hit): boolean {
  return hit.code === 'self' && (tokensOf(text)[hit.to - 1]?.fold ?? '').endsWith("'s");
}

/** The words of both lists; a word inside a longer phrase of the other list does not count ("company" in "company HR"). */
function answers(text: Text): readonly Hit[] {
  const all = [...hitsOf(text, 'writer'), ...answersIn(text)];
  const isInside = (hit: Hit, other: Hit) =>
    other.from <= hit.from && hit.to <= other.to && other.to - other.from > hit.to - hit.from;
  return all.filter((hit) => !all.some((other) => isInside(hit, other))).sort((a, b) => a.from - b.from);
}

/** "A friend of his father", "والدة صديقي": somebody of another house, beside whose name a relative's stands. */
function stranger(hits: readonly Hit[]): Hit | undefined {
  return hits.find(
    (hit, at) =>
      hit.code === 'other' &&
      (at === 0 || hits.some((kin) => kin.code !== 'other' && hit.from - kin.to < 1 && kin.to <= hit.from)),
  );
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

/** "me", "انا" as the whole answer. */
function mine(text: Text): Found | null {
  return /^(?:انا|me|i|ana|ane|patient|the patient|المريض|المريضه|مريض|مريضه|نفسي|صاحب الحاله|صاحبه الحاله|el mared|elmared|il mared|mared|ana ana|its me|انا بنفسي)$/.test(
    text.fold,
  )
    ? foundOf(['self'], text.clean)
    : null;
}

function joinedLists(
  first: Readonly<Record<string, readonly string[]>>,
  second: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = { ...first };
  for (const [code, own] of Object.entries(second)) all[code] = [...(all[code] ?? []), ...own];
  return all;
}
