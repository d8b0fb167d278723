import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import words from '../words/private.json' with { type: 'json' };
import { after, anyOf, before, type Hit, type Sight } from './hit.ts';
import type { Row } from './numbers.ts';

const named = anyOf(words.phone);
const notPhone = anyOf(words.notId);
const gulf = ['SA', 'AE', 'KW', 'QA', 'BH', 'OM'] as const;
/** Calling codes that people here write without a plus. */
const callingCode = /^(?:966|971|965|974|973|968|962|964|961|963|967|20|249|7|44|91|92|63|1|90|49|33)/;

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
  if (callingCode.test(digits) && digits.length >= 10 && valid(`+${digits}`) !== null) return hit(from, to, valid(`+${digits}`) ?? undefined);
  const says = named.test(before(sight.text, from));
  const countries = sight.country === undefined ? gulf : [sight.country, ...gulf];
  const fitting = [...new Set(countries.filter((country) => valid(digits, country) === country))];
  if (digits.startsWith('0')) {
    if (digits.length < 9 || digits.length > 11) return null;
    return hit(from, to, sight.country !== undefined && fitting.includes(sight.country) ? sight.country : undefined);
  }
  if (says && digits.length <= 12) return hit(from, to, fitting.length === 1 ? fitting[0] : undefined);
  if (isDate(digits) || fitting.length === 0 || row.groups > 3 || notPhone.test(before(sight.text, from, 15)) || notPhone.test(after(sight.text, to, 8))) return null;
  if (/\d[/.]/.test(sight.text.slice(from, to))) return null;
  const own = sight.country !== undefined && fitting.includes(sight.country);
  return hit(from, to, own ? sight.country : fitting.length === 1 ? fitting[0] : undefined);
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
  return /^(?:19|20|14)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits) || /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20|14)\d\d$/.test(digits);
}
