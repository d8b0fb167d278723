import type { Text } from '../../normalise.ts';
import { type Hit, hitsOf } from '../lexicon.ts';
import { type Numeral, numbersOf } from '../numbers.ts';
import { breaks, type Token, tokensOf } from '../tokens.ts';
import { yearsSince } from './bands.ts';

/** What stands round a number, by name of the list in `words/ageKeys.json`. */
type Round = { tokens: readonly Token[]; keys: readonly Hit[]; text: Text; asked: boolean; today: string };

/** The ages in years that a message tells; more than one if it gives a span or speaks of two. Unasked, only where it is surely an age. */
export function spokenAges(text: Text, asked: boolean, today: string): number[] {
  const round: Round = { tokens: tokensOf(text), keys: hitsOf(text, 'ageKeys'), text, asked, today };
  const numbers = numbersOf(text);
  const ages: number[] = [];
  for (const [at, number] of numbers.entries()) {
    if (numbers[at - 1] !== undefined && span(round, numbers[at - 1], number) && ages.length > 0) {
      ages.push(shifted(round, number, number.value));
      continue;
    }
    const years = ageOf(round, number, numbers[at + 1]);
    if (years !== null) ages.push(years);
    if (ages.length > 0 && round.keys.some((key) => key.code === 'born')) break;
    if (ages.length > 0 && !asked && !span(round, number, numbers[at + 1])) break;
  }
  return ages.length > 0 ? banded(text, ages) : [...worded(round), ...decades(round)];
}

/** A written band ("٤٠-٥٩", "18–39") is one group, told by its lower end. */
function banded(text: Text, ages: number[]): number[] {
  const band = /(?<!\d)(0|2|13|18|40) ?(?:-|–|—|to|الى|إلى|ل|لين) ?(1|12|17|39|59)(?!\d)/.exec(text.clean);
  return band === null ? ages : [Number(band[1])];
}

function span(round: Round, before: Numeral | undefined, after: Numeral | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const between = round.tokens.slice(before.to, after.from).map((token) => token.fold).join(' ');
  if (between === '') return /^[-–—\/]$/.test(round.tokens[after.from]?.gap ?? '');
  return /^(?:الي|ل|لين|او|و|to|or|and|till|سنه او)$/.test(between);
}

function ageOf(round: Round, number: Numeral, next: Numeral | undefined): number | null {
  const { value, from, to } = number;
  const born = before(round, 'born', from, 3);
  if (value >= 1300 && value < 2100) {
    const bare = round.asked && round.tokens.length <= 4;
    return born || bare ? yearsSince(value, round.today) : null;
  }
  if (born && value < 100 && number.to - from === 1 && !unit(round, 'year', to)) return birthDate(round, number);
  if (value > 115 || (value === 0 && !round.asked)) return null;
  const months = unit(round, 'month', to);
  const weeks = unit(round, 'week', to);
  const years = unit(round, 'year', to) || span(round, number, next);
  const key = before(round, 'age', from, 3);
  if (lasting(round, from, to) && !key) return null;
  if (weeks) return key || round.asked || old(round, to + 1) ? 0 : null;
  if (months) return key || round.asked || old(round, to + 1) || person(round, from) ? value / 12 : null;
  if (years && (key || round.asked || old(round, to + 1) || person(round, from) || person(round, to + 1))) return shifted(round, number, value);
  if ((key && !counted(round, to)) || sexed(round, from, to)) return shifted(round, number, value);
  if (round.asked && !counted(round, to)) return shifted(round, number, value);
  return before(round, 'person', from, 1) && value >= 18 && !counted(round, to) ? shifted(round, number, value) : null;
}

/** "less than 2", "over 60", "late 50s": the age moves into the group that is meant; "سنة ونص" adds nothing that matters. */
function shifted(round: Round, number: Numeral, value: number): number {
  if (before(round, 'below', number.from, 1) && value > 0) return value - 1;
  return before(round, 'above', number.from, 1) ? value + 1 : value;
}

/** A birth date in full after "born": its year tells. */
function birthDate(round: Round, number: Numeral): number | null {
  const year = numbersOf(round.text).find((other) => other.from >= number.from && other.from - number.from <= 4 && other.value >= 1300);
  if (year !== undefined) return yearsSince(year.value, round.today);
  const short = number.value > Number(round.today.slice(2, 4)) ? 1900 : 2000;
  return round.tokens[number.from]?.fold.length === 2 && !/^[\/.-]$/.test(round.tokens[number.to]?.gap ?? '') ? yearsSince(short + number.value, round.today) : null;
}

function before(round: Round, code: string, at: number, reach: number): boolean {
  return round.keys.some((key) => key.code === code && key.to <= at && at - key.to < reach && !stops(round, key.to, at, code === 'age' ? /[.;?!\n]/ : /[.;?!\n,]/));
}

function stops(round: Round, from: number, to: number, ends: RegExp): boolean {
  for (let at = from; at <= to; at++) if (ends.test(round.tokens[at]?.gap ?? '')) return true;
  return false;
}

function unit(round: Round, code: string, at: number): boolean {
  return round.keys.some((key) => key.code === code && key.from === at) && !breaks(round.tokens[at]?.gap ?? '');
}

function old(round: Round, at: number): boolean {
  return /^(?:old|العمر|yo)$/.test(round.tokens[at]?.fold ?? '') || round.tokens[at - 1]?.fold === 'yo' || (round.tokens[at - 1]?.fold === 'y' && round.tokens[at]?.fold === 'o');
}

/** A time that something lasts or lasted: "since 6 years", "5 years ago". */
function lasting(round: Round, from: number, to: number): boolean {
  const ago = round.keys.some((key) => key.code === 'ago' && key.from >= to && key.from <= to + 1);
  return ago || (before(round, 'from', from, 1) && !round.keys.some((key) => key.code === 'above' && key.to === from && round.asked));
}

function person(round: Round, at: number): boolean {
  return before(round, 'person', at, 2) || round.keys.some((key) => key.code === 'person' && key.from === at && !breaks(round.tokens[at]?.gap ?? ''));
}

/** "48 male", "male, 48", "young man 22", "48M". */
function sexed(round: Round, from: number, to: number): boolean {
  if (round.keys.some((key) => key.code === 'after' && key.from === to && !breaks(round.tokens[to]?.gap ?? ''))) return true;
  const last = round.tokens[from - 1]?.fold ?? '';
  return /^(?:male|female|man|woman|lady|gentleman|boy|girl|ذكر|انثي)$/.test(last) && !/[.;?!\n]/.test(round.tokens[from]?.gap ?? '');
}

/** The number counts something else: persons, weeks, money, a day of a month. */
function counted(round: Round, at: number): boolean {
  const gap = round.tokens[at]?.gap ?? '';
  if (breaks(gap)) return false;
  const word = round.tokens[at]?.fold ?? '';
  const people = hitsOf(round.text, 'travellers').some((hit) => hit.from === at && /people|group|companion/.test(hit.code));
  return people || /^[\/.-]$/.test(gap) || hitsOf(round.text, 'dates').some((hit) => hit.from === at && /^(m|h) /.test(hit.code)) ||
    /^(?:usd|sar|aed|kwd|qar|ريال|درهم|دولار|دينار|kg|كيلو|سم|cm|mm|times|مرات|مره|nights|ليالي|percent)$/.test(word);
}

/** سنتين, شهرين, "a year and a half", "one month". */
function worded(round: Round): number[] {
  const hit = round.keys.find((key) => (key.code === 'two years' || key.code === 'two months') && (!lasting(round, key.from, key.to) || before(round, 'below', key.from, 1)));
  const single = round.asked && round.tokens.length <= 3 && /^(?:سنه|عام|year|sana|sanah)$/.test(round.tokens[0]?.fold ?? '');
  if (single || (round.asked && /^(?:شهر|month|a month)/.test(round.text.fold))) return [round.text.fold.startsWith('شهر') || round.text.fold.includes('month') ? 0 : 1];
  if (hit === undefined || !(round.asked || before(round, 'age', hit.from, 2) || person(round, hit.from))) return [];
  return [hit.code === 'two years' && !before(round, 'below', hit.from, 1) ? 2 : 0.2];
}

const tens: Readonly<Record<string, number>> = {
  عشرين: 20, تلاتين: 30, ثلاثين: 30, اربعين: 40, خمسين: 50, ستين: 60, سبعين: 70, ثمانين: 80, تسعين: 90,
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
  عشر: 20, ثلاث: 30, اربع: 40, خمس: 50, ست: 60, سبع: 70, ثمان: 80, تسع: 90,
};

/** "late 60s", "بالستينات", "in her fifties". */
function decades(round: Round): number[] {
  const digits = /(?:^|[^\d])([2-9]0) ?'?s(?![a-z])/i.exec(round.text.clean);
  if (digits !== null) return [Number(digits[1])];
  const hit = round.keys.find((key) => key.code === 'decade') ?? arabicDecade(round);
  if (hit === undefined) return [];
  const word = (round.tokens[hit.from]?.fold ?? '').replace(/^(?:وب|ب|ف|ل)?(?:ال)?/, '');
  const value = tens[word] ?? tens[word.replace(/(?:ينات|ينيات|يني|ينيه)$/, '')];
  return value === undefined ? [] : [value];
}

function arabicDecade(round: Round): Hit | undefined {
  if (!round.text.fold.includes('ين')) return undefined;
  const at = round.tokens.findIndex((token) => /^(?:ب|في)?ال?(?:عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)ا?ت$/.test(token.fold));
  return at < 0 ? undefined : { code: 'decade', from: at, to: at + 1 };
}
