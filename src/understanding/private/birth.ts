import type { AgeGroup } from '../values.ts';
import words from '../words/private.json' with { type: 'json' };
import { after, anyOf, before, type Hit, type Sight } from './hit.ts';

const named = anyOf(words.born);
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|محرم|صفر|ربيع|جماد|رجب|شعبان|رمضان|شوال|ذو|ذي|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين';
const numeric = /(?<!\d)(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(\d{4}|\d{2})|(\d{4}) ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,2})(?!\d)/g;
const worded = new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?-?(?:${months})[^\\d\\n]{0,16}(\\d{4}|\\d{2})(?!\\d)|(?<![a-z])(?:${months})[a-z]{0,7}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'g');
const yearOnly = /(?<!\d)(\d{4}|(?<=مواليد ?|mawaleed |born in |born )\d{2})(?!\d)/g;

/** Dates of birth: a date near a word that says so, or any date more than a year old that stands alone; the band is kept (R005). */
export function birthsIn(sight: Sight): Hit[] {
  const text = sight.text;
  const hits: Hit[] = [];
  const hasName = named.test(text);
  for (const pattern of hasName ? [numeric, worded, yearOnly] : [numeric, worded]) {
    for (const match of text.matchAll(pattern)) {
      const year = gregorian(Number(match[1] ?? match[2]), sight.today);
      const says = hasName && (named.test(before(text, match.index, 28)) || (pattern !== yearOnly && /^ ?(?:ميلاد|مواليد|г\.|born|dob)/.test(after(text, match.index + match[0].length, 12))));
      if (!says && !(pattern !== yearOnly && isOldBirth(year, sight.today) && standsAlone(text, match.index, match[0].length))) continue;
      const age = Number(sight.today.slice(0, 4)) - year;
      if (age < 0 || age > 120) continue;
      if (hits.some((one) => one.from < match.index + match[0].length && match.index < one.to)) continue;
      hits.push({ type: 'dob', from: match.index, to: match.index + match[0].length, detail: bandOf(birthAge(match[0], year, sight.today)) });
    }
  }
  return hits;
}

/** A date many years back is a birth; a date of last year is that of a report. */
const yearsOfReports = 12;

function isOldBirth(year: number, today: string): boolean {
  return Number(today.slice(0, 4)) - year > yearsOfReports;
}

function standsAlone(text: string, from: number, length: number): boolean {
  return !/(?:عمليه|اصيب|تقرير|surgery|operat|report|diagnos|since|from|منذ|من) ?$/.test(text.slice(Math.max(0, from - 16), from)) && length >= 6;
}

/** The Gregorian year of a year as written: Hijri, two digits or plain. */
function gregorian(year: number, today: string): number {
  if (year >= 1300 && year <= 1500) return Math.round(year * 0.970224 + 621.5774);
  if (year < 100) return year > Number(today.slice(2, 4)) ? 1900 + year : 2000 + year;
  return year;
}

/** Age in years; of a date in the day-first Gregorian form to the day, else by the year. */
function birthAge(shown: string, year: number, today: string): number {
  const parts = shown.split(/ ?[/.-] ?/).map(Number);
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
