import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const answers: Table = [
  [
    ['0-1'],
    [
      'عمره اسبوعين',
      'ما كمل السنة',
      'عمرها شهر ونص',
      'سنتين الا شهر',
      'one year and half',
      'nine months',
      'مواليد ٢٠٢٥',
    ],
  ],
  [
    ['2-12'],
    ['سنتين و ٣ شهور', '3y 2m', '26 months', '١٣ سنه الا شهر', 'grade 3', 'ثالث ابتدائي', 'تمن سنين', 'b. 2018'],
  ],
  [
    ['13-17'],
    [
      'teen',
      'in her teens',
      'سبعطعشر سنة',
      'sab3ta3sh',
      'صف عاشر',
      'مواليد ١٤٣٢ هجري',
      'dob 14-02-2012',
      'sixteen and half',
    ],
  ],
  [
    ['18-39'],
    [
      'طالبة جامعة',
      'ثلاثينية',
      'just under 40',
      'late thirties',
      '٣٩ سنة و١٠ شهور',
      'مواليد التسعينات',
      'مواليد الفين',
      '25ish',
    ],
  ],
  [
    ['40-59'],
    [
      'قرب الستين',
      'not yet 60',
      'almost 50',
      'bel 5amseenat',
      'born 1970s',
      'مواليد ٩٨ هجري',
      'M54',
      'العقد السادس',
      'داش الخمسين',
    ],
  ],
  [
    ['60+'],
    [
      'late 60s',
      'في الستينات من عمرها',
      'fil sittinat',
      'مواليد الخمسينات',
      'she is 61 yrs n 3 months',
      '1/1/1961',
      'جدي',
      '120',
    ],
  ],
  [[null], ['prefer not to say', 'ما احب اذكر العمر', 'private, sorry']],
  [
    ['13-17', '18-39'],
    ['late teens', 'grade 12'],
  ],
  [['60+', '40-59'], ['born in the 60s']],
];

test.each(answers.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))('%s', (text, values) => {
  const said = found(text, 'age_group');
  expect([...(said?.readings ?? [said?.value])].sort()).toEqual([...values].sort());
});

test.each(['121', '999', '٣٠٠ سنة', 'كم لازم يكون العمر؟'])('not an answer: %s', (text) => {
  expect(found(text, 'age_group')).toBeUndefined();
});

test.each<[string, string]>([
  ["she's in her late sixties and needs hip replacement", '60+'],
  ['رجل خمسيني يعاني من الديسك', '40-59'],
  ['my daughter is 8 and has scoliosis', '2-12'],
  ['my grandmother is 81, hip fracture', '60+'],
  ['i hv 1 lady riyadh wants sleeve, she is 29, with her sister', '18-39'],
  ['ريال من دبي ٥٢ سنه، يبا تشيك اب', '40-59'],
  ['امرأة من ابوظبي، شد بطن، بالثلاثينات، في ابريل', '18-39'],
  ['my husband (48) has back pain', '40-59'],
  ['عمتي الله يحفظها ٥٨ سنة، سرطان قولون', '40-59'],
  ['Contact: Mr. Ahmed (brother, 35). Patient: 62 male', '60+'],
  ['male 38, back pain', '18-39'],
  ['IVF for me and my wife, we are 45 and 42, from Doha', '40-59'],
])('unasked: %s', (text, band) => {
  expect(all(text).find((said) => said.field === 'age_group')?.value).toBe(band);
});

test.each([
  'the report is 2 years old',
  'التقرير عمره سنتين',
  'the operation was in the 90s',
  'company with 25 years experience',
  'diabetic patient since 15 years',
  'مريض سكر من ٢٠ سنة',
  '1 lady and 2 boys',
])('no age: %s', (text) => {
  expect(all(text).some((said) => said.field === 'age_group')).toBe(false);
});

test.each([
  '25ish',
  'M54',
  'مواليد ٩٨ هجري',
  'she is 61 yrs n 3 months',
  'سنتين و ٣ شهور',
  'almost 50',
  'grade 12',
  'born 1970s',
])('only a band is kept of: %s', (text) => {
  expect(found(text, 'age_group')?.words).toMatch(/^(?:0-1|2-12|13-17|18-39|40-59|60\+)$/);
});
