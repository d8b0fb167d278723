import words from '../words/private.json' with { type: 'json' };
import type { Hit, Sight } from './hit.ts';

const strong = wordsOf(words.address_strong);
const weak = wordsOf(words.address_weak);

function wordsOf(list: readonly string[]): RegExp {
  const plain = [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.]/g, '\\.'));
  return new RegExp(`(?<![a-z\\u0621-\\u064a])(?:ال|بال|و)?(?:${plain.join('|')})(?![a-z\\u0621-\\u064a])`, 'g');
}

/** Words that an address may hold between its parts, so that one hit covers it from the first keyword to the last number. */
const reach = 34;

/** Full addresses: two words of address and a number close together (R025); the city that follows stays. */
export function addressesIn(sight: Sight): Hit[] {
  if (!/\d/.test(sight.text)) return [];
  const marks = [...marksOf(sight.text, strong, 2), ...marksOf(sight.text, weak, 1)].sort((a, b) => a.from - b.from);
  const hits: Hit[] = [];
  for (let i = 0; i < marks.length; ) {
    const group = [marks[i]].filter((mark) => mark !== undefined);
    let end = group[0]?.to ?? 0;
    let next = i + 1;
    for (; next < marks.length; next += 1) {
      const mark = marks[next];
      if (mark === undefined || mark.from - end > reach || sight.text.slice(end, mark.from).includes('\n\n')) break;
      if (mark.from >= end) group.push(mark);
      end = Math.max(end, mark.to);
    }
    const hit = addressOf(sight.text, group);
    if (hit !== null) hits.push(hit);
    i = next;
  }
  return hits;
}

type Mark = { from: number; to: number; weight: number };

function marksOf(text: string, pattern: RegExp, weight: number): Mark[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, weight }));
}

function addressOf(text: string, marks: readonly Mark[]): Hit | null {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return null;
  const tail = /^[^\n.!?؛;]{0,30}?\d+[a-z]?(?:[ ,-]{1,2}(?:\d+[a-z]?|[a-z]{2,12} [a-z]{3,12} \d+|[a-z]{3,12} \d+))*/.exec(text.slice(last.to, last.to + 60))?.[0].length ?? 0;
  const head = /(?:\d+[a-z]? ?,? ?)$/.exec(text.slice(Math.max(0, first.from - 8), first.from))?.[0].length ?? 0;
  const from = first.from - head;
  const to = last.to + tail;
  const numbers = text.slice(from, to).match(/\d+/g)?.length ?? 0;
  const box = /^(?:p\.?o\.? ?box|pobox|ص\.? ?ب|صندوق)/.test(text.slice(first.from));
  const weight = marks.reduce((sum, mark) => sum + mark.weight, 0);
  const enough = box ? numbers >= 1 : marks.length >= 2 && weight >= 3 && numbers >= 1;
  return enough ? { type: 'address', from, to } : null;
}
