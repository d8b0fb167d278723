import { parseArgs } from 'node:util';
import * as notes from './notes.ts';
import * as pii from './pii.ts';
import { rowsOf, type Set_, sets } from './rows.ts';
import { lineOf, type Share, type Verdict } from './score.ts';
import * as slots from './slots.ts';
import * as utterances from './utterances.ts';

/**
 * `npm run eval [-- --set sample|dev|final] [--only utterances|slots|pii|notes] [--wrong]`: how well people are
 * understood, set by set, with the aims (`domain.md` 8). `--wrong` lists every row that went wrong.
 */
const { values } = parseArgs({
  options: { set: { type: 'string' }, only: { type: 'string' }, wrong: { type: 'boolean' } },
});
const wanted = values.set === undefined ? sets : sets.filter((set) => set === values.set);
const kinds: Record<string, (set: Set_) => void> = {
  utterances: (set) => {
    const judged = utterances.judge(rowsOf('utterances', set));
    const { shares, labels, worst } = utterances.reportOf(judged);
    print(shares, labels, worst, judged);
  },
  slots: (set) => {
    const judged = slots.judge(rowsOf('slots', set));
    const { shares, worst } = slots.reportOf(judged);
    print(shares, [], worst, judged);
  },
  pii: (set) => {
    const judged = pii.judge(rowsOf('pii', set));
    const { shares, labels, worst } = pii.reportOf(judged);
    print(shares, labels, worst, judged);
    if (values.wrong)
      print(
        [],
        [],
        [],
        judged.map((one) => ({ ...one, right: one.acted && !one.leaked })),
      );
  },
  notes: (set) => {
    const judged = notes.judge(rowsOf('agency_notes', set));
    const { shares, groups } = notes.reportOf(judged);
    print(shares, [], groups, [...judged.fields, ...judged.missing, ...judged.leaks]);
  },
};

for (const set of wanted) {
  for (const [kind, run] of Object.entries(kinds)) {
    if (values.only !== undefined && values.only !== kind) continue;
    console.log(`\n== ${set}: ${kind}`);
    run(set);
  }
}

function print(shares: Share[], labels: Share[], worst: string[], verdicts: readonly Verdict[]): void {
  for (const line of shares) console.log(lineOf(line));
  if (labels.length > 0) console.log(`\n${labels.map((one) => `  ${lineOf(one)}`).join('\n')}`);
  if (worst.length > 0) console.log(`\n${worst.join('\n')}`);
  if (!values.wrong) return;
  for (const { right, text, expected, got } of verdicts)
    if (!right)
      console.log(`  x ${JSON.stringify(text)}\n      ${JSON.stringify(expected)} <- ${JSON.stringify(got ?? null)}`);
}
