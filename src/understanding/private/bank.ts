import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import { allOf } from './allOf.ts';
import { after, before, type Hit, kindsAfter, kindsBefore, namedBehind, nearestBefore, type Sight } from './hit.ts';
import { label } from './labels.ts';
import { luhn, type Row } from './numbers.ts';

/** Two letters, two digits, then up to 30 characters in groups; what follows the shape is cut by the check. */
const ibanShape = /(?<![a-z0-9])[a-z]{2}[ \n._/-]?\d{2}(?:[ \n._/-]?[a-z0-9]){11,30}/g;
const ibanCountries = /^(?:sa|ae|kw|qa|bh|om|ru|jo|lb|eg|iq|tr|de|gb|fr|nl|es|it|ch)/;
const ibanNamed = /iban|اي ?بان|ibn|i ban/;

/** IBANs, told by mod 97, by the country's own length, or by the word near them. */
export function ibansIn(sight: Sight): Hit[] {
  if (!/[a-z]{2}[ \n._/-]?\d{2}/.test(sight.text)) return [];
  const hits: Hit[] = [];
  for (const match of allOf(ibanShape, sight.text)) {
    const to = endOfIban(match[0]);
    const named = ibanNamed.test(before(sight.text, match.index)) && /\d/.test(match[0].slice(4));
    if (to > 0) hits.push({ type: 'iban', from: match.index, to: match.index + to });
    else if ((named || ibanCountries.test(match[0])) && /(?:\d[ -]?){10}|(?:\d[ ._/-]?){16}/.test(match[0])) {
      hits.push({
        type: 'iban',
        from: match.index,
        to: match.index + (/^.*\d/.exec(match[0])?.[0].length ?? match[0].length),
      });
    }
  }
  return hits;
}

const specifications = getCountrySpecifications();

/** Where the valid IBAN at the start of this ends, for each country has its length; 0 if there is none. */
function endOfIban(shape: string): number {
  const wanted = specifications[shape.slice(0, 2).toUpperCase()]?.chars ?? null;
  if (wanted === null) return 0;
  let plain = '';
  for (let to = 0; to < shape.length; to += 1) {
    const sign = shape[to] ?? '';
    if (/[a-z0-9]/.test(sign)) plain += sign.toUpperCase();
    if (plain.length === wanted) return isValidIBAN(plain) ? to + 1 : 0;
  }
  return 0;
}

/** The digits of an IBAN without its letters, told by the word before them. */
export function ibanDigitsIn(sight: Sight, row: Row): Hit | null {
  if (row.digits.length < 10 || !ibanNamed.test(before(sight.text, row.from))) return null;
  return { type: 'iban', from: row.from, to: row.to };
}

/** A payment card: Luhn and the look or the name of one. */
export function cardIn(sight: Sight, row: Row): Hit | null {
  const { digits, from, to } = row;
  if (digits.length < 13 || digits.length > 19 || !/^[2-6]/.test(digits)) return null;
  const named = ((kindsBefore(sight, from) | kindsAfter(sight, to, 24)) & label.card) !== 0;
  const grouped = /^\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}$|^\d{4}[ -]\d{6}[ -]\d{5}$/.test(sight.text.slice(from, to));
  if (
    luhn(digits)
      ? !(named || grouped || row.groups <= 4 || digits.length === 16)
      : !((named || grouped) && digits.length === 16)
  )
    return null;
  return { type: 'card', from, to: endOfCard(sight.text, to) };
}

/** Expiry date and security code that follow a card go with it. */
const companions =
  /^[\s,;:|/-]{0,3}(?:و ?)?(?:(?:exp|expiry|expires|valid|thru|till|date|تاريخ(?:ها|ه)?|الانتهاء|انتهاء|تنتهي|صالحه|الي|حتي|and|و|cvv2?|cvc|cvn|الرمز|السري|رمز|الامان|الكود|والكود|والرمز|ورمز|والرقم|الرقم|كود|code|in|on|no|is)[\s:.=]{0,3}){0,4}(\d{1,4} ?[/-] ?\d{2,4}|\d{3,4})(?!\d)/;

function endOfCard(text: string, to: number): number {
  let end = to;
  for (let more = 0; more < 3; more += 1) {
    const match = companions.exec(text.slice(end, end + 60));
    if (match === null || !/[a-z\u0621-\u064a/]/.test(match[0])) break;
    end += match[0].length;
  }
  return end;
}

const securityCode =
  /(?:cvv2?|cvc|cvn|الر(?:مز|قم) السري(?: للبطاقه)?|رمز الامان|(?<![a-z])pin|security code|رقم الامان)(?: code| number| no| رقم)?(?: is| هو)?[\s:.=#-]{0,3}(\d{3,4})(?!\d)/g;

/** Security codes that stand away from their card. */
export function securityCodesIn(sight: Sight): Hit[] {
  if ((sight.kinds & label.card) === 0) return [];
  return allOf(securityCode, sight.text).map((match) => ({
    type: 'card',
    from: match.index + match[0].length - (match[1]?.length ?? 0),
    to: match.index + match[0].length,
  }));
}

const others = label.mrn | label.insurance_no | label.phone | label.passport | label.other_id | label.saudi_id;

/** A bank account, told by its name only. */
export function accountIn(sight: Sight, row: Row): Hit | null {
  if (row.digits.length < 6 || row.digits.length > 24 || (sight.kinds & label.account) === 0) return null;
  if (/^ ?[,.]?\d|^ ?%/.test(after(sight.text, row.to, 3)) || isAmount(sight, row)) return null;
  const nearest =
    nearestBefore(sight, row.from, label.account | others, 32) ?? namedBehind(sight, row.to, label.account);
  return nearest === null || (nearest.kinds & label.account) === 0
    ? null
    : { type: 'account', from: row.from, to: row.to };
}

/** A sum of money: thousands in full, or a currency behind it. */
function isAmount(sight: Sight, row: Row): boolean {
  if ((kindsAfter(sight, row.to, 9) & label.notId) !== 0) return true;
  return /^[1-9]\d{0,3}0{4,6}$/.test(row.digits) || /^\d{1,3}(?:,\d{3})+$/.test(sight.text.slice(row.from, row.to));
}
