import { distance, forgiven } from './distance.ts';
import type { Pending } from './meaning.ts';
import { foldLetters, type Text } from './normalise.ts';

const ordinals: readonly (readonly string[])[] = [
  ['واحد', 'واحده', 'الاول', 'الاولي', 'اول', 'one', 'first', '1st', 'wa7ed', 'wa7d', 'elawal', 'awal', 'وحده'],
  [
    'اثنين',
    'اثنان',
    'ثنين',
    'اتنين',
    'الثاني',
    'الثانيه',
    'ثاني',
    'two',
    'second',
    '2nd',
    'thnain',
    'ethnain',
    'elthani',
    'tnen',
  ],
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
  const bare = text.letters
    .slice(0, longestLabel)
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .replace(/^(?:the|choose|i choose|اختار|اختيار) /, '')
    .replace(introducing, '')
    .replace(/^(\S+) (?:one|option|choice|واحد|وحده|خيار|اختيار)$/, '$1');
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  return positions.get(bare) ?? null;
}

type Option = NonNullable<Pending['options']>[number];

/** The labels of menus, ready to compare; the same menu comes with the same array. */
const labelled = new WeakMap<readonly Option[], { key: string; option: Option }[]>();

function labelsOf(options: readonly Option[]): { key: string; option: Option }[] {
  const there = labelled.get(options);
  if (there !== undefined) return there;
  const labels = options.flatMap((option) =>
    [option.code.replaceAll('_', ' '), ...option.labels].map((label) => ({
      key: labelKey(foldLetters(label)),
      option,
    })),
  );
  labelled.set(options, labels);
  return labels;
}

/** The option that a message names by one of its labels, in either language; `sure` when it is the label to the letter. */
export function optionByLabel(text: Text, options: readonly Option[]): { option: Option; sure: boolean } | null {
  const said = labelKey(text.letters);
  if (said === '' || said.length > longestLabel) return null;
  const labels = labelsOf(options);
  const same = labels.find(({ key }) => key === said);
  if (same !== undefined) return { option: same.option, sure: true };
  let best: Option | null = null;
  let least = Infinity;
  for (const { key, option } of labels) {
    const most = Math.min(forgiven(said.length), forgiven(key.length), least - 1);
    if (most < 1 || key[0] !== said[0]) continue;
    const edits = distance(said, key, most);
    if (edits > most) continue;
    least = edits;
    best = option;
  }
  return best === null ? null : { option: best, sure: false };
}

/** What is longer is no label. */
const longestLabel = 80;

function labelKey(letters: string): string {
  const words = letters.replace(/'/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word)).join(' ');
}
