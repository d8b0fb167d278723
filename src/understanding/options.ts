import { distance, forgiven } from './distance.ts';
import { foldLetters, type Text } from './normalise.ts';
import type { Pending } from './meaning.ts';

const ordinals: readonly (readonly string[])[] = [
  ['واحد', 'واحده', 'الاول', 'الاولي', 'اول', 'one', 'first', '1st', 'wa7ed', 'wa7d', 'elawal', 'awal', 'وحده'],
  ['اثنين', 'اثنان', 'ثنين', 'اتنين', 'الثاني', 'الثانيه', 'ثاني', 'two', 'second', '2nd', 'thnain', 'ethnain', 'elthani', 'tnen'],
  ['ثلاثه', 'ثلاث', 'تلاته', 'الثالث', 'الثالثه', 'ثالث', 'three', 'third', '3rd', 'thalatha', 'thlatha', 'tlata'],
  ['اربعه', 'اربع', 'الرابع', 'الرابعه', 'رابع', 'four', 'fourth', '4th', 'arba3a', 'arb3a'],
  ['خمسه', 'خمس', 'الخامس', 'الخامسه', 'خامس', 'five', 'fifth', '5th', '5amsa', 'khamsa'],
  ['سته', 'ست', 'السادس', 'السادسه', 'سادس', 'six', 'sixth', '6th', 'sitta', 'sita'],
  ['سبعه', 'سبع', 'السابع', 'السابعه', 'سابع', 'seven', 'seventh', '7th', 'sab3a', 'sb3a'],
  ['ثمانيه', 'ثمان', 'الثامن', 'ثامن', 'eight', 'eighth', '8th', 'thamanya'],
  ['تسعه', 'تسع', 'التاسع', 'تاسع', 'nine', 'ninth', '9th', 'tis3a'],
];
const positions = new Map(ordinals.flatMap((words, i) => words.map((word) => [foldLetters(word), i + 1] as const)));
const introducing = /^(?:رقم|الرقم|خيار|الخيار|number|option|no|num|raqam|ragam|choice|جواب|نمبر|#) ?/;

/** The number a message is, when it is a number of a menu and nothing else: "3.", "٣-", "رقم ٣", "الثالث", "3️⃣". */
export function menuNumber(text: Text): number | null {
  const bare = foldLetters(text.clean).replace(/[^\p{L}\p{N}#]+/gu, ' ').trim().replace(introducing, '');
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  return positions.get(bare) ?? null;
}

type Option = NonNullable<Pending['options']>[number];

/** The option that a message names by one of its labels, in either language; `sure` when it is the label to the letter. */
export function optionByLabel(text: Text, options: readonly Option[]): { option: Option; sure: boolean } | null {
  const said = labelKey(text.clean);
  if (said === '' || said.length > 80) return null;
  let best: Option | null = null;
  let least = Infinity;
  for (const option of options) {
    for (const label of [option.code.replaceAll('_', ' '), ...option.labels]) {
      const key = labelKey(label);
      if (key === said) return { option, sure: true };
      const edits = distance(said, key, Math.min(forgiven(said.length), forgiven(key.length)));
      if (edits <= Math.min(forgiven(said.length), forgiven(key.length)) && edits < least) {
        least = edits;
        best = option;
      }
    }
  }
  return best === null ? null : { option: best, sure: false };
}

function labelKey(wording: string): string {
  const words = foldLetters(wording).replace(/'/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word)).join(' ');
}
