import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { negated, past, questioned, wanted } from './speech.ts';
import { clauseAt, tokensOf, wordsAt } from './tokens.ts';

/** From the most telling goal to the least: a second opinion about an operation is a second opinion. */
const order = [
  'second_opinion',
  'followup',
  'rehab',
  'checkup',
  'surgery',
  'consultation',
  'diagnostics',
  'treatment',
  'other',
];

/** Goals that say of themselves that something is asked for; the others need a wish beside them. */
const plain = new Set(['second_opinion', 'rehab', 'checkup']);

/** The request goal (R004). What was done or advised before ("after the operation"), refused, or only asked about is none. */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'goal').filter(
    (hit) => hit.code !== 'none' && (asked || counts(text, hit)) && !negated(text, hit.from),
  );
  const now = hits.filter((hit) => !past(text, hit.from) || wanted(text, hit.from));
  const best = (now.length > 0 || !asked ? now : hits).sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0];
  if (best === undefined) return asked ? nearest(text, 'goal') : null;
  return foundOf([best.code], wordsAt(text, best.from, best.to));
}

function counts(text: Text, hit: Hit): boolean {
  if (hit.code === 'other' || questioned(text, hit.from) || onlyAsked('goal', text, hit)) return false;
  return plain.has(hit.code) || wanted(text, hit.from) || listed(text, hit);
}

/** Whether a goal is all that stands between two commas of a list of answers: "Kuwait, heart, treatment". */
function listed(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  const clause = clauseAt(tokens, hit.from);
  return clause.from === hit.from && clause.to === hit.to && tokens.length > hit.to - hit.from;
}
