import type { Text } from '../normalise.ts';
import { once } from '../once.ts';
import type { Mention } from './countryMentions.ts';
import { cueFinder } from './cues.ts';
import { type Hit, hitsOf } from './lexicon.ts';
import { negated, past } from './speech.ts';
import { breaks, tokensOf } from './tokens.ts';
import words from './words/whereabouts.json' with { type: 'json' };

/** What the words round a country say of it. */
export type Cues = {
  negated: boolean;
  past: boolean;
  /** The patient is there, and not the one who writes. */
  patient: boolean;
  lives: boolean;
  nationality: boolean;
  from: boolean;
  in: boolean;
  /** Somebody speaks of themselves or of the patient. */
  we: boolean;
  /** A hospital, a journey, a comparison. */
  foreign: boolean;
  /** A relative who is not the patient lives, studies or was born there. */
  elsewhere: boolean;
};

const ownCues = cueFinder(words);

/** Words of those who speak of themselves. */
const speakers = /^و?(?:انا|احنا|حنا|نحن|i|i'm|im|we|we're|ana|e7na)$/;

/** The words of `other.json` and of our own list go by the same names here. */
const sameAs: Readonly<Record<string, string>> = { residence: 'lives' };

/** All cues of a text, by the word they end before and by the word they begin at. */
const allCues = once((text: Text) => {
  const [ending, beginning] = [new Map<number, Hit[]>(), new Map<number, Hit[]>()];
  const hits = [...hitsOf(text, 'other'), ...ownCues(text)].map((hit) => ({
    ...hit,
    code: sameAs[hit.code] ?? hit.code,
  }));
  for (const hit of hits) {
    put(ending, hit.to, hit);
    put(beginning, hit.from, hit);
  }
  const speaks = hits.some((hit) => hit.code === 'we' && speakers.test(tokensOf(text)[hit.from]?.fold ?? ''));
  return { ending, beginning, speaks };
});

function put(shelf: Map<number, Hit[]>, at: number, hit: Hit): void {
  const there = shelf.get(at);
  if (there === undefined) shelf.set(at, [hit]);
  else there.push(hit);
}

/** What stands beside a country, up to the end of its sentence. */
export function cuesAbout(text: Text, mention: Mention): Cues {
  const tokens = tokensOf(text);
  const cues = allCues(text);
  const before = (code: string, reach: number) => {
    for (let to = mention.from; to > mention.from - reach && to > 0; to -= 1) {
      const hit = cues.ending.get(to)?.find((one) => one.code === code);
      if (hit !== undefined) return isParted(text, to, mention.from) ? undefined : hit;
    }
    return undefined;
  };
  const after = (code: string) =>
    [mention.to, mention.to + 1].some(
      (from) => cues.beginning.get(from)?.some((hit) => hit.code === code) === true && !isApart(text, mention.to, from),
    );
  const lives = before('lives', 4);
  const word = tokens[mention.from]?.fold ?? '';
  return {
    negated: negated(text, mention.from),
    past: past(text, mention.from),
    patient: cues.speaks && before('patient', 4) !== undefined,
    lives: lives !== undefined || (before('now', 3) !== undefined && mention.codes[0] !== 'RU'),
    nationality: after('nationality') || before('nationality', 2) !== undefined,
    from: before('from', 1) !== undefined,
    in: before('in', 1) !== undefined || /^[بلف](?=[\u0621-\u064a]{3})/.test(word),
    we: before('we', 5) !== undefined,
    foreign:
      before('foreign', 3) !== undefined ||
      (after('foreign') && mention.how !== 'demonym' && mention.how !== 'foreigner'),
    elsewhere:
      titles.test(tokens[mention.from - 1]?.fold ?? '') ||
      before('away', 4) !== undefined ||
      (lives !== undefined && isOther(text, lives)),
  };
}

/** Whether the one who lives there is a relative, while the text speaks of another as the patient. */
function isOther(text: Text, lives: Hit): boolean {
  const relatives = hitsOf(text, 'writer').filter((hit) => !/^(?:none|self|agency|other|guardian)$/.test(hit.code));
  const one = relatives.find(
    (hit) => hit.to <= lives.from && lives.from - hit.to < 2 && !isParted(text, hit.to, lives.from),
  );
  if (one === undefined) return false;
  const words = wordsOf(text, one);
  return relatives.some((hit) => wordsOf(text, hit) !== words);
}

const wordsOf = (text: Text, hit: Hit): string =>
  tokensOf(text)
    .slice(hit.from, hit.to)
    .map((token) => token.fold)
    .join(' ');

/** Whether anything but spaces stands between a name and the words after it. */
function isApart(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  for (let at = from; at <= to && at < tokens.length; at += 1) if (breaks(tokens[at]?.gap ?? '')) return true;
  return false;
}

/** "Dr. Jordan" is no country. */
const titles = /^(?:dr|doctor|mr|mrs|ms|prof|الدكتور|دكتور|دكتوره|الدكتوره)$/;

/** Whether the end of a sentence stands between two words; a comma parts nothing, people put it anywhere. */
function isParted(text: Text, from: number, to: number): boolean {
  const tokens = tokensOf(text);
  for (let at = from; at <= to && at < tokens.length; at += 1) {
    const gap = tokens[at]?.gap ?? '';
    if (breaks(gap) && /[.;?!\n]/.test(gap)) return true;
  }
  return false;
}

/** The number of words before the name in "we are from …", "من دولة …". */
export function leadOf(text: Text): number {
  const tokens = tokensOf(text);
  const little = [...hitsOf(text, 'other'), ...ownCues(text), ...hitsOf(text, 'speech')].filter((hit) =>
    /^(?:from|in|we|residence|lives|now|filler|patient)$/.test(hit.code),
  );
  let at = 0;
  while (at < tokens.length - 1) {
    const next = little.filter((hit) => hit.from === at && hit.to < tokens.length).map((hit) => hit.to);
    if (next.length === 0) break;
    at = Math.max(...next);
  }
  return at;
}
