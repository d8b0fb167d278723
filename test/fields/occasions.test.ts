import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const dates: Table = [
  [[{ kind: 'range', from: '2027-02-08', to: '2027-03-08', granularity: 'month' }], ['رمضان']],
  [
    [{ kind: 'range', from: '2027-03-09', to: '2027-04-09', granularity: 'season' }],
    ['بعد رمضان', "ba3ad rama'9an", '3ogob ramadan'],
  ],
  [[{ kind: 'range', from: '2027-03-12', to: '2027-05-15', granularity: 'season' }], ['بين العيدين']],
  [[{ kind: 'range', from: '2026-12-10', to: '2027-01-08', granularity: 'month' }], ['رجب']],
  [
    [{ kind: 'range', from: '2027-06-01', to: '2027-08-31', granularity: 'season' }],
    ['summer 2027', 'بالصيف', 'next summer', 'الصيف الجاي'],
  ],
  [
    [{ kind: 'range', from: '2027-07-01', to: '2027-08-31', granularity: 'season' }],
    ['اجازة الصيف', 'في الاجازه الصيفيه', 'بعد ما تخلص المدارس'],
  ],
  [[{ kind: 'range', from: '2027-01-02', to: '2027-02-02', granularity: 'season' }], ['after new year']],
  [[{ kind: 'range', from: '2027-02-08', to: '2027-02-08', granularity: 'day' }], ['1 رمضان', '١٤٤٨/٩/١']],
  [[{ kind: 'range', from: '2027-01-01', to: '2027-03-31', granularity: 'season' }], ['Q1 2027']],
  [
    [{ kind: 'range', from: '2027-03-12', to: '2027-04-12', granularity: 'season' }],
    ['after eid', 'ba3ad el 3eed', 'عقب العيد ان شاءالله'],
  ],
  [[{ kind: 'range', from: '2026-11-22', to: '2026-12-24', granularity: 'season' }], ['before christmas']],
  [[{ kind: 'range', from: '2027-05-16', to: '2027-05-20', granularity: 'season' }], ['العيد الكبير']],
  [[{ kind: 'range', from: '2026-11-22', to: '2027-03-08', granularity: 'season' }], ['قبل العيد']],
  [[{ kind: 'range', from: '2027-05-20', to: '2027-06-20', granularity: 'season' }], ['بعد الحج']],
  [[{ kind: 'range', from: '2027-01-09', to: '2027-02-07', granularity: 'month' }], ['شعبان']],
  [[{ kind: 'range', from: '2027-01-19', to: '2027-01-28', granularity: 'season' }], ['نص شعبان']],
  [[{ kind: 'range', from: '2027-02-08', to: '2027-02-17', granularity: 'season' }], ['اول رمضان']],
  [[{ kind: 'range', from: '2026-12-01', to: '2027-02-28', granularity: 'season' }], ['winter']],
  [[{ kind: 'range', from: '2027-01-18', to: '2027-01-18', granularity: 'day' }], ['١٠ شعبان']],
  [[{ kind: 'range', from: '2026-11-22', to: '2027-02-07', granularity: 'season' }], ['flexible but before ramadan']],
  [
    [{ kind: 'range', from: '2026-12-25', to: '2027-01-01', granularity: 'season' }],
    ['between christmas and new year'],
  ],
  [[{ kind: 'range', from: '2027-03-01', to: '2027-05-31', granularity: 'season' }], ['spring']],
  [[{ kind: 'range', from: '2027-02-18', to: '2027-02-27', granularity: 'season' }], ['نص رمضان']],
  [[{ kind: 'range', from: '2027-04-08', to: '2027-05-06', granularity: 'month' }], ['ذو القعدة']],
  [[{ kind: 'range', from: '2027-03-13', to: '2027-03-13', granularity: 'day' }], ['٥ شوال']],
];

test.each(dates.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'dates: %s',
  (text, values) => {
    const said = found(text, 'dates');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);
