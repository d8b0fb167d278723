import { mayBePrivate } from './clues.ts';
import { cut } from './cut.ts';
import { hitsIn } from './finders.ts';
import type { Sight } from './hit.ts';
import { labelsIn } from './labels.ts';
import { nearby } from './nearby.ts';
import { parted } from './parted.ts';
import type { PrivateType } from './privateTypes.ts';
import { seenOf } from './seen.ts';
import { outside, type Span } from './spans.ts';
import { withDigits } from './spelled.ts';
import { tokenFor, tokenSpans, withoutTokens } from './tokens.ts';

/**
 * Replaces what the first step does not need and must not keep (`domain.md` 2.2) by tokens in the original text. Only an
 * age band and the country of a phone number survive. Masking again changes nothing. A token may be longer than
 * a short value ("58" becomes ⟨dob:60+⟩), by no more than 13 characters.
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
  let masked = cut(text);
  let parts: Span[] = [{ from: 0, to: masked.length }];
  const found: Masked[] = [];
  for (let pass = 0; pass < mostPasses && parts.length > 0; pass += 1) {
    let next = '';
    let at = 0;
    const places: number[] = [];
    for (const part of parts) {
      const once = maskOnce(masked.slice(part.from, part.to), today, country);
      next += masked.slice(at, part.from);
      for (const place of once.places) places.push(next.length + place);
      next += once.text;
      at = part.to;
      found.push(...once.found);
    }
    masked = next + masked.slice(at);
    parts = places.length === 0 ? [] : nearby(masked, places);
  }
  return { text: masked, found };
}

/** One thing that was replaced, and its own words. */
type Masked = { type: PrivateType; text: string };

/** What one pass covers may have hidden its neighbour: what stands near is looked at again while it may hold anything. */
const mostPasses = 8;

/** One look at a text; `places`: where in the new text something was replaced. */
function maskOnce(text: string, today: string, country?: string): { text: string; found: Masked[]; places: number[] } {
  if (!mayBePrivate(withoutTokens(text))) return { text, found: [], places: [] };
  const seen = parted(withDigits(seenOf(text)));
  const tokens = tokenSpans(seen.text);
  const labels = outside(labelsIn(seen.text), tokens);
  const kinds = labels.reduce((all, one) => all | one.kinds, 0);
  const sight: Sight = { ...seen, labels, kinds, raw: text, today, ...(country === undefined ? {} : { country }) };
  const found: Masked[] = [];
  const places: number[] = [];
  let masked = '';
  let at = 0;
  for (const hit of hitsIn(sight, tokens)) {
    const [from, to] = [sight.at[hit.from] ?? at, sight.at[hit.to] ?? text.length];
    masked += text.slice(at, from);
    places.push(masked.length);
    masked += tokenFor(hit.type, hit.detail);
    found.push({ type: hit.type, text: text.slice(from, to) });
    at = to;
  }
  return { text: masked + text.slice(at), found, places };
}
