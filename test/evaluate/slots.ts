import { understood } from '../../src/understanding/wire/understood.ts';
import { type Slot, today } from './rows.ts';
import { byGroup, confusions, type Share, share, type Verdict } from './score.ts';

type Range = { kind: string; from: string; to: string; granularity: string };

/** Answers to the field just asked (`domain.md` 8.2). */
export function judge(rows: readonly Slot[]): Verdict[] {
  return rows.map((row) => {
    const out = understood({ text: row.text, asking: row.slot }, row.ref ?? today);
    const got = row.slot === 'urgency' && out.intents.includes('emergency') ? 'emergency' : out.value;
    const accepted = [row.expected, ...(row.alt ?? [])];
    const right = accepted.some((expected) => agrees(row, expected, got));
    return { group: row.slot, right, confident: isConfident(got), text: row.text, expected: row.expected, got };
  });
}

export function reportOf(judged: readonly Verdict[]): { shares: Share[]; worst: string[] } {
  return {
    shares: [
      share('slots', judged, 0.95),
      ...byGroup(judged).map((one) => ({ ...one, name: `  ${one.name}`, goal: 0.95 })),
      share(
        'not wrong and confident',
        judged.map(({ right, confident }) => ({ right: right || !confident })),
        0.99,
      ),
    ],
    worst: confusions(judged, 10),
  };
}

const asks: readonly unknown[] = ['CLARIFY', 'UNKNOWN', 'DECLINED', undefined, null];

function isConfident(got: unknown): boolean {
  return !asks.includes(got) && !['clarify', 'unknown'].includes((got as Range | null)?.kind ?? '');
}

function agrees(row: Slot, expected: unknown, got: unknown): boolean {
  if (expected === 'UNKNOWN' && (got === undefined || got === null)) return true;
  if (expected === 'CLARIFY' && (got as Range | undefined)?.kind === 'clarify') return true;
  if (row.slot === 'dates') return got !== undefined && sameDates(row, expected, got as Range);
  if (row.slot === 'language') return same([expected].flat().sort(), [got].flat().sort());
  return same(expected, got);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const day = (iso: string): number => Date.parse(iso) / 86_400_000;

function sameDates(row: Slot, expected: unknown, got: Range): boolean {
  if (typeof expected === 'string') return got.from === expected;
  const tolerance = (expected as { tolerance_days?: number }).tolerance_days;
  return agreeOnDates((tolerance === undefined ? expected : row.expected) as Range, got, tolerance ?? 0);
}

/** Day ranges agree exactly, months by month, seasons when half of the shorter is shared. */
export function agreeOnDates(range: Range, got: Range, tolerance = 0): boolean {
  if (range.kind !== 'range' || got.kind !== 'range') return range.kind === got.kind;
  if (range.granularity === 'day')
    return Math.abs(day(got.from) - day(range.from)) <= tolerance && Math.abs(day(got.to) - day(range.to)) <= tolerance;
  if (range.granularity === 'month')
    return got.from.slice(0, 7) === range.from.slice(0, 7) && got.to.slice(0, 7) === range.to.slice(0, 7);
  const shared = Math.min(day(got.to), day(range.to)) - Math.max(day(got.from), day(range.from)) + 1;
  return shared >= 0.5 * (Math.min(day(got.to) - day(got.from), day(range.to) - day(range.from)) + 1);
}
