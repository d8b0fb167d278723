import words from '../words/private.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import type { Hit, Sight } from './hit.ts';
import { label } from './labels.ts';
import { around, type Span } from './spans.ts';

const strong = wordsOf(words.address_strong);
const weak = wordsOf(words.address_weak);
const unit = wordsOf(words.address_unit);

function wordsOf(list: readonly string[]): RegExp {
  const plain = [...list].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.]/g, '\\.'));
  return new RegExp(
    `(?<![a-z\\u0621-\\u064a]|\\d(?=rd|st))(?:ال|بال|و)?(?:${plain.join('|')})(?![a-z\\u0621-\\u064a])`,
    'g',
  );
}

/** Places told by their form alone: two coordinates, a Saudi short address under its name, Kuwaiti block, street and house. */
const coordinates = /(?<![\d.])-?\d{1,2}\.\d{4,} ?°? ?[ns]?[ ,;/]{1,3}-?\d{1,3}\.\d{4,}(?: ?°? ?[ew](?![a-z]))?/g;
const shortAddress = /(?<![a-z0-9])[a-z]{4} ?\d{4}(?![a-z0-9])/g;
const shortAddressNamed = /(?:عنوان|national address|short address)[^\d\n⟩]{0,24}\s{0,3}$/;
const kuwaiti = /(?<![\u0621-\u064a\d])(?:[قشمجب] ?[.:]? ?\d{1,4}(?!\d)[ ,/-]{0,3}){2,6}/g;

function shapesIn(text: string, named: boolean): Hit[] {
  const patterns = [
    ...(/\d\.\d{4}/.test(text) ? [coordinates] : []),
    ...(named ? [shortAddress] : []),
    ...(/[قش] ?[.:]? ?\d/.test(text) ? [kuwaiti] : []),
  ];
  return patterns.flatMap((pattern) =>
    allOf(pattern, text).flatMap((match) => {
      if (pattern === kuwaiti && !/[قش]/.test(match[0])) return [];
      const lead = text.slice(Math.max(0, match.index - 48), match.index);
      if (pattern === shortAddress && !shortAddressNamed.test(lead)) return [];
      return [
        { type: 'address' as const, from: match.index, to: match.index + match[0].replace(/[ ,/-]+$/, '').length },
      ];
    }),
  );
}

/** Words that an address may hold between its parts, so that one hit covers it from the first keyword to the last number. */
const reach = 34;

/** Full addresses: two words of address and a number close together (R025); the city that follows stays. */
export function addressesIn(sight: Sight): Hit[] {
  if (!/\d/.test(sight.text)) return [];
  const named = (sight.kinds & label.address) !== 0;
  return [...shapesIn(sight.text, named), ...(named ? worded(sight) : [])];
}

function worded(sight: Sight): Hit[] {
  const places = sight.labels.flatMap(({ kinds, from }) => ((kinds & label.address) === 0 ? [] : [from]));
  const parts = around(places, 2 * reach, 2 * reach);
  const marks = [
    ...marksOf(sight.text, parts, strong, 2),
    ...marksOf(sight.text, parts, weak, 1),
    ...marksOf(sight.text, parts, unit, 2).filter(({ to }) => numbered.test(sight.text.slice(to, to + 12))),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
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

function marksOf(text: string, parts: readonly Span[], pattern: RegExp, weight: number): Mark[] {
  return parts.flatMap((part) =>
    allOf(pattern, text.slice(part.from, part.to)).flatMap((match) => {
      const from = part.from + match.index;
      // where a part begins, half a word would look like a whole one
      return match.index === 0 && from > 0 ? [] : [{ from, to: from + match[0].length, weight }];
    }),
  );
}

/** A number right behind a word of address: "street 12", "شقة رقم ٣", "block: 4". */
const numbered = /^ ?(?:no\.?|num|number|nr|رقم|رقمه|#|:|-)? ?[:.#]? ?\d/;
/** A number that counts something else: "flat 3 bedrooms", "شقة ٢ غرف". */
const counted =
  /^[^\d]{0,9}\d+ ?(?:bed|room|bhk|br(?![a-z])|night|day|week|person|people|guest|adult|star|غرف|نوم|ليال|ليله|ايام|يوم|اشخاص|شخص|نفر|اسبوع|دقايق|دقيقه|متر|كيلو|كم(?![ا-ي])|km|min|meter|hour|ساع)/;
const noCore = /^(?:floor|flor|دور|الدور|طابق|الطابق|area|near|phase|مجمع|compound|وحده|unit|tower|برج)/;

function addressOf(text: string, marks: readonly Mark[]): Hit | null {
  const first = marks[0];
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return null;
  const tail =
    /^[^\n.!?؛;]{0,30}?\d+[a-z]?(?:[ ,-]{1,2}(?:\d+[a-z]?|[a-z]{2,12} [a-z]{3,12} \d+|[a-z]{3,12} \d+))*/.exec(
      text.slice(last.to, last.to + 60),
    )?.[0].length ?? 0;
  const head = /(?:\d+[a-z]? ?,? ?)$/.exec(text.slice(Math.max(0, first.from - 8), first.from))?.[0].length ?? 0;
  const from = first.from - head;
  const to = last.to + tail;
  const shown = text.slice(from, to);
  const numbers = (shown.match(/\d+/g)?.length ?? 0) - (/^\d+[a-z]? ?, ?/.test(shown) ? 1 : 0);
  if (/^(?:p\.? ?o\.? ?box|pobox|postbox|post box|ص\. ?ب|ص ب|صندوق)/.test(text.slice(first.from)) && numbers >= 1)
    return { type: 'address', from, to };
  const told = marks.filter(({ to: end }) => {
    const behind = text.slice(end, end + 24);
    return numbered.test(behind) && !counted.test(behind);
  });
  const listed = /, ?$/.test(text.slice(from, first.from));
  const behindNumber = head > 0 && !listed && !/\d{1,2} $/.test(text.slice(from, first.from)) ? 1 : 0;
  const core =
    told.filter((mark) => !noCore.test(text.slice(mark.from, mark.to).replace(/^(?:ال|بال|و)/, ''))).length +
    behindNumber;
  const weight = marks.reduce((sum, mark) => sum + mark.weight, 0);
  // "house near the hospital, floor 2" is no address: a street or a house needs its number, weak words alone one each
  const named = marks.some((mark) => mark.weight > 1) ? core >= 1 || (told.length >= 1 && numbers >= 2) : core >= 2;
  return marks.length >= 2 && (weight >= 3 || core >= 2) && named ? { type: 'address', from, to } : null;
}
