import type { Text } from '../normalise.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { coded, negated, past, questioned, wanted } from './speech.ts';
import { breaks, clauseAt, tokensOf, wordsAt } from './tokens.ts';

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

const isGoal = (code: string): boolean => order.includes(code);

/**
 * The request goal (R004). What was done or advised before ("after the operation"), refused, or only asked about is none.
 * What is named as the goal ("goal - opinion") comes before all else that is said.
 */
export function find(text: Text, asked: boolean): Found | null {
  const hits = hitsOf(text, 'goal').filter(
    (hit) => isGoal(hit.code) && (asked || counts(text, hit)) && !negated(text, hit.from),
  );
  const now = hits.filter((hit) => !past(text, hit.from) || wished(text, hit));
  const named = now.filter((hit) => isNamed(text, hit));
  const best = (named.length > 0 ? named : now.length > 0 || !asked ? now : hits).sort(
    (a, b) => order.indexOf(a.code) - order.indexOf(b.code),
  )[0];
  if (best === undefined) return asked ? nearest(text, 'goal', isGoal) : null;
  return foundOf([best.code], wordsAt(text, best.from, best.to));
}

function counts(text: Text, hit: Hit): boolean {
  if (hit.code === 'other' || isHeading(text, hit)) return false;
  if (questioned(text, hit.from)) return false;
  if (isNamed(text, hit)) return true;
  if (onlyAsked('goal', text, hit)) return false;
  return plain.has(hit.code) || wished(text, hit) || listed(text, hit);
}

/** A wish stands before it, or after it: "prostatectomy requested". */
function wished(text: Text, hit: Hit): boolean {
  if (wanted(text, hit.from)) return true;
  const tokens = tokensOf(text);
  return coded(hitsOf(text, 'goal'), 'after').some(
    (word) => word.from === hit.to && !breaks(tokens[word.from]?.gap ?? ''),
  );
}

/** "Goal - opinion", "they decided on an operation": no more than one word between. */
function isNamed(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  return coded(hitsOf(text, 'goal'), 'key').some(
    (key) =>
      key.to <= hit.from &&
      hit.from - key.to <= 1 &&
      !tokens.slice(key.to, hit.from + 1).some((token) => /[.,،;؛?؟!\n]/.test(token.gap)),
  );
}

/** "Diagnosis: glioma", "diagnosis - glioma": what the patient has, not what is asked for. */
function isHeading(text: Text, hit: Hit): boolean {
  return hit.code === 'diagnostics' && /[:=–-]/.test(tokensOf(text)[hit.to]?.gap ?? '');
}

/** Whether a goal is all that stands between two commas of a list of answers: "Kuwait, heart, treatment". */
function listed(text: Text, hit: Hit): boolean {
  const tokens = tokensOf(text);
  const clause = clauseAt(tokens, hit.from);
  return clause.from === hit.from && clause.to === hit.to && tokens.length > hit.to - hit.from;
}
