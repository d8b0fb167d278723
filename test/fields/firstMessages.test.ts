import { expect, test } from '@jest/globals';
import { all } from './found.ts';

/** The fields of a message nobody asked for, by name; readings as they are. */
function fields(text: string): Record<string, unknown> {
  return Object.fromEntries(all(text).map((said) => [said.field, said.readings ?? said.value]));
}

const march = { kind: 'range', from: '2027-03-01', to: '2027-03-31', granularity: 'month' };

test.each<[string, Record<string, unknown>]>([
  [
    'أبي علاج لأمي عمرها ٦٥ من الكويت، سرطان الثدي، بعد رمضان، ٣ أشخاص',
    {
      writer: 'child',
      country: 'KW',
      direction: 'oncology',
      goal: 'treatment',
      age_group: '60+',
      family_size: 3,
      dates: { kind: 'range', from: '2027-03-09', to: '2027-04-09', granularity: 'season' },
    },
  ],
  [
    'Hello, my father is 72 years old from Doha, he needs knee replacement, not urgent, we are 3 travelling, preferably in March, Arabic please',
    {
      writer: 'child',
      country: 'QA',
      language: ['ar'],
      direction: 'orthopedics',
      goal: 'surgery',
      age_group: '60+',
      dates: march,
      family_size: 3,
      urgency: 'low',
    },
  ],
  [
    'salam ana mn el kwait abi 3ilaj l ommi 3omrha 60, sara6an, b asra3 wagt, 3 ash5as',
    {
      writer: 'child',
      country: 'KW',
      direction: 'oncology',
      goal: 'treatment',
      age_group: '60+',
      dates: { kind: 'asap' },
      family_size: 3,
      urgency: 'high',
    },
  ],
  [
    'مرحبا انا من الرياض وابغى استشارة لولدي عمره ٥ سنوات عنده صرع، مستعجل، انا وامه نسافر معه',
    {
      writer: 'parent',
      country: 'SA',
      direction: 'neurology',
      goal: 'consultation',
      age_group: '2-12',
      family_size: 3,
      urgency: 'high',
    },
  ],
  [
    'we are from Bahrain, 5 year old boy with hearing loss, cochlear implant, flexible dates',
    { country: 'BH', direction: 'ent', age_group: '2-12', dates: { kind: 'flexible' } },
  ],
  ['ابوي صار له جلطة قبل ٣ شهور ونبي تأهيل', { writer: 'child', direction: 'rehabilitation', goal: 'rehab' }],
  ['احنا من العين ونبي علاج القلب', { country: 'AE', direction: 'cardiology', goal: 'treatment' }],
  ['I had surgery 2 years ago in Germany and want a second opinion', { goal: 'second_opinion' }],
  ['نبي مترجم واستقبال من المطار وفندق قريب', { logistics: ['interpreter', 'transfer', 'hotel'] }],
  ['⟨phone:KW⟩ ⟨dob:40-59⟩ انا من قطر', { country: 'QA', age_group: '40-59' }],
])('%s', (text, expected) => {
  expect(fields(text)).toEqual(expected);
});

test.each([
  'السلام عليكم ورحمة الله وبركاته',
  'شكرا جزيلا',
  'ok thanks',
  'نعم',
  '1',
  '٣',
  'وين العيادة؟ وكم السعر؟',
  'متى تردون علينا',
  'hello',
  'call me tomorrow',
  'بكلمكم باكر',
  'see you next week',
  'بنرسل التقارير الاسبوع الجاي',
  'ارخص من تركيا ولا لا',
  'no documents yet',
  'كم يوم نقعد؟ ١٠ ايام تكفي؟',
  'سافرنا تركيا قبل سنة وما استفدنا',
  'من عيوني',
  'بعد الظهر',
  'is it safe to travel to Russia right now',
  'my wife is afraid of the drones, should we worry',
  '⟨phone:KW⟩',
  'صار لنا ٥ سنين متزوجين',
  'I may come',
])('says no field: %s', (text) => {
  expect(fields(text)).toEqual({});
});
