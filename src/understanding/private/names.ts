import words from '../words/private.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import type { Hit, Sight } from './hit.ts';
import { label } from './labels.ts';

const alternatives = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|');
const edge = '(?<![a-z\\u0621-\\u064a])';
const tie =
  "(?: (?:is|as in passport|هو|هي|رباعي|ثلاثي|كامل|كاملا|بالجواز|في الجواز|الكامل|full)){0,2}[\\s:=.'*_-]{1,5}";
const named = new RegExp(`(?:${alternatives(words.name)})${tie}`, 'g');
/** A field of a form; "hospital name:" is another field. */
const field =
  /(?<=^|[\n.,;!?(] ?[•*-]? ?)(?:(?:my|his|her|the) )?(?:name|full name|الاسم|اسمي|اسمه|اسمها|الاسم الكريم) ?[:=]\s{0,3}/g;
/** Words that a name may follow, but much else as well: what follows must look like a full name. */
const soft = new RegExp(`${edge}(?:${alternatives(words.name_soft)}) ?(?:[:=-]|name[:=-]?|is)? ?`, 'g');

/** Who says the own name says the first or two of them. */
const own = new RegExp(`${edge}(?:${alternatives(words.name_own)}) ?[:=-]? ?`, 'g');

const stop = new Set(words.name_stop);
const word = /[ \t]{0,2}((?:[a-z]['.-]?){1,20}|[\u0621-\u064a]{2,15})(?![a-z\u0621-\u064a\d])/y;
const mostWords = 6;

/** Full names behind "patient name:" and the like; a first name or a kunya that a person offers is no identifier (`domain.md` 2.4). */
export function namesIn(sight: Sight): Hit[] {
  if ((sight.kinds & (label.name | label.name_soft | label.name_own | label.name_field)) === 0) return [];
  const hits: Hit[] = [];
  const look = (pattern: RegExp, isName: (name: Words) => boolean) => {
    for (const match of allOf(pattern, sight.text)) {
      const from = match.index + match[0].length;
      const name = nameAt(sight.text, from);
      if (name.list.length > 1 && isName(name)) hits.push({ type: 'name', from, to: name.to });
    }
  };
  look(named, () => true);
  look(field, () => true);
  look(soft, (name) => looksFull(sight, name, 2));
  look(own, (name) => looksFull(sight, name, 3));
  return hits;
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

/** Behind a loose word: capitals in Latin script, in Arabic three words that end in a family's name and then the clause. */
function looksFull(sight: Sight, { list, to }: Words, least: number): boolean {
  const latin = /[a-z]/.test(list[0]?.text ?? '');
  if (latin) {
    return (
      list.length >= least &&
      list.every(({ from }) => /^\p{Lu}/u.test(sight.raw.slice(sight.at[from]))) &&
      list.some(({ text }) => text.length > 2)
    );
  }
  return (
    list.length > 2 &&
    list.length < 6 &&
    family.test(list.at(-1)?.text ?? '') &&
    ends.test(sight.text.slice(to, to + 8))
  );
}
