import type { Listening } from '../meaning.ts';
import { type Text, textOf } from '../normalise.ts';
import * as country from './country.ts';
import { type Found, foundOf } from './found.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { numbersOf } from './numbers.ts';
import { breaks, tokensOf } from './tokens.ts';
import { isPatient, relativesIn } from './writerImplied.ts';

/** So near stands what a stranger did: "my friend in Kuwait went …". */
const near = 4;

/**
 * A message without what it tells of others who are not the patient: "my friend went to Moscow in March", "ابن عمي تعالج
 * عندكم". Their journeys, dates and places are no answers of ours.
 */
export function withoutHearsay(text: Text): Text {
  const others = hitsOf(text, 'other');
  if (!others.some((hit) => hit.code === 'stranger')) return text;
  const tokens = tokensOf(text);
  const spans = others.flatMap((hit) => {
    if (hit.code !== 'stranger') return [];
    const did = others.find(
      (other) => /^(?:experienced|foreign)$/.test(other.code) && other.from >= hit.to && other.from - hit.to <= near,
    );
    if (did === undefined) return [];
    for (let at = hit.to; at <= did.from; at += 1) if (ends.test(tokens[at]?.gap ?? '')) return [];
    return [{ from: hit.from, to: endOf(text, did.to) }];
  });
  return cut(text, spans);
}

const ends = /[.;?!\n]/;

/** Where the story ends: with its clause, or where somebody wishes or contradicts. */
function endOf(text: Text, from: number): number {
  const tokens = tokensOf(text);
  const wishes = hitsOf(text, 'speech').filter((hit) => hit.code === 'want' && tokens[hit.from]?.fold !== 'for');
  let at = from;
  while (at < tokens.length && !breaks(tokens[at]?.gap ?? '')) {
    const word = tokens[at]?.fold ?? '';
    if (/^(?:but|so|بس|لكن|واحنا|وانا|وابوي|وامي)$/.test(word)) break;
    if (wishes.some((hit) => hit.from === at || (hit.from === at + 1 && /^(?:and|و|i|we)$/.test(word)))) break;
    at += 1;
  }
  return at;
}

/**
 * The country where a relative lives beside the one where "we" are: "my son lives in London but we are in Kuwait" is
 * Kuwait; both are asked about where the relative may be the one who is ill. `null` where no two countries stand so.
 */
export function countryBesides(text: Text, listening: Listening, asked: boolean, ill: boolean): Found | null {
  const tokens = tokensOf(text);
  const others = hitsOf(text, 'other');
  const lives = others.filter((hit) => hit.code === 'residence');
  if (lives.length === 0 || !others.some((hit) => ours(text, hit))) return null;
  const relatives = relativesIn(text).filter((hit) => hit.code !== 'patient' && /^[csr]|^parent/.test(hit.code));
  const spans = relatives.flatMap((relative) => {
    const home = lives.find((hit) => hit.from >= relative.to && hit.from - relative.to <= 1);
    if (home === undefined) return [];
    let to = home.to;
    while (
      to < tokens.length &&
      !breaks(tokens[to]?.gap ?? '') &&
      !others.some((hit) => hit.from === to && ours(text, hit))
    )
      to += 1;
    return [{ from: relative.from, to }];
  });
  if (spans.length === 0) return null;
  const own = country.find(cut(text, spans), asked, listening);
  if (own === null || !ill) return own;
  const all = country.find(text, asked, listening);
  return all === null ? own : foundOf([...(own.readings ?? [own.value]), ...(all.readings ?? [all.value])], own.words);
}

const ours = (text: Text, hit: Hit): boolean =>
  hit.code === 'we' &&
  /^و?(?:احنا|حنا|نحن|نحنا|انا|we|we're|i|i'm|im|e7na|7na|ana)$/.test(tokensOf(text)[hit.from]?.fold ?? '');

const ownAge =
  /(?:^|[^\p{L}\d])(?:(?:و?انا )?عمري|و?انا|my (?:own )?age is|i am|i'm|im|i’m|ana 3omri|3omri) (?:a )?\d{1,2}(?! ?(?:people|persons|pax|اشخاص|companion|مرافق))(?: ?(?:years? old|yrs?(?: old)?|y\/?o|years?|سن[هة]|سنوات|عام))?/giu;

/** A message without the writer's own age, where a relative is called the patient and has one as well. */
export function withoutOwnAge(text: Text): Text {
  if (numbersOf(text).length < 2) return text;
  const cues = relativesIn(text);
  if (!cues.some((cue) => cue.code !== 'patient' && isPatient(cues, cue))) return text;
  const rest = text.clean.replace(ownAge, ' ');
  return rest === text.clean || !/\d/.test(rest) ? text : textOf(rest);
}

function cut(text: Text, spans: readonly { from: number; to: number }[]): Text {
  if (spans.length === 0) return text;
  const tokens = tokensOf(text);
  let rest = '';
  let at = 0;
  for (const { from, to } of spans) {
    const start = tokens[from]?.start ?? 0;
    if (start < at) continue;
    rest += `${text.clean.slice(at, start)} , `;
    at = tokens[to - 1]?.end ?? at;
  }
  return textOf(rest + text.clean.slice(at));
}
