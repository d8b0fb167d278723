import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

const answers: Readonly<Record<'low' | 'medium' | 'high', readonly string[]>> = {
  low: [
    'nothing urgent',
    "no it's not urgent",
    'لا مستعجل ولا شي',
    'ابدا مب مستعيلين',
    'ما مستعجلين',
    'ماحنا مستعجلين',
    'لا داعي ابدا للعجلة',
    'مستقر ولله الحمد',
    'his condition is stable',
    'فحص دوري بس',
    'استشارة لا اكثر',
    'خذوا وقتكم',
    'we have time',
    'a few months is ok',
    'in summer',
    '٣ من ١٠',
    'mo darori al7een',
    'ماكو عيلة',
    'still deciding',
    'لا يوجد استعجال',
    'priority low',
    'لا ابدا',
    'ع مهلكم',
    'any time, no problem',
    '6 months',
  ],
  medium: [
    'مستقر بس الاهل قلقانين',
    'next month is ok',
    'before the end of the year',
    'بين العادي والمستعجل',
    'somewhat',
    '5/10',
    '50%',
    'not too urgent but soon',
    'not emergency but important',
    'as soon as the visa is out',
    '٣ أسابيع',
    'يمشي بصعوبة',
  ],
  high: [
    'مُسْتَعْجِلـــة',
    'this week pls',
    'خلال اسبوع',
    'tomorrow if you can',
    'الدكتور قال لا تتاخرون',
    "doctor said don't delay",
    'الوضع يسوء كل يوم',
    'غير مستقرة',
    'severe pain',
    '٩ من ١٠',
    'mesta3jlin wayed',
    'stage 4',
    'المرحلة الرابعة',
    'لا نستطيع الانتظار',
    'قبل فوات الاوان',
    'طريح الفراش',
    'the tumour is growing',
    'newborn in incubator',
    'next week',
    'very',
  ],
};

test.each(Object.entries(answers).flatMap(([level, texts]) => texts.map((text) => [text, level] as const)))(
  '%s',
  (text, level) => {
    expect(found(text, 'urgency')?.value).toBe(level);
  },
);

test.each([
  'نزيف مو راضي يوقف',
  'chest pain today',
  'تعبان',
  'he has pain',
  'not sure',
  'depends on the doctor',
  'عنده سرطان',
  'very far from here',
])('says nothing of urgency: %s', (text) => {
  expect(found(text, 'urgency')?.value ?? null).toBeNull();
});

test.each([
  ['Knee surgery, Kuwait, 2 persons. Urgency medium. Arabic', 'medium'],
  ['ركبة، الكويت، شخصين، استعجال متوسط، عربي', 'medium'],
  ['knee, 2nd week of January, arabic, 2 persons, medium. MRI available', 'medium'],
  ['kuwait / male 34 / surgery / priority high, back to work 3 jan', 'high'],
  ['Срочность: низкая', 'low'],
])('unasked: %s', (text, level) => {
  expect(all(text).find((said) => said.field === 'urgency')?.value).toBe(level);
});

test.each(['he has high blood pressure', 'المريض مستقر الحين بالبيت', 'now we live in Doha', 'just a check of papers'])(
  'unasked, no urgency in: %s',
  (text) => {
    expect(all(text).find((said) => said.field === 'urgency')).toBeUndefined();
  },
);
