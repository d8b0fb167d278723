import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { byVocabulary } from '../src/understanding/byVocabulary.ts';
import { intentsOf } from '../src/understanding/intents.ts';
import { featureSpace, featuresOfWord, walk } from '../src/understanding/learned/features.ts';
import type { Model } from '../src/understanding/learned/scores.ts';
import type { Word } from '../src/understanding/spoken.ts';
import { type Example, learn } from './learn.ts';

export type Row = { text: string; lang: string; intent: string };

/** The project's own sayings, each with its label (`domain.md` 8.1, or `none`). */
export function trainingRows(): Row[] {
  const folder = new URL('rows/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row)
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** Weights of a feature stand on so many steps between its least and its greatest: half a byte. */
const steps = 15;
/** The height of a step, in a byte. */
const heights = 255;
const today = '2026-11-22';

/** Learns a model from rows; the same rows always give the same model. */
export function modelFrom(rows: readonly Row[]): Model {
  const labels = [...new Set(rows.map((row) => row.intent))].sort();
  const examples: Example[] = rows.flatMap(({ text, intent }) =>
    heardAs(text).map((found) => ({ features: featuresIn(text, found), label: labels.indexOf(intent) })),
  );
  const { weights, bias } = learn(examples, featureSpace, labels.length);
  const spread = Array.from({ length: featureSpace }, (_, at) =>
    weights.subarray(at * labels.length, (at + 1) * labels.length),
  );
  const spans = spread.map((row) => Math.max(...row) - Math.min(...row));
  const scale = Math.max(...spans) / steps / heights;
  const stepOf = spans.map((span) => Math.ceil(span / steps / scale));
  // What is added to every label alike changes nothing, so only the distance from the least weight is kept.
  const levels = spread.flatMap((row, at) => {
    const least = Math.min(...row);
    return [...row].map((weight) => Math.round((weight - least) / ((stepOf[at] || 1) * scale)));
  });
  return {
    labels,
    levels: base64(
      Array.from({ length: levels.length / 2 }, (_, at) => (levels[2 * at] ?? 0) | ((levels[2 * at + 1] ?? 0) << 4)),
    ),
    steps: base64(stepOf),
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    scale: Number(scale.toPrecision(6)),
    source: digestOf(rows),
  };
}

/** Labels whose vocabularies were made with these rows at hand. */
const safety = ['emergency', 'self_harm', 'stop_optout', 'withdraw_delete'];

/**
 * What the vocabularies made of a row. They know the words of danger, stopping and erasing in these rows better than in
 * anybody's; such a row is learned a second time as if they had found nothing, so that its words are learned as well.
 */
function heardAs(text: string): string[][] {
  const found = intentsOf(byVocabulary(text, { pending: null, today }));
  const others = found.filter((label) => !safety.includes(label));
  if (others.length === found.length) return [found];
  return [found, others.length > 0 ? others : ['out_of_scope']];
}

function featuresIn(text: string, found: readonly string[]): number[] {
  const { spoken } = byVocabulary(text, { pending: null, today });
  const features: number[] = [];
  const word = (one: Word) => {
    const own = featuresOfWord(one);
    features.push(...own.own);
    return own;
  };
  walk(spoken, found, word, (feature) => void features.push(feature));
  return features;
}

/** Every so many rows are looked at as features, too: a changed vocabulary changes what was learned. */
const sampled = 40;

/** Names what a model was learned from: the rows, and what the vocabularies make of some of them. */
export function digestOf(rows: readonly Row[]): string {
  const hash = createHash('sha256');
  for (const [at, { text, intent }] of rows.entries()) {
    hash.update(`${intent}\t${text}\n`);
    if (at % sampled === 0) hash.update(featuresIn(text, heardAs(text)[0] ?? []).join());
  }
  return hash.digest('hex');
}

function base64(bytes: readonly number[]): string {
  return Buffer.from(Uint8Array.from(bytes)).toString('base64');
}
