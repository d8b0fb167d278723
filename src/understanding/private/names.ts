import words from '../words/private.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import type { Hit, Sight } from './hit.ts';
import { label } from './labels.ts';
import { seenOf } from './seen.ts';

/** As the text has them, the longest first. */
const alternatives = (list: readonly string[]) =>
  list
    .map((one) => seenOf(one).text.replace(/[.()]/g, '\\$&'))
    .sort((a, b) => b.length - a.length)
    .join('|');
const edge = '(?<![a-z\\u0400-\\u04ff\\u0621-\\u064a])';
const tie =
  "(?: ?\\(?(?:is|hai|as (?:in|per) passport|هو|هي|رباعي|ثلاثي|كامل|كاملا|بالجواز|في الجواز|الكامل|full|in full)\\)?){0,2}[\\s:=.'*_/-]{1,5}";
const named = new RegExp(`${edge}(?:${alternatives(words.name)})${tie}`, 'y');
/** A field of a form; "hospital name:" is another field. */
const field = new RegExp(
  `(?<=^|[\\n.,;!?(] ?(?:[•*-]|\\d[).-])? ?)(?:(?:my|his|her|the) )?(?:full |الاسم ?)?(?:${alternatives(words.name_field)}|اسمي|اسمه|اسمها|الاسم الكريم) ?[:=/-]{1,2}\\s{0,3}`,
  'g',
);
/** Words that a name may follow, but much else as well: what follows must look like a full name. */
const soft = new RegExp(`${edge}(?:${alternatives(words.name_soft)})\\.? ?(?:[:=/-]|name[:=-]?|is)? ?`, 'y');
/** Who says the own name says the first or two of them. */
const own = new RegExp(`${edge}(?:${alternatives(words.name_own)}) ?[:=-]? ?`, 'y');
/** One of several patients: "1) Name of Three, 39". */
const listed = /(?<![\d.)/-])\d{1,2} ?[).:-] ?(?=[a-z\u0400-\u04ff\u0621-\u064a])/g;
const withAge = /^ ?[,;:(/-]{1,2} ?(?:age[d]? ?|عمر[هـا]{0,3} ?)?\d{1,3}(?!\d)/;

const stop = new Set(words.name_stop.map((one) => seenOf(one).text));
const word =
  /[ \t]{0,2}((?:[a-z]['.-]?){1,20}|[\u0621-\u064a]{2,15}|[\u0430-\u044f]{2,20}(?:-[\u0430-\u044f]{2,20})?)(?![a-z\u0400-\u04ff\u0621-\u064a\d])/y;
const mostWords = 8;
const anyLabel = label.name | label.name_soft | label.name_own | label.name_field;

/** Full names behind "patient name:" and the like; a first name or a kunya that a person offers is no identifier (`domain.md` 2.4). */
export function namesIn(sight: Sight): Hit[] {
  if ((sight.kinds & anyLabel) === 0) return [];
  const hits: Hit[] = [];
  const look = (pattern: RegExp, isName: (name: Words) => boolean, at?: number) => {
    for (const match of at === undefined ? allOf(pattern, sight.text) : matchAt(pattern, sight.text, at)) {
      const from = match.index + match[0].length;
      const name = nameAt(sight.text, from);
      if (name.list.length > 1 && isName(name)) hits.push({ type: 'name', from, to: name.to });
    }
  };
  const full = (least: number) => (name: Words) => looksFull(sight, name, least);
  for (const { kinds, from } of sight.labels) {
    if ((kinds & label.name) !== 0) look(named, () => true, from);
    if ((kinds & label.name_soft) !== 0) look(soft, full(2), from);
    if ((kinds & label.name_own) !== 0) look(own, full(3), from);
  }
  if ((sight.kinds & (label.name_field | label.name_own)) !== 0) look(field, () => true);
  if ((sight.kinds & label.name_soft) !== 0)
    look(listed, (name) => looksFull(sight, name, 3) && withAge.test(sight.text.slice(name.to, name.to + 16)));
  return hits;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray[] {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? [] : [match];
}

type Words = { list: { text: string; from: number; to: number }[]; to: number };

/** The words from a place on, up to the first that no name holds. */
function nameAt(text: string, from: number): Words {
  const list: Words['list'] = [];
  let to = from;
  while (list.length < mostWords) {
    word.lastIndex = to;
    const match = word.exec(text);
    const shown = match?.[1];
    if (match === null || shown === undefined || stop.has(shown) || stop.has(shown.replace(/^و(?=..)/, ''))) break;
    if (shown === 'عمر' && /^[\s:=]{0,3}\d/.test(text.slice(word.lastIndex, word.lastIndex + 4))) break;
    if (match.index !== to || (list.length > 0 && !/^[ \t]/.test(match[0]))) break;
    to = word.lastIndex;
    list.push({ text: shown, from: to - shown.length, to });
  }
  return { list, to };
}

const family = /^(?:ال.{3,}|آل|بن|بنت)$/;
const ends = /^[ \t]?(?:$|[\n.,;:!?()\d/-]|(?:من|وعمر|عمر|العمر|ورقم|رقم|جوال|مواليد|جواز|هويه)|⟨)/;

/** Behind a loose word: capitals where letters have them, in Arabic three words that end in a family's name and then the clause. */
function looksFull(sight: Sight, { list, to }: Words, least: number): boolean {
  const hasCapitals = /[a-z\u0430-\u044f]/.test(list[0]?.text ?? '');
  if (hasCapitals) {
    return (
      list.length >= least &&
      list.every(({ from }) => /^\p{Lu}/u.test(sight.raw.slice(sight.at[from]))) &&
      list.some(({ text }) => text.length > 2)
    );
  }
  return (
    list.length > 2 &&
    list.filter(({ text }) => !/^(?:بن|بنت|ال|ابن)$/.test(text)).length < 6 &&
    family.test(list.at(-1)?.text ?? '') &&
    ends.test(sight.text.slice(to, to + 8))
  );
}
