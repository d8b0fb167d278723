import words from '../words/private.json' with { type: 'json' };
import { after, anyOf, before, type Hit, type Sight } from './hit.ts';

const mrnNamed = anyOf(words.mrn);
const insuranceNamed = anyOf(words.insurance_no);
const otpNamed = anyOf(words.otp);
const phoneNamed = anyOf(words.phone);
const longestCode = 24;

/** Numbers of a hospital's or an insurer's file, and codes and passwords: told by the word before them alone. */
export function recordsIn(sight: Sight): Hit[] {
  const anyNamed = mrnNamed.test(sight.text) || insuranceNamed.test(sight.text) || otpNamed.test(sight.text);
  if (!anyNamed) return [];
  const hits: Hit[] = [];
  for (const match of sight.text.matchAll(
    /(?<![a-z0-9])(?:[a-z]{1,6}[-/]?){0,2}\d[a-z0-9]*(?:[-/.]?[a-z0-9]+){0,5}/g,
  )) {
    const shown = match[0].slice(0, longestCode);
    const digits = shown.replace(/\D/g, '').length;
    const context = before(sight.text, match.index, 26);
    const to = match.index + shown.length;
    if (/^mvm-/.test(shown)) continue;
    if (phoneNamed.test(context.slice(-14)) || /^(?:05\d{8}|00\d{9,})$/.test(shown)) continue;
    const type = typeOf(context, digits, shown);
    if (type !== null && !isQuantity(shown, after(sight.text, to, 10))) hits.push({ type, from: match.index, to });
  }
  return hits;
}

function typeOf(context: string, digits: number, shown: string): 'insurance_no' | 'mrn' | 'otp' | null {
  const at = {
    insurance_no: last(insuranceNamed, context),
    mrn: last(mrnNamed, context),
    otp: last(otpNamed, context),
  };
  if (at.otp >= 0 && at.otp >= at.mrn && digits >= 4 && digits <= 8 && /^[a-z0-9@#!-]{4,12}$/.test(shown)) return 'otp';
  if (at.insurance_no > at.mrn && digits >= 4) return 'insurance_no';
  return at.mrn >= 0 && digits >= 4 ? 'mrn' : null;
}

function last(pattern: RegExp, context: string): number {
  return context.search(pattern);
}

/** A year, a date, an amount or a percentage, not the number of a file. */
function isQuantity(shown: string, next: string): boolean {
  if (/^(?:19|20)\d\d$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?$/.test(shown)) return true;
  return /^ ?(?:ريال|درهم|دينار|دولار|riyal|dirham|dinar|usd|sar|aed|%|days|ايام|يوم|mg|ml|code)/.test(next);
}
