import type { Said } from './meaning.ts';
import { fold } from './normalise.ts';
import type { Spoken } from './spoken.ts';
import words from './words/sideQuestion.json' with { type: 'json' };

/** A longer message tells of itself where somebody lives or would go. */
const mostWords = 9;
const places: readonly string[] = ['country', 'city_or_clinic'];
const [matters, phrases] = [false, true].map((many) =>
  Object.values(words)
    .flat()
    .map((wording) => fold(wording))
    .filter((wording) => wording.includes(' ') === many),
);
const known = new Set(matters);

/**
 * The fields said without the place that a side question speaks of: "is there a branch in Kuwait?" and "how is the weather
 * in Moscow" say neither where the patient lives nor where they would go.
 */
export function withoutAside(said: Said[], spoken: Spoken): Said[] {
  if (spoken.words.length > mostWords || !said.some(({ field }) => places.includes(field))) return said;
  const line = ` ${spoken.words.map(({ word }) => word).join(' ')} `;
  const isAside =
    spoken.words.some(({ forms }) => forms.some((form) => known.has(form))) ||
    (phrases ?? []).some((phrase) => line.includes(` ${phrase} `));
  return isAside ? said.filter(({ field }) => !places.includes(field)) : said;
}
