import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const country: Table = [
  [['KW'], ['الكويت', 'Kuwiat', 'اقامتي بالكويت', 'KW', 'احنا عيال الكويت']],
  [['QA'], ['انا من قطر', 'الدوحه', 'mn ga6ar', 'qtr']],
  [
    ['AE', 'SA'],
    ['سعودي مقيم في دبي', 'sa3oodi bs sakin fi dubai'],
  ],
  [['OM', 'JO'], ['عمان']],
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
  [
    ['BH', 'SA'],
    ['السعوديه بس حاليا في البحرين', 'saudi living in bahrain'],
  ],
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

/** More ways to say it, and what must be asked. */
const more: Table = [
  [
    ['KW'],
    [
      'ana mn ilkwait',
      'e7na kwaityeen',
      'العارضيه',
      'Jaber Al Ahmad',
      'كوييت',
      'الكيوت',
      'I am from Kuwait but now in Moscow',
      'مو السعودية، الكويت',
      'الكُويت',
      'الكـــويت',
      '٠٠٩٦٥',
    ],
  ],
  [
    ['SA'],
    [
      'min issa3udiya',
      'bilad il7aramain',
      'الخفجي',
      'وادي الدواسر',
      'sharqiya',
      'المدينة',
      'Hail',
      'Riyahd',
      "I'm in Dubai but the patient himself is in Riyadh",
      'انا بالدوحة بس المريض بالدمام',
    ],
  ],
  [['AE'], ['mn 2bu dhabi', 'دار زايد', 'RAK', 'ana mn dbay', 'خور فكان', 'ras el khaima', 'نحن مواطنين من الفجيره']],
  [['QA'], ['قطريين', 'min gatar', 'الشحانيه', 'dukhan', 'not uae, qatar']],
  [['BH'], ['ana mn lebahrain', 'عراد', 'ام الحصم', 'Barhain']],
  [['OM'], ['عُمان', 'جعلان بني بو علي', 'ana 3mani', 'ولاية صحم', 'El Seeb', 'صور العمانية']],
  [['JO'], ['عمّان', 'عَمَّان', '3amman']],
  [['IQ'], ['Iraq, was treated in Turkey', 'دهوك كردستان']],
  [['UZ'], ['طشقند', 'Uzbek']],
  [['RU'], ['Russia, we live in Moscow']],
  [['LY', 'LB'], ['طرابلس']],
  [['OM', 'LB'], ['صور']],
  [['AE', 'OM'], ['دبا']],
  [['SA', 'AE'], ['family is split between saudi and uae']],
  [['AE', 'SY'], ['my passport is Syrian, I live in Ajman']],
];

test.each(more.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'country: %s',
  (text, values) => {
    const said = found(text, 'country');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

/** Where nobody is from: treated there, another one's place, an airline, money, a word that only looks like a place. */
const nowhere = [
  'we were treated in Germany before',
  'ابوي تعالج في المانيا قبل سنة ورجع له الورم',
  'My son lives in London and told me about you. Father has prostate cancer',
  'ابني بلندن يدرس وقالي عنكم، الوالدة فيها ضغط',
  'هل تحجزون طيران قطر؟',
  'ابي سعر العملية بالريال السعودي',
  'العين اليسرى فيها ماء ابيض',
  'صور الاشعة عندي جاهزة',
  '3omrha 60 sana w t3ban galbha',
  'is visa needed for Indians?',
  'Do Omanis need a visa?',
  'call after maghrib pls, mother has cancer',
  'doctor Jordan told us to ask for surgery',
  'can my kids stay with us in the hospital room',
  'الخليج',
];

test.each(nowhere)('no country: %s', (text) => {
  expect(all(text).find((said) => said.field === 'country')).toBeUndefined();
});

const unasked = [
  ['Hi, my mom is 66, lives in Doha, kidney stones. We want Russia', ['QA']],
  ['مريضة سعودية 45 سنة سرطان ثدي', ['SA']],
  ['احنا من العين والوالد عنده ماء ابيض', ['AE']],
  ['Bahraini man 44 herniated disc, wants surgery in Moscow', ['BH']],
  ['اهلا، احنا سوريين مقيمين بالشارقة والوالدة عندها سكري', ['AE', 'SY']],
] as const;

test.each(unasked)('country unasked: %s', (text, values) => {
  const said = all(text).find((one) => one.field === 'country');
  expect(said?.readings ?? [said?.value]).toEqual(values);
});

test('the country is found in a hostile text in no time', () => {
  for (const part of ['Kuwait in ', 'من الكويت ', '+965 ', '🇰🇼', 'bil', '9'])
    expect(() => all(part.repeat(50_000 / part.length), 'country')).not.toThrow();
});
