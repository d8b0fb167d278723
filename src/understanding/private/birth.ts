import type { AgeGroup } from '../values.ts';
import { allOf } from './allOf.ts';
import { after, before, type Hit, kindsBefore, type Sight } from './hit.ts';
import { label } from './labels.ts';

const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|محرم|صفر|ربيع|جماد|رجب|شعبان|رمضان|شوال|ذو|ذي|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين';
const numeric =
  /(?<!\d)(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(\d{4}|\d{2})|(\d{4}) ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,2})(?!\d)/g;
/** A day without separators, day or year first; only where a word says what it is. */
const compact =
  /(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])((?:19|20|1[34])\d\d)|((?:19|20|1[34])\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;
const worded = new RegExp(
  `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?-?(?:${months})(?:[^\\d\\n]{0,16}(\\d{4})|[a-z]{0,7}[ ,.'-]{1,3}(\\d{2}))(?!\\d)|(?<![a-z])(?:${months})[a-z]{0,7}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`,
  'g',
);
const yearOnly =
  /(?<!\d)(\d{4}|(?<=مواليد ?|مواليد (?:سنه|عام) |mawaleed |born in '?|born '?)\d{2}|(?<!عمر.{0,4} )\d{2}(?= ?مواليد))(?!\d)/g;
/** "ولد" is also a son: it tells of a birth only before a time. */
const wasBorn = /(?<![\u0621-\u064a])(?:ان)?ولدت? (?:عام|سنه|في|يوم|بتاريخ)/;
const saidAfter = /^ ?(?:ميلاد(?!ي)|مواليد|г\.|born|dob)/;

/** Dates of birth: near a word that says so, with the band (R005); other dates so old that they may be one, without it. */
export function birthsIn(sight: Sight): Hit[] {
  const text = sight.text;
  const hits: Hit[] = [];
  const hasName = (sight.kinds & label.born) !== 0 || wasBorn.test(text);
  for (const pattern of hasName ? [numeric, compact, worded, yearOnly] : [numeric, worded]) {
    for (const match of allOf(pattern, text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const written = match[1] ?? match[2] ?? match[3] ?? '';
      const year = gregorian(Number(written), sight.today);
      const age = Number(sight.today.slice(0, 4)) - year;
      if (age < 0 || age > 120 || hits.some((one) => one.from < to && from < one.to)) continue;
      const named = (kindsBefore(sight, from, 28) & label.born) !== 0;
      if (hasName && (named || wasBorn.test(before(text, from, 28)) || saidAfter.test(after(text, to, 12)))) {
        hits.push({ type: 'dob', from, to, detail: bandOf(birthAge(match[0], year, sight.today)) });
      } else if (
        (pattern === numeric || pattern === worded) &&
        written.length === 4 &&
        mayBeBirth(text, from, to, age)
      ) {
        hits.push({ type: 'dob', from, to });
      }
    }
  }
  return hits;
}

/** A date of the last years is that of a report; no report is older than the second number. */
const yearsOfReports = [12, 40] as const;
const event =
  /عملي|اصيب|تقرير|تشخيص|تحليل|تحاليل|اشع|حادث|زياره|فحص|surg|operat|report|diagnos|scan|mri|x-ray|biops|accident|visit|test/;
const leads =
  /(?:(?<![\u0621-\u064a])(?:في|من|بتاريخ|يوم|منذ|الي|حتي)|(?<![a-z])(?:on|in|since|from|dated|until|to|of)) ?$/;

/** A date that stands by itself and is too old for a journey: masked, and no age is read from it. */
function mayBeBirth(text: string, from: number, to: number, age: number): boolean {
  if (age > yearsOfReports[1]) return true;
  const lead = before(text, from);
  return age > yearsOfReports[0] && !leads.test(lead) && !event.test(lead) && !event.test(after(text, to));
}

/** The Gregorian year of a year as written: Hijri, two digits or plain. */
function gregorian(year: number, today: string): number {
  if (year >= 1300 && year <= 1500) return Math.round(year * 0.970224 + 621.5774);
  if (year < 100) return year > Number(today.slice(2, 4)) ? 1900 + year : 2000 + year;
  return year;
}

/** Age in years; of a date in the day-first Gregorian form to the day, else by the year. */
function birthAge(shown: string, year: number, today: string): number {
  const spaced = shown.replace(/^(\d\d)(\d\d)(\d{4})$/, (all, day: string, month: string, end: string) =>
    Number(month) > 12 || Number(end) < 1300
      ? `${all.slice(0, 4)}/${all.slice(4, 6)}/${all.slice(6)}`
      : `${day}/${month}/${end}`,
  );
  const parts = spaced.split(/ ?[/.-] ?/).map(Number);
  const age = Number(today.slice(0, 4)) - year;
  if (parts.length !== 3 || parts.some(Number.isNaN) || parts.some((part) => part >= 1300 && part <= 1500)) return age;
  const [first = 0, month = 0, third = 0] = parts;
  const day = first > 31 ? third : first;
  const passed = Number(today.slice(5, 7)) * 100 + Number(today.slice(8, 10)) >= month * 100 + day;
  return passed || age === 0 ? age : age - 1;
}

function bandOf(age: number): AgeGroup {
  if (age < 2) return '0-1';
  if (age < 13) return '2-12';
  if (age < 18) return '13-17';
  if (age < 40) return '18-39';
  return age < 60 ? '40-59' : '60+';
}
