import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const country: Table = [
  [['KW'], ['الكويت', 'Kuwiat', 'اقامتي بالكويت', 'KW', 'احنا عيال الكويت']],
  [['QA'], ['انا من قطر', 'الدوحه', 'mn ga6ar', 'qtr']],
  [
    ['AE', 'SA'],
    ['سعودي مقيم في دبي', 'sa3oodi bs sakin fi dubai'],
  ],
  [
    ['OM', 'JO'],
    ['عمان'],
  ],
  [
    ['OM'],
    [
      'سلطنة عمان',
      'من عمان مسقط',
      '🇴🇲',
      'من مسقط',
      '00968',
      'sal6anat 3oman',
      'Sultanate of Oman',
      'مسقط، عمان',
      'الرستاق',
      'Saham, Oman',
    ],
  ],
  [['JO'], ['عمان الاردن', 'الاردن - عمان', 'Amman']],
  [
    ['AE'],
    [
      'العين',
      'ابو ظبي',
      'al imarat',
      'uae',
      'الامارت',
      'اماراتية',
      'من الامارات راس الخيمه',
      'Abu Dhabi, UAE',
      'احنا اماراتيين',
      'الفجيرة',
      'emaratiya',
    ],
  ],
  [
    ['SA'],
    [
      'KSA',
      'K.S.A',
      'ksa riyadh',
      'حنا من جده',
      'جدة',
      'سعوديه',
      '966',
      'الخبر',
      'ana men jeddah',
      'من المدينه المنوره',
      'خميس مشيط',
    ],
  ],
  [['BH'], ['elba7rain', 'The Kingdom of Bahrain', 'bahrani']],
  [['BH', 'SA'], ['السعوديه بس حاليا في البحرين', 'saudi living in bahrain']],
  [['SA', 'SD'], ['السودان لكن مقيمين بالرياض']],
  [['QA', 'IN'], ['هندي مقيم في قطر']],
  [['YE'], ['Yemen', 'حضرموت']],
  [['IQ'], ['العراق', 'اربيل', 'Basra']],
  [['KZ'], ['كازاخستان']],
  [['AE', 'SY'], ['we live in Sharjah but we are Syrians']],
  [['JO', 'SY'], ['الأردن بس جنسيتي سورية']],
];

test.each(country.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'country: %s',
  (text, values) => {
    const said = found(text, 'country');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);
