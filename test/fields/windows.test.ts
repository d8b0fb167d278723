import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What a bare answer to a question means; more than one value: the readings that are asked about. */
const answers: Record<string, readonly (readonly [string, ...unknown[]])[]> = {
  dates: [
    ['اول فبراير', { kind: 'range', from: '2027-02-01', to: '2027-02-10', granularity: 'season' }],
    ['15/1/2027', { kind: 'range', from: '2027-01-15', to: '2027-01-15', granularity: 'day' }],
    ['١٥/١', { kind: 'range', from: '2027-01-15', to: '2027-01-15', granularity: 'day' }],
    ['12/1', { kind: 'range', from: '2027-01-12', to: '2027-01-12', granularity: 'day' }, { kind: 'range', from: '2026-12-01', to: '2026-12-01', granularity: 'day' }],
    ['يناير', { kind: 'range', from: '2027-01-01', to: '2027-01-31', granularity: 'month' }],
    ['كانون الثاني', { kind: 'range', from: '2027-01-01', to: '2027-01-31', granularity: 'month' }],
    ['next month', { kind: 'range', from: '2026-12-01', to: '2026-12-31', granularity: 'month' }],
    ['الشهر الجاي', { kind: 'range', from: '2026-12-01', to: '2026-12-31', granularity: 'month' }],
    ['el shahar el yay', { kind: 'range', from: '2026-12-01', to: '2026-12-31', granularity: 'month' }],
    ['رمضان', { kind: 'range', from: '2027-02-08', to: '2027-03-08', granularity: 'month' }],
    ['بعد رمضان', { kind: 'range', from: '2027-03-09', to: '2027-04-09', granularity: 'season' }],
    ['بين العيدين', { kind: 'range', from: '2027-03-12', to: '2027-05-15', granularity: 'season' }],
    ['رجب', { kind: 'range', from: '2026-12-10', to: '2027-01-08', granularity: 'month' }],
    ['in two weeks', { kind: 'range', from: '2026-12-06', to: '2026-12-12', granularity: 'season' }],
    ['بعد اسبوعين', { kind: 'range', from: '2026-12-06', to: '2026-12-12', granularity: 'season' }],
    ['خلال شهر', { kind: 'range', from: '2026-11-22', to: '2026-12-22', granularity: 'season' }],
    ['summer 2027', { kind: 'range', from: '2027-06-01', to: '2027-08-31', granularity: 'season' }],
    ['بالصيف', { kind: 'range', from: '2027-06-01', to: '2027-08-31', granularity: 'season' }],
    ['اجازة الصيف', { kind: 'range', from: '2027-07-01', to: '2027-08-31', granularity: 'season' }],
    ['اي وقت', { kind: 'flexible' }],
    ['مرنين', { kind: 'flexible' }],
    ['باقرب وقت ممكن', { kind: 'asap' }],
    ['من ٥ الى ١٠ مارس', { kind: 'range', from: '2027-03-05', to: '2027-03-10', granularity: 'day' }],
    ['5-10 March', { kind: 'range', from: '2027-03-05', to: '2027-03-10', granularity: 'day' }],
    ['March 5th to 10th', { kind: 'range', from: '2027-03-05', to: '2027-03-10', granularity: 'day' }],
    ['Jan-Feb', { kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'month' }],
    ['يناير او فبراير', { kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'month' }],
    ['نهاية ديسمبر', { kind: 'range', from: '2026-12-21', to: '2026-12-31', granularity: 'season' }],
    ['اخر الشهر', { kind: 'range', from: '2026-11-22', to: '2026-11-30', granularity: 'season' }],
    ['end of the month', { kind: 'range', from: '2026-11-22', to: '2026-11-30', granularity: 'season' }],
    ['early next year', { kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'season' }],
    ['بداية السنة الجاية', { kind: 'range', from: '2027-01-01', to: '2027-02-28', granularity: 'season' }],
    ['after new year', { kind: 'range', from: '2027-01-02', to: '2027-02-02', granularity: 'season' }],
    ['1 رمضان', { kind: 'range', from: '2027-02-08', to: '2027-02-08', granularity: 'day' }],
    ['١٤٤٨/٩/١', { kind: 'range', from: '2027-02-08', to: '2027-02-08', granularity: 'day' }],
    ['Q1 2027', { kind: 'range', from: '2027-01-01', to: '2027-03-31', granularity: 'season' }],
    ['bokra', { kind: 'range', from: '2026-11-23', to: '2026-11-23', granularity: 'day' }],
    ['ba3ad rama\'9an', { kind: 'range', from: '2027-03-09', to: '2027-04-09', granularity: 'season' }],
    ['first week of february', { kind: 'range', from: '2027-02-01', to: '2027-02-07', granularity: 'season' }],
    ['اول اسبوع من مارس', { kind: 'range', from: '2027-03-01', to: '2027-03-07', granularity: 'season' }],
    ['from 28 Dec to 5 Jan', { kind: 'range', from: '2026-12-28', to: '2027-01-05', granularity: 'day' }],
    ['شهر ٣', { kind: 'range', from: '2027-03-01', to: '2027-03-31', granularity: 'month' }],
    ['2/2027', { kind: 'range', from: '2027-02-01', to: '2027-02-28', granularity: 'month' }],
    ['next summer', { kind: 'range', from: '2027-06-01', to: '2027-08-31', granularity: 'season' }],
    ['الأحد القادم', { kind: 'range', from: '2026-11-29', to: '2026-11-29', granularity: 'day' }],
    ['after eid', { kind: 'range', from: '2027-03-12', to: '2027-04-12', granularity: 'season' }],
    ['before christmas', { kind: 'range', from: '2026-11-22', to: '2026-12-24', granularity: 'season' }],
    ['بعد شهرين', { kind: 'range', from: '2027-01-15', to: '2027-01-29', granularity: 'season' }],
    ['mid to late March', { kind: 'range', from: '2027-03-11', to: '2027-03-31', granularity: 'season' }],
    ['whenever the clinic says', { kind: 'flexible' }],
    ['may', { kind: 'range', from: '2027-05-01', to: '2027-05-31', granularity: 'month' }],
    ['مو محدد', { kind: 'flexible' }],
    ['1-15 Jan', { kind: 'range', from: '2027-01-01', to: '2027-01-15', granularity: 'day' }],
    ['بين ١٠ و ٢٠ يناير', { kind: 'range', from: '2027-01-10', to: '2027-01-20', granularity: 'day' }],
    ['after 15 january', { kind: 'range', from: '2027-01-16', to: '2027-02-16', granularity: 'season' }],
  ],
};

for (const [field, rows] of Object.entries(answers)) {
  test.each(rows)(`${field}: %s`, (text, ...values) => {
    const said = found(text, field);
    expect(said?.readings ?? [said?.value]).toEqual(values);
  });
}
