import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import type { Dates } from '../values.ts';
import { alone } from './dates/alone.ts';
import { isoOf, type Window } from './dates/calendar.ts';
import { type Line, lineOf, type Piece } from './dates/line.ts';
import { windowsOf } from './dates/windows.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { respelled } from './respelled.ts';
import { coded, negated, questioned } from './speech.ts';
import { clauseAt, sentenceAt, tokensOf, wordsAt } from './tokens.ts';

/**
 * When the family would like to travel (R006), told from `listening.today`. Windows come before "flexible" and "as soon as
 * possible"; what lies in the past, or dates an illness or a document, is none. Day first; two readings far apart are both given.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  if (!asked && !hitsOf(text, 'dates').some((hit) => telling.test(hit.code)) && !/\d[/.-]\d/.test(text.clean))
    return null;
  return read(text, asked, listening) ?? (asked ? mistyped(text, listening) : null);
}

function read(text: Text, asked: boolean, listening: Listening): Found | null {
  const line = lineOf(text, listening.today, asked, listening.country);
  const all = windowsOf(line);
  const meant = all
    .flatMap((window) => (denied(text, line, window) ? turned(line, window) : [window]))
    .filter(
      (window) => asked || (planned(text, window) && !(window.to - line.today <= near && questioned(text, window.at))),
    );
  const piece = meant.find((window) => window.other === undefined) ?? meant[0];
  if (piece !== undefined) return foundIn(text, piece);
  const words = hitsOf(text, 'dates').filter((hit) => !negated(text, hit.from));
  for (const code of ['asap', 'flexible'] as const) {
    const hit = words.find((word) =>
      asked
        ? word.code.startsWith(code)
        : word.code === code && !questioned(text, word.from) && !onlyAsked('dates', text, word),
    );
    if (hit !== undefined) return foundOf([{ kind: code } satisfies Dates], wordsAt(text, hit.from, hit.to));
  }
  if (!asked) return null;
  if (all.length > 0) return foundOf([{ kind: 'flexible' } satisfies Dates], text.clean);
  const open = words.find((word) => word.code === 'open asked');
  if (open !== undefined) return { value: null, words: text.clean };
  const bare = alone(line);
  return bare === null ? null : foundIn(text, bare);
}

function foundIn(text: Text, piece: Piece): Found | null {
  return foundOf(
    [range(piece), ...(piece.other === undefined ? [] : [range(piece.other)])],
    wordsAt(text, piece.at, piece.end),
  );
}

/** The answer once more with its unknown words put right; what then comes out was guessed, so it is marked. */
function mistyped(text: Text, listening: Listening): Found | null {
  const better = respelled(text, 'dates', (code) => mendable.test(code));
  const found = better === null ? null : read(better, true, listening);
  if (found !== null) return { ...found, words: text.clean, near: true };
  return nearest(
    text,
    'dates',
    (code) => code === 'asap' || code === 'flexible',
    (code) => ({ kind: code }),
  );
}

/** Words long and distinct enough to be known through a typing error. */
const mendable = /^(?:m|h|wd|season|tomorrow|overmorrow) ?/;

/** Codes without which no date is told; the others only join and narrow. */
const telling = /^(?:[mh]|wd|unit|dual|anchor|season|quarter|weekend|tomorrow|overmorrow|asap|flexible)/;

/** A question about a day so near is about the clinic's answer. */
const near = 2;

/** How long a time that begins "not before" something is thought to last. */
const notBefore = 60;

/** Whether a window is one that does not suit: after a "not", an "except" or a "we cannot in". */
function denied(text: Text, line: Line, window: Piece): boolean {
  if (negated(text, window.at)) return true;
  return [window.at, window.at - 1, window.at - 2, window.at - 3, window.at - 4].some((at) => {
    const to = line.at(at, 'except')?.to;
    return to !== undefined && to <= window.at && window.at - to <= 1;
  });
}

/** "Not before March" is from March on, "not in Ramadan, after it" what comes then; any other window that is denied is none. */
function turned(line: Line, window: Piece): Piece[] {
  if (line.at(window.at, 'before') !== undefined)
    return [{ ...window, from: window.to + 1, to: window.to + 1 + notBefore }];
  const side = sideMeant(line, window.end);
  if (side === null) return [];
  const { from, to } =
    side === 'after' ? { from: window.to + 1, to: window.to + 1 + month } : { from: line.today, to: window.from - 1 };
  return to < from ? [] : [{ at: window.at, end: window.end, kind: 'other', from, to, granularity: 'season' }];
}

/** How long "after it" is thought to last. */
const month = 31;
const afterIt = /^(?:بعده|بعدها|بعدين|عقبه|عقبها|after|afterwards?|later|then|بعد|عقب|ba3da|ba3dah|3ogba|ba3dha)$/;
const beforeIt = /^(?:قبله|قبلها|قبل|before|earlier|gabla|gablah|gabelha|8abla)$/;
const littleBetween =
  /^(?:بس|but|لكن|و|it|that|this|خلها|خليها|نبي|نبغي|ان|شاء|الله|inshalla|inshallah|please|only|فقط|ok|bas|bs|better|احسن|افضل)$/;

/** "… , after", "… بعده" behind a window, with nothing that it could stand before. */
function sideMeant(line: Line, at: number): 'after' | 'before' | null {
  let side: 'after' | 'before' | null = null;
  for (let here = at; here < line.tokens.length; here++) {
    const word = line.tokens[here]?.fold ?? '';
    if (side === null && afterIt.test(word)) side = 'after';
    else if (side === null && beforeIt.test(word)) side = 'before';
    else if (!littleBetween.test(word)) return null;
  }
  return side;
}

function range(window: Window): Dates {
  return { kind: 'range', from: isoOf(window.from), to: isoOf(window.to), granularity: window.granularity };
}

const happened =
  /^(?:had|has|was|were|did|since|diagnosed|operated|happened|started|discovered|underwent|done|last|ago|منذ|سوي|سوينا|سوت|عمل|عملنا|اجري|خضع|تشخص|تشخصت|اكتشفنا|اكتشفوا|صار|صارت|كان|كانت|توفي|تعرض|اصيب|انصاب|صارله|صارلها)$/;

/** Words of writing and calling: their day is that of a message, not of a journey. */
const talking =
  /^(?:call|cal|see?|talk|reply|send|sending|contact|speak|write|ب?اكلم|بكلم|كلم|نكلم|برد|نرد|ردو|بنرسل|نرسل|برسل|ارسل|بارسل|ابعث|اتواصل|بتواصل|نتواصل|اتصل|بتصل|نتصل)/;

/** Unasked, a window counts unless its clause speaks of the past, of a document, of a birth or of a consent. */
function planned(text: Text, piece: Piece): boolean {
  const tokens = tokensOf(text);
  const clause = clauseAt(tokens, piece.at);
  for (let at = Math.max(clause.from, piece.at - 6); at < piece.at; at++)
    if (happened.test(tokens[at]?.fold ?? '')) return false;
  if (/^(?:ago|الماضي|الماضيه|اللي فات|الفايت|last)$/.test(tokens[piece.end]?.fold ?? '')) return false;
  if (tokens.slice(clause.from, clause.to).some((token) => talking.test(token.fold))) return false;
  const sentence = sentenceAt(tokens, piece.at);
  const named = hitsOf(text, 'documents').some(
    (hit) => hit.code !== 'none' && hit.from >= Math.max(sentence.from, piece.at - 4) && hit.to <= piece.at,
  );
  if (named) return false;
  return !coded(hitsOf(text, 'ageKeys'), 'born').some((hit) => hit.to <= piece.at && piece.at - hit.to < 2);
}
