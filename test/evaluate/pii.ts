import { clean } from '../../src/understanding/normalise.ts';
import { mask } from '../../src/understanding/private/mask.ts';
import { understood } from '../../src/understanding/wire/understood.ts';
import { type Pii, today } from './rows.ts';
import { byGroup, confusions, type Share, share, type Verdict } from './score.ts';

/** What must never be missed. */
const strict = /_id$|_qid$|_cpr$|^passport|^iban$|^card$|^account$|^medical_|_image$|^file_link$/;

export type Judged = Verdict & { row: Pii; leaked: boolean; acted: boolean };

/** Private data found, acted upon and gone from what is kept (`domain.md` 8.3). */
export function judge(rows: readonly Pii[]): Judged[] {
  return rows.map((row) => {
    const out = understood({ text: row.text, msg: row.msg }, today);
    const types = out.private.map((one) => one.type);
    const accepted = [row.label, ...(row.alt ?? [])];
    const right = row.label === 'none' ? types.length === 0 : accepted.some((label) => types.includes(label));
    const acted = out.action === row.action || accepted.includes(out.action);
    const kept = digits(mask(row.text, today).text);
    const leaked = row.spans.some(({ value }) => kept.includes(digits(value)));
    return {
      group: row.label,
      right,
      confident: types.length > 0,
      text: row.text,
      expected: [row.label, row.action],
      got: [types, out.action],
      row,
      leaked,
      acted,
    };
  });
}

export function reportOf(judged: readonly Judged[]): { shares: Share[]; labels: Share[]; worst: string[] } {
  const positive = judged.filter(({ row }) => row.label !== 'none');
  const negative = judged.filter(({ row }) => row.label === 'none');
  return {
    shares: [
      share('private data', positive, 0.95),
      share(
        '  identifiers, cards, IBANs, files',
        positive.filter(({ row }) => strict.test(row.label)),
        1,
      ),
      share('  no false alarm', negative, 0.975),
      share(
        '  action',
        judged.map(({ acted }) => ({ right: acted })),
      ),
      share(
        '  nothing leaks',
        judged.map(({ leaked }) => ({ right: !leaked })),
        1,
      ),
    ],
    labels: byGroup(judged),
    worst: confusions(judged, 10),
  };
}

/** In one digit system and without separators, as a leak could be written. */
const digits = (text: string): string =>
  clean(text)
    .toLowerCase()
    .replace(/[\s\-./]/g, '');
