import { expect, test } from '@jest/globals';
import { mask } from '../../src/understanding/private/mask.ts';
import { today } from './rows.ts';

/** A representative's note that names an illness, its wishes and its documents stays readable (`domain.md` 8.4). */
test.each([
  'Diagnosis: breast cancer\nRequest: second opinion',
  'Dx: knee osteoarthritis',
  'Diagnosis: hepatocellular carcinoma\nMedications: yes, list available\nRequest: transplant opinion',
  'Dx - mitral valve regurgitation, severe\nPlan: second opinion',
  'Diagnosis: spinal stenosis L3-L5, listhesis\nRequest: surgery\nDocuments: MRI lumbar (Oct 2026), X-ray',
  'Assessment: stable\nDiagnosis: heart failure\nRequest: evaluation\nPlan: travel in Feb',
  'التشخيص: انزلاق غضروفي قطني\nالأدوية: مسكنات\nالأشعة: رنين ومقطعية\nالطلب: جراحة',
  'Диагноз: рак молочной железы 2 стадии\nЗапрос: второе мнение',
  'MRI report: Oct 2026 (EN)\nCT report: available\nBiopsy report: 10/2026\nLab results: Nov 2026',
  'PSA 2026, CEA 2026, CBC 2026, HbA1c 10/2026',
])('a case note is no report: %j', (text) => {
  expect(mask(text, today)).toEqual({ text, found: [] });
});

test.each([
  'Diagnosis: CAD\nEF 35%, LAD 90% stenosis, RCA 70%\nPlan: CABG',
  'Diagnosis: breast cancer\nHistology: IDC grade 3, ER+ PR+ HER2-, Ki67 40%\nCA 15-3: 88',
  'Dx: T2DM. Rx: metformin 1000 mg bd, lantus 20 u, atorvastatin 40. HbA1c 9.8',
  'التشخيص: قصور قلب\nالايكو: الكسر القذفي ٣٠٪، قصور تاجي شديد\nالعلاج: لازيكس ٤٠، كونكور ٥',
])('with findings, values or doses it is one: %j', (text) => {
  expect(mask(text, today)).toEqual({ text: '⟨medical_text⟩', found: ['medical_text'] });
});

test('values said far from each other, of several patients, are no report', () => {
  const patient = (n: number) =>
    `Case ${n}: male, heart, EF 35% as the family says.\nHe is from Kuwait.\nThree travellers.\nIn January.\nArabic only.\nThey pay themselves.\n`;
  const text = [1, 2, 3, 4].map(patient).join('');
  expect(mask(text, today).found).toEqual([]);
});

test('a report on both sides of a cry for help is covered, the cry is not', () => {
  const lab = 'Hb 9.2 g/dL, WBC 12.1, PLT 88, Creat 2.4 mg/dL';
  const { text } = mask(`${lab}\nhe is not breathing now please help\n${lab}`, today);
  expect(text).toBe('⟨medical_text⟩\nhe is not breathing now please help\n⟨medical_text⟩');
});

test('what stands before and after it stays', () => {
  const { text } = mask(
    'Hello, please look\nTSH 8.9, FT4 0.6, prolactin 41, FSH 12\nWe are 3 persons from Qatar',
    today,
  );
  expect(text).toBe('Hello, please look\n⟨medical_text⟩\nWe are 3 persons from Qatar');
});
