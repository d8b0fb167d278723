import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';
import type { Dates } from '../values.ts';
import { isoOf, type Window } from './dates/calendar.ts';
import { type Line, lineOf, type Piece } from './dates/line.ts';
import { windowsOf } from './dates/windows.ts';
import { type Found, foundOf } from './found.ts';
import { hitsOf } from './lexicon.ts';
import { nearest } from './near.ts';
import { onlyAsked } from './onlyAsked.ts';
import { coded, negated, questioned } from './speech.ts';
import { clauseAt, sentenceAt, tokensOf, wordsAt } from './tokens.ts';

/**
 * When the family would like to travel (R006), told from `listening.today`. Windows come before "flexible" and "as soon as
 * possible"; what lies in the past, or dates an illness or a document, is none. Day first; two readings far apart are both given.
 */
export function find(text: Text, asked: boolean, listening: Listening): Found | null {
  if (!asked && !hitsOf(text, 'dates').some((hit) => telling.test(hit.code)) && !/\d[/.-]\d/.test(text.clean))
    return null;
  const line = lineOf(text, listening.today, asked, listening.country);
  const piece = windowsOf(line)
    .flatMap((window) => (negated(text, window.at) ? turned(line, window) : [window]))
    .find((window) => asked || planned(text, window));
  if (piece !== undefined)
    return foundOf(
      [range(piece), ...(piece.other === undefined ? [] : [range(piece.other)])],
      wordsAt(text, piece.at, piece.end),
    );
  const words = hitsOf(text, 'dates').filter((hit) => !negated(text, hit.from));
  for (const code of ['asap', 'flexible'] as const) {
    const hit = words.find(
      (word) => word.code === code && (asked || (!questioned(text, word.from) && !onlyAsked('dates', text, word))),
    );
    if (hit !== undefined) return foundOf([{ kind: code } satisfies Dates], wordsAt(text, hit.from, hit.to));
  }
  return asked
    ? nearest(
        text,
        'dates',
        (code) => code === 'asap' || code === 'flexible',
        (code) => ({ kind: code }),
      )
    : null;
}

/** Codes without which no date is told; the others only join and narrow. */
const telling = /^(?:[mh]|wd|unit|dual|anchor|season|quarter|weekend|tomorrow|overmorrow|asap|flexible)/;

/** How long a time that begins "not before" something is thought to last. */
const notBefore = 60;

/** "Not before March" is from March on; any other window that is denied is none. */
function turned(line: Line, window: Piece): Piece[] {
  if (line.at(window.at, 'before') === undefined) return [];
  return [{ ...window, from: window.to + 1, to: window.to + 1 + notBefore }];
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
