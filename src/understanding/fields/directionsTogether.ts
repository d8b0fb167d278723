import type { Text } from '../normalise.ts';
import type { Direction } from '../values.ts';
import { isOf, wordIsOf } from './directionWords.ts';
import type { Hit } from './lexicon.ts';
import { tokensOf } from './tokens.ts';

/** What decides when several are named: a tumour before the organ it is in, a rehabilitation before what made it needed. */
const rank: Partial<Record<Direction, number>> = {
  transplant: 5,
  hematology: 4,
  oncology: 4,
  rehabilitation: 3,
  pediatrics: 1,
  checkup: 1,
  other: 0,
};

/** Neighbouring areas named together are one: the more exact of the two stays. */
const overNeighbours: readonly (readonly [Direction, readonly Direction[]])[] = [
  ['vascular', ['cardiology', 'endocrinology', 'orthopedics']],
  ['spine', ['orthopedics', 'neurology']],
  ['plastic_surgery', ['ent', 'dermatology', 'bariatric', 'gastroenterology']],
  ['urology', ['nephrology']],
  ['rheumatology', ['orthopedics']],
  ['dental', ['orthopedics']],
  ['bariatric', ['gastroenterology', 'endocrinology']],
  ['fertility', ['gynecology', 'urology', 'endocrinology']],
  ['gynecology', ['endocrinology']],
];

/** Organs that are given from one person to another. */
const organs: ReadonlySet<string> = new Set(['nephrology', 'gastroenterology', 'cardiology', 'pulmonology']);

/**
 * The directions that the hits of a text come to: one, or two and more if they are different matters. Of "diabetic, needs
 * a cataract operation" the operation, of "had a stroke, now the heart" what is now, of "blind after a tumour" what came.
 */
export function together(text: Text, hits: readonly Hit[]): Hit[] {
  let left = main(text, grafts(text, ofTheLegs(text, hits)));
  left = withoutCompany(text, left);
  const blood = left.some((hit) => hit.code === 'hematology' && isOf('bloodCancer', text, hit));
  if (left.some((hit) => hit.code === 'oncology'))
    left = left.filter((hit) => hit.code !== (blood ? 'oncology' : 'hematology'));
  const weight = (hit: Hit) => rank[hit.code as Direction] ?? 2;
  const most = left.reduce((best, hit) => Math.max(best, weight(hit)), -1);
  const codes = new Set(left.map((hit) => hit.code));
  const dropped = new Set<string>();
  for (const [over, others] of overNeighbours)
    if (codes.has(over) && !dropped.has(over)) for (const other of others) dropped.add(other);
  return left.filter((hit) => weight(hit) === most && !dropped.has(hit.code));
}

/** Arteries are the heart's, unless the legs or the neck are spoken of. */
function ofTheLegs(text: Text, hits: readonly Hit[]): Hit[] {
  const other = (hit: Hit) => hit.code === 'cardiology' && isOf('arteries', text, hit);
  if (!hits.some(other) || !tokensOf(text).some((_, at) => wordIsOf('legs', text, at))) return [...hits];
  return hits.map((hit) => (other(hit) ? { ...hit, code: 'vascular' } : hit));
}

/** "Implant" of hair, teeth or an eye's cornea is no transplant; of an organ it is. */
function grafts(text: Text, hits: readonly Hit[]): Hit[] {
  const plain = (hit: Hit) => hit.code === 'transplant' && isOf('graft', text, hit);
  const others = hits.filter((hit) => !plain(hit));
  if (others.length === hits.length) return [...hits];
  if (others.some((hit) => organs.has(hit.code) || hit.code === 'transplant')) return [...hits];
  return others.length > 0 ? others : hits.filter((hit) => !isOf('alone', text, hit));
}

/** What is said of now stands over what was before it; what follows "because of" or "after" is no aim if one stands before it. */
function main(text: Text, hits: readonly Hit[]): Hit[] {
  const tokens = tokensOf(text);
  let left = [...hits];
  for (let at = 1; at < tokens.length && left.length > 1; at += 1) {
    if (wordIsOf('now', text, at)) {
      const after = left.filter((hit) => hit.from > at);
      if (after.length > 0) left = after;
    } else if (wordIsOf('because', text, at)) {
      const before = left.filter((hit) => hit.to <= at);
      if (before.length > 0) left = left.filter((hit) => hit.to <= at || hit.from > at + 3);
    }
  }
  return left;
}

/**
 * Sugar and blood pressure go along with many an illness, and so do signs such as a cough: they are the matter when nothing
 * else is, sugar and pressure in a bare list as well ("heart and sugar").
 */
function withoutCompany(text: Text, hits: readonly Hit[]): Hit[] {
  const along = (hit: Hit) => isOf('alongside', text, hit);
  const matters = hits.filter((hit) => !along(hit) && !isOf('symptom', text, hit));
  if (matters.length === 0 || matters.length === hits.length) return [...hits];
  const long = tokensOf(text).length >= sentence;
  const listed = (hit: Hit) =>
    along(hit) && !isCause(text, hit) && (!long || matters.some((other) => beside(text, other, hit)));
  return hits.filter((hit) => matters.includes(hit) || listed(hit));
}

/** From so many words on a text is a sentence and no list. */
const sentence = 5;

/** "The retina from sugar". */
function isCause(text: Text, hit: Hit): boolean {
  return wordIsOf('from', text, hit.from - 1);
}

function beside(text: Text, before: Hit, hit: Hit): boolean {
  const between = hit.from - before.to;
  return between === 0 || (between === 1 && tokensOf(text)[before.to]?.fold === 'and');
}
