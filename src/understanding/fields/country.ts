import type { Listening } from '../meaning.ts';
import { type Text, textOf } from '../normalise.ts';
import { type Mention, mentionsIn } from './countryMentions.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { questioned } from './speech.ts';
import { tokensOf, wordsAt } from './tokens.ts';
import { cuesAbout, leadOf } from './whereabouts.ts';

type Weighed = Mention & { weight: number };

/** How sure a mention is the patient's country; between two weights the higher wins, or both are asked about. */
const weights = { no: 0, least: 1, people: 1.5, place: 2, home: 3, lives: 4, patient: 6 } as const;

/**
 * The patient's country (R001). Residence and nationality that differ, and names that several countries share, come back
 * as readings to be asked about (`domain.md` 6.6). Where the patient was treated, where a relative lives and where an
 * airline is from is no country of the patient; other countries than Arab ones count unasked only where the text says
 * that somebody is from there; Russia is where the family is going, not where it is from.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  const accepted = mentionsIn(text, asked, listening)
    .map((mention) => ({ ...mention, weight: weigh(text, mention, asked) }))
    .filter((mention) => mention.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.from - b.from);
  const best = accepted[0];
  if (best === undefined) return asked ? mistyped(text) : null;
  const rivals = accepted.filter((mention) => isRival(mention, best, asked));
  const settled = new Set(accepted.filter((mention) => mention.codes.length === 1).flatMap((mention) => mention.codes));
  const codes = rivals.flatMap((mention) => {
    const agreed = mention.codes.filter((code) => settled.has(code));
    return agreed.length > 0 ? agreed : mention.codes;
  });
  return foundOf([...new Set(codes)], best.to > best.from ? wordsAt(text, best.from, best.to) : text.clean);
}

/** Whether a mention that is not the surest still has to be asked about. */
function isRival(mention: Weighed, best: Weighed, asked: boolean): boolean {
  if (mention.weight === best.weight) return true;
  if (best.weight >= weights.patient) return false;
  if (mention.how === 'demonym') return true;
  return asked ? mention.weight > weights.least : mention.weight >= weights.home;
}

/** 0: not the patient's country; the higher, the surer. */
function weigh(text: Text, mention: Mention, asked: boolean): number {
  const cues = cuesAbout(text, mention);
  const count = tokensOf(text).length;
  if (cues.negated || cues.elsewhere) return weights.no;
  if (mention.how === 'short' && !(asked && count <= (isLetters(text, mention) ? 1 : 3))) return weights.no;
  const russia = mention.codes[0] === 'RU';
  if (cues.patient && !russia && !cues.foreign) return weights.patient;
  if (cues.lives && !(cues.foreign && mention.how !== 'demonym')) return russia && !asked ? weights.no : weights.lives;
  if (russia) return asked && cues.from && (cues.we || count <= 3) ? weights.least : weights.no;
  if (cues.nationality) return weights.people;
  if (cues.from && cues.we && !cues.foreign) return weights.home;
  if (cues.foreign && count > 2) return weights.no;
  const people = mention.how === 'demonym' || mention.how === 'foreigner';
  if (asked) return people ? weights.people : weights.place;
  if (mention.how === 'other' || mention.how === 'foreigner') return weights.no;
  if (people && inGeneral(text, mention)) return weights.no;
  if (cues.past && !cues.from && !cues.in) return weights.no;
  if (mention.how === 'local') return cues.from || cues.in ? weights.place : weights.no;
  return people ? weights.people : weights.place;
}

/** "om", "sa": a word in many sentences. */
function isLetters(text: Text, mention: Mention): boolean {
  return mention.to - mention.from === 1 && (tokensOf(text)[mention.from]?.fold ?? '').length <= 2;
}

/** "Do Omanis need a visa?", "القانون السعودي": a people in general, and not the one who is ill. */
function inGeneral(text: Text, mention: Mention): boolean {
  const tokens = tokensOf(text);
  const word = tokens[mention.from]?.fold ?? '';
  const many = /(?:s|ين|ون)$/.test(word) || /^patients$/.test(tokens[mention.to]?.fold ?? '');
  if (many) return questioned(text, mention.from);
  return (
    word.startsWith('ال') && mention.from > 0 && !/مريض|طفل|والد|رجل|امراه/.test(tokens[mention.from - 1]?.fold ?? '')
  );
}

/** With the article; a shorter word is near too many towns, so only the best known names are guessed. */
const shortName = 6;

/** The vocabularies whose words are no mistyped countries. */
const others = [
  'speech',
  'other',
  'language',
  'direction',
  'goal',
  'dates',
  'travellers',
  'urgency',
  'documents',
  'writer',
  'age',
  'country',
] as const;

/** The answer without "we are from", if what is left is one mistyped name. */
function mistyped(text: Text): Found | null {
  const tokens = tokensOf(text);
  const lead = leadOf(text);
  const rest = lead === 0 ? text : textOf(wordsAt(text, lead, tokens.length));
  if (others.some((list) => hitsOf(rest, list).length > 0)) return null;
  const names = rest.fold.length <= shortName ? / name$/ : / (?:name|place|demonym|other|foreigner)$/;
  return nearest(
    rest,
    'country',
    (code) => names.test(code) && !/^RU|,/.test(code),
    (code) => code.slice(0, 2),
  );
}
