import { intentsOf } from '../../src/understanding/intents.ts';
import { mask } from '../../src/understanding/private/mask.ts';
import { understand } from '../../src/understanding/understand.ts';
import { understood } from '../../src/understanding/wire/understood.ts';
import { today, type Utterance } from './rows.ts';
import { byGroup, confusions, type Share, share, type Verdict } from './score.ts';

export const safety = ['emergency', 'self_harm', 'stop_optout', 'withdraw_delete'];
export const boundaries = [
  'ask_price',
  'ask_outcome',
  'ask_visa',
  'ask_timing',
  'ask_doctor',
  'ask_appointment',
  'ask_medical_advice',
];

export type Judged = Verdict & { row: Utterance; intents: string[]; acts: boolean };

/** Whether the dialogue takes the label up, or asks whether it was meant. */
function actsOn(row: Utterance): boolean {
  const { meanings } = understand({ kind: 'text', text: mask(row.text, today).text }, { pending: null, today });
  const asked = meanings.flatMap((meaning) => (meaning.type === 'unsure' ? meaning.topics : []));
  return [...intentsOf({ meanings }), ...asked].some((got) => got === row.intent || row.alt?.includes(got));
}

/** The best label of every row (`domain.md` 8.1); an emoji of agreement answers a yes-or-no question. */
export function judge(rows: readonly Utterance[]): Judged[] {
  return rows.map((row) => {
    const { intent, intents } = understood({ text: row.text }, today);
    const right = intent === row.intent || (row.alt ?? []).includes(intent ?? '');
    const confident = intent !== null;
    return {
      group: row.intent,
      right,
      confident,
      text: row.text,
      expected: row.intent,
      got: intent,
      row,
      intents,
      acts: actsOn(row),
    };
  });
}

/** The aims of `domain.md` 8.1 and the issue. */
export function reportOf(judged: readonly Judged[]): { shares: Share[]; labels: Share[]; worst: string[] } {
  const of = (labels: readonly string[]) => judged.filter(({ row }) => labels.includes(row.intent));
  const caught = (labels: readonly string[], by: readonly string[]) =>
    of(labels).map(({ row, intents }) => ({
      right: intents.some((got) => by.includes(got) || row.alt?.includes(got)),
    }));
  const others = judged.filter(({ row }) => ![row.intent, ...(row.alt ?? [])].some((label) => safety.includes(label)));
  return {
    shares: [
      share('intents', judged, 0.95),
      ...(['ar', 'en', 'arabizi'] as const).map((lang) =>
        share(
          `  ${lang}`,
          judged.filter(({ row }) => row.lang === lang),
          lang === 'arabizi' ? 0.9 : undefined,
        ),
      ),
      share('boundary recall', caught(boundaries, boundaries), 0.99),
      ...safety.map((label) => share(`  ${label} caught`, caught([label], [label]), 1)),
      share(
        'no false alarm',
        others.map(({ got }) => ({ right: !safety.includes(String(got)) })),
        0.995,
      ),
      share(
        'the dialogue takes it up or asks',
        judged.map(({ acts }) => ({ right: acts })),
      ),
      share(
        'not wrong and confident',
        judged.map(({ right, confident }) => ({ right: right || !confident })),
      ),
    ],
    labels: byGroup(judged),
    worst: confusions(judged, 10),
  };
}
