import { type Text, textOf } from '../normalise.ts';
import { cueFinder } from './cues.ts';
import { type Found, foundOf } from './found.ts';
import { kinPhrases, patientPhrases } from './kin.ts';
import { tokensOf, wordsAt } from './tokens.ts';
import words from './words/patientKin.json' with { type: 'json' };

const relativesIn = cueFinder(joined(kinPhrases(), patientPhrases(), words));

/** A label that says who the patient is, with what stands behind it. */
const label =
  /(?:^|[\n.,;]) ?(?:(?:ال)?مريضه?|(?:ال)?مريضة|(?:صاحبه?|صاحبة) (?:الحالة|الحاله)|(?:نكتب|اكتب|أكتب|الطلب) (?:عن|ل|حق)|the patient|patient|writing (?:for|about)) ?[:-] ?([^\n,.;:]{2,40})/i;
/** More words than these say more than who it is. */
const mostWords = 3;

/** Who writes, where a note names the patient behind a label by what they are to the writer: "المريضة: الوالدة" → child. */
export function patientLabelled(text: Text): Found | null {
  if (!/[:-]/.test(text.clean)) return null;
  const value = label.exec(text.clean)?.[1];
  if (value === undefined) return null;
  const named = textOf(value);
  const first = tokensOf(named).length > mostWords ? undefined : relativesIn(named)[0];
  return first === undefined || first.from > 0 ? null : foundOf([first.code], wordsAt(named, first.from, first.to));
}

function joined(...lists: readonly Readonly<Record<string, readonly string[]>>[]): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = {};
  const taken = new Set<string>();
  for (const list of [...lists].reverse()) {
    for (const [code, phrases] of Object.entries(list)) {
      const own = phrases.filter((phrase) => !taken.has(phrase));
      for (const phrase of own) taken.add(phrase);
      all[code] = [...(all[code] ?? []), ...own];
    }
  }
  return all;
}
