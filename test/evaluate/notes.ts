import { mask } from '../../src/understanding/private/mask.ts';
import { understood } from '../../src/understanding/wire/understood.ts';
import { type NoteRow, today } from './rows.ts';
import type { Share, Verdict } from './score.ts';
import { agreeOnDates } from './slots.ts';

const scalars = [
  'writer',
  'country',
  'direction',
  'goal',
  'age_group',
  'dates',
  'family_size',
  'urgency',
  'city_or_clinic',
  'contact_owner',
  'consent',
  'question',
];
const lists = ['language', 'documents', 'logistics', 'boundary_asks', 'pii'];

/** Names of one document (`domain.md` 8.0: synonyms count as equal). */
const synonyms: Record<string, string> = {
  hospital_report: 'report',
  medical_report: 'report',
  doctor_report: 'report',
  pathology: 'histology',
  blood_tests: 'lab',
  labs: 'lab',
  blood_test: 'lab',
  lab_results: 'lab',
  colonoscopy: 'endoscopy',
  coronary_ct: 'ct',
  pet: 'pet_ct',
  hormones: 'hormone_tests',
  audiogram: 'hearing_test',
  medications: 'medication_list',
};
/** A document by its one name, private data by its type. */
const nameOf = (item: unknown): unknown =>
  typeof item === 'object' ? (item as { type?: unknown } | null)?.type : (synonyms[String(item)] ?? item);

export type Judged = Verdict & { kind: 'right' | 'wrong' | 'missed' | 'invented' };

/** Field by field what a note says (`domain.md` 8.4). A value where none is expected is invented. */
export function judge(rows: readonly NoteRow[]): { fields: Judged[]; missing: Verdict[]; leaks: Verdict[] } {
  const fields: Judged[] = [];
  const missing: Verdict[] = [];
  const leaks: Verdict[] = [];
  for (const row of rows) {
    const note = understood({ text: row.text, note: true }, row.ref ?? today).note as unknown as Record<
      string,
      unknown
    >;
    for (const key of scalars) {
      const verdict = judgeScalar(row, key, note[key]);
      if (verdict !== null) fields.push(verdict);
    }
    for (const key of lists) fields.push(...judgeList(row, key, note[key]));
    const expected = [row.expected['missing'], ...(row.alt?.['missing'] ?? [])].map((one) => sorted(one));
    const got = sorted(note['missing']);
    missing.push({
      group: 'missing',
      right: expected.includes(got),
      confident: true,
      text: row.id,
      expected: expected[0],
      got,
    });
    const masked = mask(row.text, row.ref ?? today).text;
    leaks.push({
      group: 'pii',
      right: !/\d{7}/.test(masked.replace(/[\s-]/g, '')),
      confident: true,
      text: row.id,
      expected: '',
      got: masked,
    });
  }
  return { fields, missing, leaks };
}

const sorted = (list: unknown): string => JSON.stringify([...((list ?? []) as unknown[])].sort());
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === 'not_stated' || value === false || value === 'UNKNOWN';

function judgeScalar(row: NoteRow, key: string, got: unknown): Judged | null {
  if (!(key in row.expected)) return null;
  const accepted = [row.expected[key], ...(row.alt?.[key] ?? [])];
  const base = { group: key, confident: true, text: `${row.id} ${key}`, expected: row.expected[key], got };
  if (accepted.some((expected) => (isNothing(expected) && isNothing(got)) || agrees(key, expected, got)))
    return isNothing(got) ? null : { ...base, right: true, kind: 'right' };
  if (isNothing(got)) return { ...base, right: false, kind: 'missed' };
  return { ...base, right: false, kind: isNothing(row.expected[key]) ? 'invented' : 'wrong' };
}

function agrees(key: string, expected: unknown, got: unknown): boolean {
  if (isNothing(expected) || isNothing(got)) return false;
  if (key === 'dates') return agreeOnDates(expected as never, got as never);
  if (key === 'city_or_clinic') {
    const [a, b] = [String(expected).toLowerCase(), String(got).toLowerCase()];
    return a.includes(b) || b.includes(a);
  }
  return JSON.stringify(expected) === JSON.stringify(got);
}

function judgeList(row: NoteRow, key: string, value: unknown): Judged[] {
  if (!(key in row.expected)) return [];
  const got = [...new Set(((value ?? []) as unknown[]).map(nameOf))];
  const variants = [row.expected[key], ...(row.alt?.[key] ?? [])].map((one) => ((one ?? []) as unknown[]).map(nameOf));
  const missedIn = (variant: unknown[]) => variant.filter((one) => !got.includes(one));
  const extraIn = (variant: unknown[]) => got.filter((one) => !variant.includes(one));
  const best = variants.reduce((a, b) =>
    missedIn(b).length + extraIn(b).length < missedIn(a).length + extraIn(a).length ? b : a,
  );
  const verdict = (item: unknown, kind: Judged['kind']): Judged => ({
    group: key,
    right: kind === 'right',
    confident: true,
    text: `${row.id} ${key}`,
    expected: kind === 'invented' ? null : item,
    got: kind === 'missed' ? null : item,
    kind,
  });
  return [
    ...best.filter((one) => got.includes(one)).map((one) => verdict(one, 'right')),
    ...missedIn(best).map((one) => verdict(one, 'missed')),
    ...extraIn(best).map((one) => verdict(one, best.length === 0 ? 'invented' : 'wrong')),
  ];
}

export function reportOf({ fields, missing, leaks }: ReturnType<typeof judge>): { shares: Share[]; groups: string[] } {
  const count = (own: readonly Judged[], ...kinds: Judged['kind'][]) =>
    own.filter((one) => kinds.includes(one.kind)).length;
  const precision = (own: readonly Judged[]) => ({
    right: count(own, 'right'),
    of: count(own, 'right', 'wrong', 'invented'),
  });
  const recall = (own: readonly Judged[]) => ({
    right: count(own, 'right'),
    of: count(own, 'right', 'wrong', 'missed'),
  });
  const groups = [...new Set(fields.map((one) => one.group))].map((group) => {
    const own = fields.filter((one) => one.group === group);
    return `  ${group.padEnd(16)} right ${count(own, 'right')}, wrong ${count(own, 'wrong')}, missed ${count(own, 'missed')}, invented ${count(own, 'invented')}`;
  });
  return {
    shares: [
      { name: 'notes: precision', ...precision(fields), goal: 0.97 },
      { name: 'notes: recall', ...recall(fields), goal: 0.93 },
      { name: '  not invented', right: fields.length - count(fields, 'invented'), of: fields.length, goal: 1 },
      { name: '  missing exact', right: missing.filter((one) => one.right).length, of: missing.length },
      { name: '  masked', right: leaks.filter((one) => one.right).length, of: leaks.length, goal: 1 },
    ],
    groups,
  };
}
