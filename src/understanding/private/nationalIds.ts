import { allOf } from './allOf.ts';
import { after, before, type Hit, isSomethingElse, kindsAfter, kindsBefore, nearestBefore, type Sight } from './hit.ts';
import { label } from './labels.ts';
import { luhn, type Row } from './numbers.ts';
import type { PrivateType } from './privateTypes.ts';

/** Labels of identity numbers. */
const ids =
  label.saudi_id | label.kuwait_civil_id | label.qatar_qid | label.bahrain_cpr | label.oman_civil_id | label.other_id;
/** Labels of other numbers: what stands right behind one of them is no identity number. */
const others = label.mrn | label.insurance_no | label.account | label.passport | label.otp;
const countryNamed = {
  KW: /كويت|kuwait|\bq8\b/,
  QA: /قطر|qatar/,
  BH: /بحرين|bahrain/,
  OM: /عمان|oman/,
  SA: /سعودي|saudi|ksa/,
};

/** A word for any identity paper, with nothing between it and the number. */
const rightBefore =
  /(?:(?<![a-z])id|هوي(?:ه|ته|تها|تي)|اقام(?:ه|ته|تها|تي)) ?(?:no|number|num|card|is|رقم|رقمها)?[\s.:#=-]{0,3}$/;

/** An identity number that a word nearby names (`domain.md` 2.2): such a word beats the look of a phone number. */
export function namedIdIn(sight: Sight, row: Row): Hit | null {
  const { digits, from, to } = row;
  if (digits.length < 6 || digits.length > 15 || row.glued) return null;
  if (/^784\d{12}$/.test(digits)) return hit('emirates_id', row);
  if ((sight.kinds & ids) === 0) return null;
  const kinds = kindsBefore(sight, from) | kindsAfter(sight, to, 24);
  if ((kinds & ids) === 0 || isNamedOtherwise(sight, from)) return null;
  const is = (type: 'saudi_id' | 'kuwait_civil_id' | 'qatar_qid' | 'bahrain_cpr' | 'oman_civil_id' | 'other_id') =>
    (kinds & label[type]) !== 0;
  const context = `${before(sight.text, from)} ${after(sight.text, to, 24)}`;
  if (digits.length === 12 && is('kuwait_civil_id')) return hit('kuwait_civil_id', row);
  if (digits.length === 11 && /^[23]/.test(digits) && is('qatar_qid')) return hit('qatar_qid', row);
  const bahraini = countryNamed.BH.test(context);
  if ((digits.length === 9 || (digits.length === 8 && bahraini)) && (is('bahrain_cpr') || (bahraini && is('other_id'))))
    return hit('bahrain_cpr', row);
  const omani = is('oman_civil_id') || (countryNamed.OM.test(context) && (is('other_id') || is('saudi_id')));
  if ((digits.length === 8 || digits.length === 7) && omani && !countryNamed.KW.test(context))
    return hit('oman_civil_id', row);
  if (/^[12]\d{9}$/.test(digits) && is('saudi_id')) return hit('saudi_id', row);
  if (digits.length === 15 && is('other_id')) return hit('emirates_id', row);
  if (!is('other_id') && !is('kuwait_civil_id') && !rightBefore.test(before(sight.text, from, 16))) return null;
  return /[/.]/.test(sight.text.slice(from, to)) && row.groups === 3 && digits.length < 10
    ? null
    : hit('other_id', row);
}

/** Whether the nearest label before a number is that of a number of another kind. */
function isNamedOtherwise(sight: Sight, from: number): boolean {
  const nearest = nearestBefore(sight, from, ids | others | label.phone);
  return nearest !== null && (nearest.kinds & ids) === 0;
}

/** An identity number told by its shape and checksum alone. */
export function shapedIdIn(sight: Sight, row: Row): Hit | null {
  const { digits, from, to, glued } = row;
  if (glued || row.groups > 4) return null;
  if (/^784(?:19|20)\d{10}$/.test(digits)) return hit('emirates_id', row);
  if (/^[12]\d{9}$/.test(digits) && luhn(digits)) return hit('saudi_id', row);
  if (/^[23]\d{11}$/.test(digits) && (kuwaitCheck(digits) || (isKuwaitBirth(digits) && sight.country === 'KW')))
    return hit('kuwait_civil_id', row);
  if (/^[23]\d{10}$/.test(digits) && isoNumeric.has(digits.slice(3, 6))) return hit('qatar_qid', row);
  if (/^\d{9}$/.test(digits) && sight.country === 'BH' && /^\d\d(?:0[1-9]|1[0-2])/.test(digits) && row.groups === 1)
    return hit('bahrain_cpr', row);
  if (/^\d{10,}$/.test(digits) && row.groups === 1 && isLoneLongNumber(sight, from, to)) return hit('other_id', row);
  return null;
}

const pan = /(?<![a-z0-9])[a-z]{5} ?\d{4}[a-z](?![a-z0-9])/g;

/** Indian tax cards: five letters, four digits, a letter, where such a card or any identity paper is spoken of. */
export function pansIn(sight: Sight): Hit[] {
  if ((sight.kinds & ids) === 0) return [];
  return allOf(pan, sight.text).map(({ index, 0: shown }) => ({
    type: 'other_id',
    from: index,
    to: index + shown.length,
  }));
}

function hit(type: PrivateType, row: Row): Hit {
  return { type, from: row.from, to: row.to };
}

/** Ten digits or more in one piece are nobody's price, date or number of travellers. */
function isLoneLongNumber(sight: Sight, from: number, to: number): boolean {
  return !isSomethingElse(sight, from, to);
}

const weights = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of a Kuwaiti civil id, and a day of birth that exists. */
function kuwaitCheck(digits: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return 11 - (sum % 11) === Number(digits[11]) && isKuwaitBirth(digits);
}

function isKuwaitBirth(digits: string): boolean {
  return /^[23]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits);
}

/** ISO 3166 numeric codes: three digits of a Qatari id. */
const isoNumeric = new Set(
  (
    '004 008 012 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070 072 076 084 090 096 100 104 108 112 116 120 124 ' +
    '132 140 144 148 152 156 158 170 174 178 180 188 191 192 196 203 204 208 212 214 218 222 226 231 232 233 242 246 250 262 266 268 ' +
    '270 275 276 288 300 308 320 324 328 332 340 344 348 352 356 360 364 368 372 376 380 384 388 392 398 400 404 408 410 414 417 418 ' +
    '422 426 428 430 434 440 442 450 454 458 462 466 470 478 480 484 496 498 499 504 508 512 516 524 528 554 558 562 566 578 586 591 ' +
    '598 600 604 608 616 620 624 626 634 642 643 646 682 686 688 690 694 702 703 704 705 706 710 716 724 728 729 740 748 752 756 760 ' +
    '762 764 768 776 780 784 788 792 795 798 800 804 807 818 826 834 840 854 858 860 862 882 887 894'
  ).split(' '),
);
