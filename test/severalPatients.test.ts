import { expect, test } from '@jest/globals';
import { replay } from './replay.ts';

const notes: [string, string, Record<string, unknown>, string][] = [
  [
    'two cases by number',
    'Two patients from Kuwait. Case 1: my father, 70, heart, consultation. Case 2: my sister, 33, IVF treatment, alone',
    { direction: 'cardiology', age_group: '60+', goal: 'consultation' },
    'fertility',
  ],
  [
    'two cases in Arabic',
    'السلام عليكم عندنا حالتين، الاولى ابوي عمره ٧٠ قلب رأي ثاني، والثانية امي عمرها ٥٠ عملية ركبة، احنا من الكويت',
    { direction: 'cardiology', age_group: '60+', goal: 'second_opinion' },
    'orthopedics',
  ],
];

test.each(notes)('%s: the first patient alone is taken, and a yes is awaited', (_, note, first, second) => {
  const { facts } = replay(`> ${note}`);
  for (const [field, value] of Object.entries(first)) expect(facts.known[field as 'goal']?.value).toEqual(value);
  expect(JSON.stringify(facts)).not.toContain(second);
  expect(facts.confirm).toBe('patients');
});

test('patients that a text does not part: nothing of either is taken', () => {
  const note = 'Hello, two patients: my father 70, heart, second opinion, and my mother 45 knee surgery, from Qatar';
  const { facts } = replay(`> ${note}`);
  expect(Object.keys(facts.known).filter((field) => field !== 'writer' && field !== 'language')).toEqual([]);
  expect(facts.confirm).toBe('patients');
});

test('one patient with company is one request', () => {
  const note =
    'My father is the patient, 70, heart, from Qatar, two companions, my mother 60 and my brother 30 come along';
  expect(replay(`> ${note}`).facts.confirm).toBeUndefined();
});

test('a yes opens the second after the first is filed, a no goes on with one', () => {
  const note = notes[0]?.[1] ?? '';
  expect(replay(`> ${note}\n> yes`).facts.morePatients).toBe(true);
  const no = replay(`> ${note}\n> no`).facts;
  expect([no.morePatients, no.confirm]).toEqual([undefined, undefined]);
});

test('a filed request is not changed by a note about others', () => {
  const start = 'I am the patient, aged 50, Oman, English, spine, second opinion, in April, alone, not urgent';
  const { facts, replies } = replay(`> ${start}\n> Can the MRI be reviewed?\n> yes\n> ${notes[0]?.[1]}`);
  expect(facts.known.direction?.value).toBe('spine');
  expect(facts.revision).toBe(1);
  expect(replies.at(-1)?.text).toContain('NEW CASE');
});
