import { mapped } from '../normalise.ts';
import { reportIn } from '../report.ts';
import { addressesIn } from './address.ts';
import { allOf } from './allOf.ts';
import { accountIn, cardIn, ibanDigitsIn, ibansIn, securityCodesIn } from './bank.ts';
import { birthsIn } from './birth.ts';
import { mayBePrivate } from './clues.ts';
import { codesIn, passwordsIn } from './codes.ts';
import type { Hit, Sight } from './hit.ts';
import { labelsIn } from './labels.ts';
import { emailsIn, linksIn } from './links.ts';
import { namesIn } from './names.ts';
import { namedIdIn, shapedIdIn } from './nationalIds.ts';
import { rowsOf } from './numbers.ts';
import { parted } from './parted.ts';
import { mrzIn, passportsIn } from './passport.ts';
import { phoneIn } from './phone.ts';
import type { PrivateType } from './privateTypes.ts';
import { recordsIn } from './records.ts';
import { withDigits } from './spelled.ts';
import { tokenFor, tokenSpans, withoutTokens } from './tokens.ts';

/** A longer text is an archive, not a message: what stands behind this is dropped unread, so that nothing of it is kept. */
export const longestText = 8_000;

/**
 * Replaces what the first step does not need and must not keep (`domain.md` 2.2) by tokens in the original text. Only an
 * age band and the country of a phone number survive. Masking again changes nothing.
 *
 * @param today the day on which the message is read, `YYYY-MM-DD`, for the age band
 * @param country the person's country, if known (ISO alpha-2): decides what local numbers are
 */
export function mask(text: string, today: string, country?: string): { text: string; found: PrivateType[] } {
  const { text: masked, found } = privateIn(text, today, country);
  return { text: masked, found: [...new Set(found.map((one) => one.type))] };
}

/** The same, with what was replaced as it was written: for those who show it to the person it came from, never to be kept. */
export function privateIn(text: string, today: string, country?: string): { text: string; found: Masked[] } {
  let masked = withoutTokens(text).length > longestText ? cut(text) : text;
  const found: Masked[] = [];
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const once = maskOnce(masked, today, country);
    if (once.found.length === 0) break;
    masked = once.text;
    found.push(...once.found);
  }
  return { text: masked, found };
}

/** One thing that was replaced, and its own words. */
type Masked = { type: PrivateType; text: string };

/** What one pass covers may have hidden its neighbour: it is looked at again until nothing more is found. */
const mostPasses = 8;

function maskOnce(text: string, today: string, country?: string): { text: string; found: Masked[] } {
  if (!mayBePrivate(text)) return { text, found: [] };
  const seen = parted(withDigits(mapped(text)));
  const tokens = tokenSpans(seen.text);
  const labels = outside(labelsIn(seen.text), tokens);
  const kinds = labels.reduce((all, one) => all | one.kinds, 0);
  const sight: Sight = { ...seen, labels, kinds, raw: text, today, ...(country === undefined ? {} : { country }) };
  const hits = free(hitsIn(sight, tokens), sight);
  let masked = '';
  let at = 0;
  for (const hit of hits) {
    masked += text.slice(at, sight.at[hit.from]) + tokenFor(hit.type, hit.detail);
    at = sight.at[hit.to] ?? text.length;
  }
  const found = hits.map((hit) => ({ type: hit.type, text: text.slice(sight.at[hit.from], sight.at[hit.to]) }));
  return { text: masked + text.slice(at), found };
}

/** Cut between words, and before digits that may go on, so that no identifier is left in half. */
function cut(text: string): string {
  let end = longestText - 1;
  while (end > longestText - 100 && !/\s/.test(text[end] ?? '')) end -= 1;
  while (end > 0 && /[\p{N}\s.\-/:|*]$/u.test(text.slice(Math.max(0, end - 2), end)))
    end -= /[\udc00-\udfff]$/.test(text.slice(0, end).slice(-1)) ? 2 : 1;
  return `${text.slice(0, end)}…`;
}

type Span = { from: number; to: number };

/** Hits in the order of their right to the text: an earlier one keeps its characters. */
function hitsIn(sight: Sight, tokens: readonly Span[]): Hit[] {
  const taken: Span[] = [...tokens];
  const hits: Hit[] = [];
  const add = (hit: Hit | null) => {
    if (hit === null || hit.to <= hit.from || taken.some((one) => one.from < hit.to && hit.from < one.to)) return;
    taken.push(hit);
    hits.push(hit);
  };
  const report = reportIn(sight.text);
  if (report !== null) for (const gap of gaps(report, tokens)) add({ type: 'medical_text', ...gap });
  passwordsIn(sight).forEach(add);
  emailsIn(sight).forEach(add);
  linksIn(sight).forEach(add);
  mrzIn(sight).forEach(add);
  ibansIn(sight).forEach(add);
  if (/\d/.test(sight.text)) digitsIn(sight, add);
  namesIn(sight).forEach(add);
  return hits;
}

function digitsIn(sight: Sight, add: (hit: Hit | null) => void): void {
  const rows = rowsOf(sight.text);
  const dates = datesIn(sight.text);
  const undated = rows.filter((row) => !dates.some((date) => date.from < row.to && row.from < date.to));
  const each = (find: (sight: Sight, row: (typeof rows)[number]) => Hit | null) => {
    for (const row of rows) add(find(sight, row));
  };
  birthsIn(sight)
    .filter((hit) => hit.to - hit.from > 4)
    .forEach(add);
  each(ibanDigitsIn);
  each(cardIn);
  passportsIn(sight).forEach(add);
  each((_, row) => (row.digits.length >= 10 ? namedIdIn(sight, row) : null));
  each(accountIn);
  for (const row of undated) if (row.digits.length < 10) add(namedIdIn(sight, row));
  codesIn(sight).forEach(add);
  recordsIn(sight).forEach(add);
  for (const row of undated) add(phoneIn(sight, row));
  for (const row of undated) add(shapedIdIn(sight, row));
  birthsIn(sight).forEach(add);
  securityCodesIn(sight).forEach(add);
  addressesIn(sight).forEach(add);
}

/** Plain days: their digits belong to no number, nor do those of two days joined by a dash. */
function datesIn(text: string): Span[] {
  return allOf(day, text).map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

const day =
  /(?<!\d|\d[-/.])(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|(?:19|20|14)\d\d([/.-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?!\d|[-/.]\d{3})/g;

/** What does not stand in a token: its name is no label. Both come in their order. */
function outside<T extends Span>(spans: readonly T[], tokens: readonly Span[]): T[] {
  if (tokens.length === 0) return [...spans];
  let next = 0;
  return spans.filter((one) => {
    while ((tokens[next]?.to ?? Number.POSITIVE_INFINITY) <= one.from) next += 1;
    return one.from < (tokens[next]?.from ?? Number.POSITIVE_INFINITY);
  });
}

/** The parts of a span that no token covers. */
function gaps(span: Span, tokens: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let from = span.from;
  for (const token of tokens) {
    if (token.to <= span.from || token.from >= span.to) continue;
    if (token.from > from) parts.push({ from, to: token.from });
    from = Math.max(from, token.to);
  }
  if (from < span.to) parts.push({ from, to: span.to });
  return parts;
}

function free(hits: readonly Hit[], sight: Sight): Hit[] {
  return [...hits].sort((a, b) => a.from - b.from).filter((hit) => sight.text.slice(hit.from, hit.to).trim() !== '');
}
