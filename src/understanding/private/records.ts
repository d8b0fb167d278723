import { allOf } from './allOf.ts';
import { after, type Hit, namedBehind, nearestBefore, type Sight } from './hit.ts';
import { kindsIn, label } from './labels.ts';
import type { Mark } from './stems.ts';

const shape = /(?<![a-z0-9])(?:[a-z]{1,6}[-/ ]?){0,2}\d[a-z0-9]*(?:[-/.]?[a-z0-9]+){0,5}/g;
const longestCode = 24;
const records = label.mrn | label.insurance_no | label.otp;
/** Labels of other numbers: the nearest label names a number. */
const others = label.phone | label.passport | label.account | label.notId;
/** Between a label and its number may stand the name of the hospital or the insurer. */
const span = 44;

/** Numbers of a hospital's or an insurer's file, and codes and passwords: told by the nearest word before them, or the one behind. */
export function recordsIn(sight: Sight): Hit[] {
  if ((sight.kinds & records) === 0) return [];
  const hits: Hit[] = [];
  for (const match of allOf(shape, sight.text)) {
    const all = match[0].slice(0, longestCode);
    // letters a space away belong to the number only where they could be nothing else: "KF 223344", not "is 223344"
    const shown =
      /^[a-z/-]+ /.test(all) && !isOneWord(sight, match.index, all) ? all.slice(all.lastIndexOf(' ') + 1) : all;
    const from = match.index + all.length - shown.length;
    const to = from + shown.length;
    if (/^mvm-/.test(shown) || /^(?:05\d{8}|00\d{9,})$/.test(shown)) continue;
    const mark = nearestBefore(sight, from, records | others, span) ?? namedBehind(sight, to, records);
    if (mark === null || isQuantity(shown, after(sight.text, to, 10))) continue;
    const type = typeOf(sight, mark, shown, from);
    if (type !== null) hits.push({ type, from, to });
  }
  return hits;
}

/** Whether the space was not typed but put there to part letters from digits, and the letters are no label. */
function isOneWord(sight: Sight, from: number, all: string): boolean {
  const space = from + all.lastIndexOf(' ');
  return sight.at[space] === sight.at[space + 1] && kindsIn(all.slice(0, all.lastIndexOf(' '))) === 0;
}

function typeOf(sight: Sight, mark: Mark, shown: string, from: number): 'insurance_no' | 'mrn' | 'otp' | null {
  const digits = shown.replace(/\D/g, '').length;
  if (digits < 4 || (mark.kinds & label.notId) !== 0) return null;
  const between = mark.to <= from ? sight.text.slice(mark.to, from) : '';
  if (amounts.test(between) || between.length > 40) return null;
  if ((mark.kinds & label.insurance_no) !== 0) return 'insurance_no';
  if ((mark.kinds & label.mrn) !== 0) return 'mrn';
  const code = digits <= 8 && /^[a-z0-9@#!-]{4,12}$/.test(shown) && between.length < 27 && !notCode(sight, from);
  return (mark.kinds & label.otp) !== 0 && code ? 'otp' : null;
}

function notCode(sight: Sight, from: number): boolean {
  return nearestBefore(sight, from, label.not_code, 26) !== null;
}

const amounts =
  /cover|limit|pays?(?![a-z])|up to|max|worth|amount|يغطي|تغطي|غطي|تدفع|يدفع|لغايه|لحد|حدود|سقف|مبلغ|expire|valid|since|until|size|صفح|page|\n\n/;

/** A year, a date, an amount or a percentage, not the number of a file. */
function isQuantity(shown: string, next: string): boolean {
  if (
    /^(?:19|20)\d\d$|^(?:[0-2]?\d|3[01])[/.-](?:0?\d|1[0-2])[/.-]\d{2,4}$|^\d{1,2}[/.-](?:19|20)\d\d$|^(?:19|20|14)\d\d[/-]\d{1,2}(?:[/-]\d{1,2})?$/.test(
      shown,
    )
  )
    return true;
  if (/^[1-9]\d?0{3,5}$/.test(shown)) return true;
  return /^ ?(?:ريال|درهم|دينار|دولار|riyal|dirham|dinar|usd|sar|aed|kwd|qar|%|days|ايام|يوم|mg|ml|kb|mb|gb|صفح|صور|page|image|code|km|كم |كيلو|am(?![a-z])|pm(?![a-z]))/.test(
    next,
  );
}
