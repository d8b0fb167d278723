import { softmax } from '../src/understanding/learned/softmax.ts';

/** A row ready for learning: the numbers of its features, and its label. */
export type Example = { features: readonly number[]; label: number };
/** A row of weights per label for every feature, one after another, and a weight of every label alone. */
export type Learned = { weights: Float32Array; bias: Float32Array };

const rounds = 15;
/** The weights of so many last rounds are averaged: which row came last says nothing. */
const averaged = 6;
const step = 0.35;
/** How strongly weights are drawn to nothing: less is learned by heart. */
const pull = 0.0001;
const biasStep = 0.01;

/** Multinomial logistic regression, each feature with a rate of its own (AdaGrad); the same rows always give the same weights. */
export function learn(examples: readonly Example[], features: number, labels: number): Learned {
  const rows = examples.map(({ features: own, label }) => ({
    own,
    norm: 1 / Math.sqrt(Math.max(1, own.length)),
    label,
  }));
  const weights = new Float32Array(features * labels);
  const sums = new Float32Array(features).fill(1e-6);
  const bias = new Float32Array(labels);
  const errors = new Float64Array(labels);
  const mean = { weights: new Float32Array(weights.length), bias: new Float32Array(labels) };
  const shuffle = shuffler(20261122);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(rows);
    for (const { own, norm, label } of rows) {
      errors.set(bias);
      for (const feature of own) {
        const start = feature * labels;
        for (let k = 0; k < labels; k += 1) errors[k] = (errors[k] ?? 0) + (weights[start + k] ?? 0) * norm;
      }
      softmax(errors);
      errors[label] = (errors[label] ?? 0) - 1;
      let slopes = 0;
      for (const error of errors) slopes += error * error * norm * norm;
      for (const feature of own) {
        const start = feature * labels;
        const sum = (sums[feature] ?? 0) + slopes;
        sums[feature] = sum;
        const rate = step / Math.sqrt(sum);
        for (let k = 0; k < labels; k += 1) {
          const weight = weights[start + k] ?? 0;
          weights[start + k] = weight - rate * ((errors[k] ?? 0) * norm + pull * weight);
        }
      }
      for (let k = 0; k < labels; k += 1) bias[k] = (bias[k] ?? 0) - biasStep * (errors[k] ?? 0);
    }
    if (round >= rounds - averaged) {
      addShare(mean.weights, weights);
      addShare(mean.bias, bias);
    }
  }
  return mean;
}

function addShare(mean: Float32Array, last: Float32Array): void {
  for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) + (last[at] ?? 0) / averaged;
}

/** Shuffles the same way every time. */
function shuffler(seed: number): (list: unknown[]) => void {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return (list) => {
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = next(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
  };
}
