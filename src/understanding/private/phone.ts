import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { after, type Hit, isSomethingElse, kindsBefore, namedBehind, type Sight } from './hit.ts';
import { label } from './labels.ts';
import type { Row } from './numbers.ts';

const named = label.phone | label.number;
/** The Gulf, with how long a number is there without its calling code; a check of its kind costs more than this one. */
const gulf = { SA: [9, 9], AE: [8, 9], KW: [8, 8], QA: [8, 8], BH: [8, 8], OM: [8, 8] } as const;
const gulfWith = (digits: number): string[] =>
  Object.entries(gulf).flatMap(([country, [least, most]]) => (digits < least || digits > most ? [] : [country]));
/** Calling codes that people here write without a plus. */
const callingCode = /^(?:966|971|965|974|973|968|962|964|961|963|967|20|249|7|44|91|92|63|1|90|49|33)/;

/** What counts money, days or people is no phone. */
const saysAmount = /^ ?(?:ريال|درهم|دينار|دولار|روبل|riyal|dirham|dinar|usd|sar|aed|kwd|qar|%)/;

/** A telephone number of a row of digits, with its country when that can be told; libphonenumber decides what is one. */
export function phoneIn(sight: Sight, row: Row): Hit | null {
  const { digits, from, to, glued } = row;
  if (glued || digits.length < 7 || digits.length > 15) return null;
  const sign = plusAt(sight.text, from);
  if (sign >= 0 || digits.startsWith('00')) {
    const number = parsePhoneNumberFromString(`+${digits.replace(/^00/, '')}`);
    if (number?.isPossible() !== true) return sign >= 0 && digits.length >= 10 ? hit(sign, to) : null;
    return hit(sign >= 0 ? sign : from, to, number.country);
  }
  if (callingCode.test(digits) && digits.length >= 10) {
    const country = valid(`+${digits}`);
    if (country !== null) return hit(from, to, country === '' ? undefined : country);
  }
  const own = (country: string | undefined) =>
    country !== undefined && valid(digits, country) === country ? country : undefined;
  if (digits.startsWith('0')) return digits.length < 9 || digits.length > 11 ? null : hit(from, to, own(sight.country));
  const says = isNamed(sight, row);
  if (says ? digits.length > 12 : isNoPhone(sight, row)) return null;
  const fitting = [...new Set([sight.country, ...gulfWith(digits.length)])].filter(
    (country) => own(country) !== undefined,
  );
  if (!says && fitting.length === 0) return null;
  return hit(
    from,
    to,
    says || fitting[0] !== sight.country ? (fitting.length === 1 ? fitting[0] : undefined) : sight.country,
  );
}

function isNamed(sight: Sight, row: Row): boolean {
  if ((sight.kinds & named) === 0 || saysAmount.test(after(sight.text, row.to, 12))) return false;
  if (isSomethingElse(sight, row.from, row.to)) return false;
  return (kindsBefore(sight, row.from) & named) !== 0 || namedBehind(sight, row.to, named) !== null;
}

/** What no word calls a phone, and looks or is said to be something else; asked before the costly check of its country. */
function isNoPhone(sight: Sight, row: Row): boolean {
  if (row.groups > 3 || isDate(row.digits) || /\d[/.]/.test(sight.text.slice(row.from, row.to))) return true;
  return isSomethingElse(sight, row.from, row.to);
}

function hit(from: number, to: number, detail?: string): Hit {
  return { type: 'phone', from, to, ...(detail === undefined ? {} : { detail }) };
}

function valid(number: string, country?: string): string | null {
  const parsed = parsePhoneNumberFromString(number, country as CountryCode | undefined);
  return parsed?.isValid() === true ? (parsed.country ?? '') : null;
}

/** Where a plus stands right before the digits, perhaps with a bracket or a space between; else -1. */
function plusAt(text: string, from: number): number {
  const part = text.slice(Math.max(0, from - 3), from);
  const at = part.search(/\+[ (]{0,2}$/);
  return at < 0 ? -1 : Math.max(0, from - 3) + at;
}

/** Eight digits that are a day written without separators. */
function isDate(digits: string): boolean {
  if (digits.length !== 8) return false;
  return (
    /^(?:19|20|14)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits) ||
    /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20|14)\d\d$/.test(digits)
  );
}
