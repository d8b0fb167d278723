import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const dates: Table = [
  [[{ kind: 'range', from: '2027-02-01', to: '2027-02-10', granularity: 'season' }], ['اول فبراير']],
  [[{ kind: 'range', from: '2027-01-15', to: '2027-01-15', granularity: 'day' }], ['15/1/2027', '١٥/١']],
  [
    [
      { kind: 'range', from: '2027-01-12', to: '2027-01-12', granularity: 'day' },
      { kind: 'range', from: '2026-12-01', to: '2026-12-01', granularity: 'day' },
    ],
    ['12/1'],
  ],
  [
    [{ kind: 'range', from: '2027-01-01', to: '2027-01-31', granularity: 'month' }],
    ['يناير', 'كانون الثاني', 'yanayer', 'any time in january'],
  ],
  [
    [{ kind: 'range', from: '2026-12-01', to: '2026-12-31', granularity: 'month' }],
    ['next month', 'الشهر الجاي', 'el shahar el yay', '12-2026', 'الشهر اللي بعده'],
  ],
  [
    [{ kind: 'range', from: '2026-12-06', to: '2026-12-12', granularity: 'season' }],
    ['in two weeks', 'بعد اسبوعين', 'ba3ad esboo3ain'],
  ],
  [[{ kind: 'range', from: '2026-11-22', to: '2026-12-22', granularity: 'season' }], ['خلال شهر']],
  [
    [{ kind: 'flexible' }],
    [
      'اي وقت',
      'مرنين',
      'whenever the clinic says',
      'مو محدد',
      'ay wagt',
      'حسب موعد الدكتور',
      'as soon as the visa is ready',
      'اول ما تجهز الفيزا',
    ],
  ],
  [[{ kind: 'asap' }], ['باقرب وقت ممكن', 'الحين']],
  [
    [{ kind: 'range', from: '2027-03-05', to: '2027-03-10', granularity: 'day' }],
    ['من ٥ الى ١٠ مارس', '5-10 March', 'March 5th to 10th'],
  ],
  [
    [{ kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'month' }],
    ['Jan-Feb', 'يناير او فبراير', 'شهر ١ او شهر ٢'],
  ],
  [[{ kind: 'range', from: '2026-12-21', to: '2026-12-31', granularity: 'season' }], ['نهاية ديسمبر']],
  [[{ kind: 'range', from: '2026-11-22', to: '2026-11-30', granularity: 'season' }], ['اخر الشهر', 'end of the month']],
  [
    [{ kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'season' }],
    ['early next year', 'بداية السنة الجاية'],
  ],
  [[{ kind: 'range', from: '2026-11-23', to: '2026-11-23', granularity: 'day' }], ['bokra']],
  [
    [{ kind: 'range', from: '2027-02-01', to: '2027-02-07', granularity: 'season' }],
    ['first week of february', 'الاسبوع الأول من فبراير'],
  ],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-03-07', granularity: 'season' }], ['اول اسبوع من مارس']],
  [[{ kind: 'range', from: '2026-12-28', to: '2027-01-05', granularity: 'day' }], ['from 28 Dec to 5 Jan']],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-03-31', granularity: 'month' }], ['شهر ٣']],
  [
    [{ kind: 'range', from: '2027-02-01', to: '2027-02-28', granularity: 'month' }],
    ['2/2027', 'shahar 2', '2 weeks in february'],
  ],
  [[{ kind: 'range', from: '2026-11-29', to: '2026-11-29', granularity: 'day' }], ['الأحد القادم', 'next sunday']],
  [[{ kind: 'range', from: '2027-01-15', to: '2027-01-29', granularity: 'season' }], ['بعد شهرين']],
  [[{ kind: 'range', from: '2027-03-11', to: '2027-03-31', granularity: 'season' }], ['mid to late March']],
  [[{ kind: 'range', from: '2027-05-01', to: '2027-05-31', granularity: 'month' }], ['may']],
  [[{ kind: 'range', from: '2027-01-01', to: '2027-01-15', granularity: 'day' }], ['1-15 Jan']],
  [
    [{ kind: 'range', from: '2027-01-10', to: '2027-01-20', granularity: 'day' }],
    ['بين ١٠ و ٢٠ يناير', '10th to 20th January 2027'],
  ],
  [[{ kind: 'range', from: '2027-01-16', to: '2027-02-16', granularity: 'season' }], ['after 15 january']],
  [[{ kind: 'range', from: '2027-01-01', to: '2027-01-01', granularity: 'day' }], ['من ١ يناير']],
  [
    [{ kind: 'range', from: '2027-01-16', to: '2027-01-31', granularity: 'season' }],
    ['second half of january', 'النص الثاني من يناير'],
  ],
  [
    [{ kind: 'range', from: '2026-11-22', to: '2026-12-06', granularity: 'season' }],
    ['خلال اسبوعين', 'in the next two weeks'],
  ],
  [[{ kind: 'range', from: '2026-11-24', to: '2026-11-24', granularity: 'day' }], ['بعد بكره']],
  [[{ kind: 'range', from: '2026-12-01', to: '2027-01-31', granularity: 'month' }], ['ديسمبر او يناير']],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-05-31', granularity: 'month' }], ['from march till may']],
  [[{ kind: 'range', from: '2026-12-05', to: '2026-12-19', granularity: 'day' }], ['5/12/2026 - 19/12/2026']],
  [[{ kind: 'range', from: '2026-12-05', to: '2026-12-05', granularity: 'day' }], ['5.12.2026']],
  [[{ kind: 'range', from: '2026-12-25', to: '2026-12-25', granularity: 'day' }], ['25-12-2026', '٢٥/١٢']],
  [[{ kind: 'range', from: '2026-11-22', to: '2026-11-30', granularity: 'month' }], ['هالشهر', 'this month']],
  [[{ kind: 'range', from: '2026-12-01', to: '2026-12-31', granularity: 'season' }], ['نهاية السنة']],
  [[{ kind: 'range', from: '2027-01-01', to: '2027-12-31', granularity: 'season' }], ['السنة الجاية']],
  [[{ kind: 'range', from: '2027-01-11', to: '2027-01-20', granularity: 'season' }], ['nos yanayer']],
  [[{ kind: 'range', from: '2027-01-05', to: '2027-01-15', granularity: 'season' }], ['around 10 jan']],
  [
    [{ kind: 'range', from: '2027-01-25', to: '2027-01-31', granularity: 'season' }],
    ['last week of january', 'اخر اسبوع من يناير'],
  ],
  [
    [{ kind: 'range', from: '2026-12-20', to: '2027-01-02', granularity: 'day' }],
    ['20 ديسمبر ولمدة اسبوعين', '20 Dec for 2 weeks'],
  ],
  [
    [{ kind: 'range', from: '2026-12-15', to: '2026-12-15', granularity: 'day' }],
    ['Dec 15', 'يوم ١٥ الشهر الجاي', '15 next month'],
  ],
  [[{ kind: 'range', from: '2026-12-13', to: '2027-01-02', granularity: 'day' }], ['13 dec - 2 jan']],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-03-10', granularity: 'season' }], ['في بداية شهر مارس']],
  [[{ kind: 'range', from: '2026-11-27', to: '2026-11-27', granularity: 'day' }], ['الجمعه الجايه']],
  [[{ kind: 'range', from: '2027-02-11', to: '2027-02-20', granularity: 'season' }], ['mid feb']],
  [[{ kind: 'range', from: '2027-01-08', to: '2027-01-14', granularity: 'season' }], ['2nd week of jan']],
  [
    [
      { kind: 'range', from: '2027-04-03', to: '2027-04-03', granularity: 'day' },
      { kind: 'range', from: '2027-03-04', to: '2027-03-04', granularity: 'day' },
    ],
    ['3/4/2027'],
  ],
  [[{ kind: 'range', from: '2026-12-13', to: '2026-12-19', granularity: 'season' }], ['in about 3 weeks']],
  [[{ kind: 'range', from: '2026-12-15', to: '2026-12-29', granularity: 'season' }], ['بعد شهر تقريبا']],
  [[{ kind: 'range', from: '2026-11-22', to: '2026-12-31', granularity: 'season' }], ['قبل نهاية السنة']],
  [[{ kind: 'range', from: '2026-12-01', to: '2027-02-28', granularity: 'month' }], ['من ديسمبر لفبراير']],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-04-30', granularity: 'month' }], ['shahar 3 aw 4']],
  [[{ kind: 'range', from: '2027-01-01', to: '2027-01-10', granularity: 'season' }], ['awal shahar 1']],
  [[{ kind: 'range', from: '2026-12-04', to: '2026-12-04', granularity: 'day' }], ['weekend 4 dec']],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-04-30', granularity: 'season' }], ['مو قبل مارس']],
  [[{ kind: 'range', from: '2027-02-01', to: '2027-04-02', granularity: 'season' }], ['not before february']],
  [[{ kind: 'range', from: '2026-12-10', to: '2026-12-10', granularity: 'day' }], ['yoom 10 disember']],
];

test.each(dates.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'dates: %s',
  (text, values) => {
    const said = found(text, 'dates');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);
