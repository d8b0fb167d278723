import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

type Reading = readonly [from: string, to?: string];

/** Answers on Sunday 22 November 2026, and the first and last day of every reading; more than one reading is asked about. */
const answers: readonly (readonly [readonly Reading[], readonly string[]])[] = [
  [[['2027-03-12']], ['fourth day of Eid', 'رابع يوم العيد', 'رابع ايام عيد الفطر', 'eid 4th day']],
  [[['2027-05-18']], ['third day of eid al adha', 'ثالث ايام العيد الكبير']],
  [[['2027-02-28', '2027-03-08']], ['العشر الاواخر', 'last ten days of ramadan']],
  [[['2027-05-15']], ['يوم عرفة', 'day of Arafah']],
  [[['2027-03-18', '2027-03-24']], ['a week after eid', 'بعد العيد باسبوع', 'اسبوع بعد العيد']],
  [[['2027-03-19', '2027-03-25']], ['ثاني اسبوع بعد العيد', 'second week after eid']],
  [[['2027-01-25', '2027-02-07']], ['two weeks before ramadan', 'قبل رمضان باسبوعين']],
  [[['2027-03-09', '2027-04-09']], ['when ramadan ends', 'بعد انتهاء رمضان', 'после рамадана']],
  [[['2026-12-01', '2026-12-09']], ['نهاية جمادى الآخرة']],
  [[['2026-12-02', '2026-12-03']], ['UAE national day', 'عيد الاتحاد']],
  [[['2027-02-25', '2027-02-26']], ['العيد الوطني الكويتي', 'kuwait national day']],
  [
    [
      ['2026-12-02', '2026-12-03'],
      ['2026-12-16', '2026-12-17'],
    ],
    ['اجازة اليوم الوطني', 'national day'],
  ],
  [
    [
      ['2027-01-01', '2027-01-31'],
      ['2027-07-01', '2027-08-31'],
    ],
    ['اجازة المدارس', 'during school holidays', 'بعد الاختبارات'],
  ],
  [[['2026-12-13', '2027-01-10']], ['winter break', 'عطلة الشتاء']],
  [[['2027-06-01', '2027-08-31']], ['القيظ', 'summer', 'فصل الصيف']],
  [[['2027-03-01', '2027-04-30']], ['not before march', 'مو قبل شهر ٣', 'march onwards', 'من شهر ٣ وما بعد']],
  [[['2027-01-05', '2027-01-10']], ['5-10/1', '٥-١٠/١', '5 to 10 jan', 'the fifth to tenth of january', '5 jan to 10']],
  [[['2026-12-20', '2027-01-05']], ['20/12 - 5/1', '٢٠ ديسمبر لين ٥ يناير', '۲۰/۱۲ - ۵/۱']],
  [[['2027-01-21', '2027-01-31']], ['jan end', 'اخر يناير', 'end of janurary', 'يناير نهايته']],
  [[['2027-01-21', '2027-02-10']], ['اخر يناير اول فبراير']],
  [[['2027-02-08', '2027-02-14']], ['feb 2nd week', 'فبراير الاسبوع الثاني']],
  [[['2026-12-03']], ['next week Thursday', 'thursday next week', 'الخميس من الاسبوع الجاي']],
  [[['2026-11-29', '2026-12-03']], ['من الاحد للخميس', 'sunday to thursday next week']],
  [[['2027-01-19']], ['الثلاثاء الموافق ١٩ يناير', 'tuesday 19 january', '19 jan (tuesday)']],
  [[['2026-12-02']], ['الاربعاء اللي عقب الجاي']],
  [[['2027-01-01', '2027-01-31']], ['month after next', 'الشهر اللي بعد الجاي']],
  [[['2026-12-06', '2026-12-12']], ['week after next', 'b3ad esbo3ain']],
  [[['2027-01-06']], ['بعد ٤٥ يوم', 'in 45 days']],
  [[['2026-11-29', '2026-12-12']], ['بعد اسبوع او اسبوعين', 'after a week or two', 'in 1-2 weeks']],
  [[['2026-11-22', '2026-12-13']], ['next 2-3 weeks', 'خلال اسبوعين ثلاثة']],
  [[['2026-12-30', '2027-01-13']], ['بعد شهر ونص', 'after one and a half months']],
  [[['2026-12-01', '2026-12-31']], ['eshahr eljay', 'ilshahar iljay']],
  [[['2026-12-15']], ['the 15th', 'يوم ١٥']],
  [
    [['2026-11-25'], ['2026-12-25']],
    ['on the 25th', 'يوم ٢٥'],
  ],
  [
    [['2026-12-10'], ['2027-10-01', '2027-10-31']],
    ['10', '١٠'],
  ],
  [
    [['2027-04-30'], ['2027-05-01']],
    ['31/4', '٣١ ابريل'],
  ],
  [
    [['2027-02-28'], ['2027-03-01']],
    ['30 February', '29 feb'],
  ],
  [[['2027-11-10'], ['2026-12-10']], ['10 November']],
  [
    [
      ['2027-01-15', '2027-01-29'],
      ['2026-11-22', '2027-01-22'],
    ],
    ['شهرين', '2 months'],
  ],
  [
    [
      ['2027-01-01', '2027-01-31'],
      ['2028-01-01', '2028-01-31'],
    ],
    ['يناير ٢٠٢٥'],
  ],
  [[['2027-01-01', '2027-12-31']], ['2027', 'سنة ٢٠٢٧']],
  [[['2027-02-01', '2027-02-07']], ['с 1 по 7 февраля']],
];

test.each(answers.flatMap(([readings, texts]) => texts.map((text) => [text, readings] as const)))(
  '%s',
  (text, readings) => {
    const said = found(text, 'dates');
    const got = (said?.readings ?? [said?.value]) as { from: string; to: string }[];
    expect(got.map((one) => [one.from, one.to])).toEqual(readings.map(([from, to]) => [from, to ?? from]));
  },
);

test.each([
  ['any time except ramadan', 'flexible'],
  ['اي وقت ماعدا رمضان', 'flexible'],
  ['مو في رمضان، غير كذا عادي', 'flexible'],
  ['فاضين طول السنة', 'flexible'],
  ['اليوم قبل بكرا', 'asap'],
  ['on the first flight', 'asap'],
])('%s', (text, kind) => {
  expect(found(text, 'dates')?.value).toEqual({ kind });
});

test.each(['بنشاور الاهل ونرد', 'بعد ما يطلع من المستشفى', 'will discuss and let you know'])(
  'no date yet: %s',
  (text) => {
    expect(found(text, 'dates')).toMatchObject({ value: null });
  },
);

test.each([
  'استشارة غدد لولدي',
  'انا وعيالي الثلاثة',
  'وولدها محرم معها',
  'MRI on 5 November, please advise',
  'for 2 weeks he has pain',
  'my second child needs a check',
  'can the clinic answer tomorrow?',
])('unasked, no journey is dated by: %s', (text) => {
  expect(all(text).find((said) => said.field === 'dates')).toBeUndefined();
});
