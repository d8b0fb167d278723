import { once } from '../once.ts';
import type { Spoken, Word } from '../spoken.ts';
import { featureSpace, featuresOfWord, type WordFeatures, walk } from './features.ts';
import model from './model.json' with { type: 'json' };
import { softmax } from './softmax.ts';

/** A label of `domain.md` 8.1, or `none` for a mere statement, and how sure it is: shares of one. */
export type Score = { label: string; score: number };

/**
 * What training ships: for every feature a row of one level per label (half a byte each) and the height of its steps
 * (a byte); a weight is level times step times `scale`. `source` names what it was learned from.
 */
export type Model = { labels: string[]; levels: string; steps: string; bias: number[]; scale: number; source: string };

const { labels, bias, scale } = model;
const width = labels.length;
const weights = weightsOf(model);

function weightsOf({ levels, steps }: Pick<Model, 'levels' | 'steps'>): Uint16Array {
  const packed = atob(levels);
  const heights = atob(steps);
  const rows = new Uint16Array(packed.length * 2);
  for (let at = 0; at < rows.length; at += 1) {
    const byte = packed.charCodeAt(at >> 1);
    rows[at] = (at & 1 ? byte >> 4 : byte & 0xf) * heights.charCodeAt(Math.floor(at / width));
  }
  return rows;
}

/** The features of a word and the sum of their weights: made once for each word that people use. */
const weighedWord = once((word: Word) => {
  const features = featuresOfWord(word);
  const sums = new Int32Array(width);
  for (const feature of features.own) addTo(sums, feature);
  return { features, sums };
});

function addTo(sums: Int32Array, feature: number): void {
  const start = feature * width;
  for (let k = 0; k < width; k += 1) sums[k] = (sums[k] ?? 0) + (weights[start + k] ?? 0);
}

/** Labels less likely than this are left out, unless a vocabulary found them. */
const least = 0.01;

/**
 * The labels of a message by what was learned from `train/rows`, the likeliest first; those hardly possible are left out.
 * `found`: what the vocabularies made of it; of these the score is always told, if the label was learned at all.
 */
export function scoresOf(spoken: Spoken, found: readonly string[]): Score[] {
  if (weights.length !== featureSpace * width)
    throw new Error('the model was trained for other features: npm run train');
  const sums = new Int32Array(width);
  let count = 0;
  const word = (one: Word): WordFeatures => {
    const { features, sums: own } = weighedWord(one);
    count += features.own.length;
    for (let k = 0; k < width; k += 1) sums[k] = (sums[k] ?? 0) + (own[k] ?? 0);
    return features;
  };
  walk(spoken, found, word, (feature) => {
    count += 1;
    addTo(sums, feature);
  });
  const norm = scale / Math.sqrt(count);
  const shares = new Float64Array(width);
  for (let k = 0; k < width; k += 1) shares[k] = (sums[k] ?? 0) * norm + (bias[k] ?? 0);
  softmax(shares);
  const scores: Score[] = [];
  for (let k = 0; k < width; k += 1) {
    const score = shares[k] ?? 0;
    const label = labels[k] ?? '';
    if (score >= least || found.includes(label)) scores.push({ label, score });
  }
  return scores.sort((a, b) => b.score - a.score);
}
