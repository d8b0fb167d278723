import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const goal: Table = [
  [
    ['second_opinion'],
    ['رأي ثاني', '2nd opinion', 'second opinion before surgery', 'نبي نتأكد من التشخيص', 'ra2y thani'],
  ],
  [
    ['surgery'],
    ['عملية', '3amaliya', 'operation', 'نبي عملية مو علاج ادوية', 'consultation then maybe surgery', 'تغيير الركبة'],
  ],
  [['consultation'], ['استشارة', 'معرفة الخيارات العلاجية', 'نبي رأي دكتور روسي قبل العملية']],
  [['treatment'], ['علاج', 'ما نبي جراحة، علاج بس', 'chemo', 'العلاج بالخلايا الجذعية']],
  [['rehab'], ['علاج طبيعي', 'physiotherapy', 'recovery after stroke']],
  [['checkup'], ['فحص شامل', 'check up']],
  [['diagnostics'], ['نبي نعرف السبب', 'تشخيص', 'find out what is wrong']],
  [
    ['second_opinion'],
    [
      "another doctor's opinion",
      'secound opinion',
      'مو مقتنعين',
      'we want someone else to check',
      'دكتور ثاني يشوف التقارير',
    ],
  ],
  [['consultation'], ['نبي نعرف شنو الخيارات', 'meet the professor', 'يشوفه اختصاصي']],
  [['diagnostics'], ['نعرف وش عندها بالضبط', 'no one knows what he has', 'تحاليل واشعة', 'undiagnosed']],
  [['surgery'], ['نبي نشيل الورم', 'replace valve', 'take out the stone', 'إزالة المرارة']],
  [['rehab'], ['مساج وتمارين', 'he needs to walk again']],
  [['checkup'], ['نطمن على صحتنا', 'annual check']],
  [['followup'], ['check after surgery last year', 'مراجعة سنوية']],
  [['followup'], ['متابعة بعد العملية', 'follow-up after surgery', 'كشف ومتابعة']],
];

test.each(goal.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'goal: %s',
  (text, values) => {
    const said = found(text, 'goal');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

const urgency: Table = [
  [
    ['low'],
    [
      'مو مستعجل',
      'مب مستعجلين',
      'عادي',
      'no rush',
      'على راحتكم',
      'حالته مستقرة',
      'not urgent',
      'ماكو استعجال',
      'غير مستعجل',
      'we can wait a few months',
      'elective',
      'mob mesta3jleen',
      'no hurry at all',
      'مو ضروري الحين',
      'شي عادي مو مستعجل',
      'take your time',
      'لا مو عاجل',
      'بعد ما تخلص المدارس',
      '3adi mo mesta3jleen',
    ],
  ],
  [
    ['medium'],
    [
      'متوسط',
      'soon',
      'not very urgent',
      'مستعجل شوي',
      'within a month',
      'نوعا ما مستعجل',
      'moderate',
      'motawase6',
      'the doctor said within two weeks',
      'يفضل قريب',
      'sooner is better',
      'الدكتور قال لازم خلال شهر',
      'semi urgent',
    ],
  ],
  [
    ['high'],
    [
      'asap please',
      'باسرع وقت',
      'ضروري جدا',
      'mesta3jel wayed',
      'urgnt',
      'high',
      "it's getting worse every day",
      'فوري',
      'حرجة',
      "can't wait",
      '3ajel',
      'ابوي بالعناية',
      'بأقرب فرصة',
      'الحالة تدهورت',
      'اليوم قبل بكرة',
      'urgent but not emergency',
      'yabila sor3a',
      'ما نقدر نصبر',
      'very very urgent!!!',
      'asra3 ma yomken',
      'priority is high',
    ],
  ],
  [[null], ['not sure']],
];

test.each(urgency.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'urgency: %s',
  (text, values) => {
    const said = found(text, 'urgency');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

test.each([
  'we want to send the MRI',
  'please remove my number',
  'ابوي ما يقدر يمشي',
  'نتأكد من السعر',
  'نطمنكم وصلنا',
  'test',
])('says no goal unasked: %s', (text) => {
  expect(all(text).filter((said) => said.field === 'goal')).toEqual([]);
});

test.each([
  ['Oman, kidney, diagnosis - stones, goal - opinion of a doctor', 'consultation'],
  ['Bahrain, 71, robotic prostatectomy requested', 'surgery'],
  ['Kuwait, boy 6, family is opting for stem cells', 'treatment'],
  ['حالة من عمان، مطلوب عملية، ٣ مسافرين', 'surgery'],
])('the goal of a note: %s', (text, goal) => {
  expect(all(text).find((said) => said.field === 'goal')?.value).toBe(goal);
});

test.each([
  ['avoid surgery', 'treatment'],
  ['نبي بديل للعملية', 'treatment'],
  ['we want another doctor', 'second_opinion'],
  ['هل التشخيص صحيح', 'second_opinion'],
  ['why she has headaches', 'diagnostics'],
  ['يرجع لحياته الطبيعية', 'rehab'],
  ['wellness check', 'checkup'],
  ['review after chemo', 'followup'],
])('the goal asked for: %s', (text, goal) => {
  expect(found(text, 'goal')?.value).toBe(goal);
});
