import { reportsIn } from '../report.ts';
import { addressesIn } from './address.ts';
import { allOf } from './allOf.ts';
import { accountIn, cardIn, ibanDigitsIn, ibansIn, securityCodesIn } from './bank.ts';
import { birthsIn } from './birth.ts';
import { codesIn, passwordsIn } from './codes.ts';
import type { Hit, Sight } from './hit.ts';
import { emailsIn, linksIn } from './links.ts';
import { namesIn } from './names.ts';
import { namedIdIn, pansIn, shapedIdIn } from './nationalIds.ts';
import { type Row, rowsOf } from './numbers.ts';
import { mrzIn, passportsIn } from './passport.ts';
import { phoneIn } from './phone.ts';
import { recordsIn } from './records.ts';
import { gaps, type Span } from './spans.ts';

type Add = (hit: Hit | null) => void;

/** All that is private in a text, in its order: finders come in the order of their right to it, an earlier hit keeps its characters. */
export function hitsIn(sight: Sight, tokens: readonly Span[]): Hit[] {
  const taken: Span[] = [...tokens];
  const hits: Hit[] = [];
  const add: Add = (hit) => {
    if (hit === null || hit.to <= hit.from || taken.some((one) => one.from < hit.to && hit.from < one.to)) return;
    taken.push(hit);
    hits.push(hit);
  };
  for (const report of reportsIn(sight.text))
    for (const gap of gaps(report, tokens)) add({ type: 'medical_text', ...gap });
  passwordsIn(sight).forEach(add);
  emailsIn(sight).forEach(add);
  linksIn(sight).forEach(add);
  mrzIn(sight).forEach(add);
  ibansIn(sight).forEach(add);
  if (/\d/.test(sight.text)) numbersIn(sight, add);
  namesIn(sight).forEach(add);
  return hits.filter((hit) => sight.text.slice(hit.from, hit.to).trim() !== '').sort((a, b) => a.from - b.from);
}

function numbersIn(sight: Sight, add: Add): void {
  const rows = rowsOf(sight.text);
  const dates = datesIn(sight.text);
  const undated = rows.filter((row) => !dates.some((date) => date.from < row.to && row.from < date.to));
  const each = (find: (sight: Sight, row: Row) => Hit | null) => {
    for (const row of rows) add(find(sight, row));
  };
  const births = birthsIn(sight);
  for (const hit of births) if (hit.to - hit.from > 4) add(hit);
  each(ibanDigitsIn);
  each(cardIn);
  passportsIn(sight).forEach(add);
  each((_, row) => (row.digits.length >= 10 ? namedIdIn(sight, row) : null));
  each(accountIn);
  for (const row of undated) if (row.digits.length < 10) add(namedIdIn(sight, row));
  pansIn(sight).forEach(add);
  codesIn(sight).forEach(add);
  recordsIn(sight).forEach(add);
  for (const row of undated) add(phoneIn(sight, row));
  for (const row of undated) add(shapedIdIn(sight, row));
  births.forEach(add);
  securityCodesIn(sight).forEach(add);
  addressesIn(sight).forEach(add);
}

const day =
  /(?<!\d|\d[-/.])(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|(?:19|20|14)\d\d([/.-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?!\d|[-/.]\d{3})/g;

/** Plain days: their digits belong to no number, nor do those of two days joined by a dash. */
function datesIn(text: string): Span[] {
  return allOf(day, text).map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
