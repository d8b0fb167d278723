import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const writer: Table = [
  [['child'], ['امي', 'لأمي', 'for my father', 'انا ابنه', 'ommi', "the patient's son", 'لوالدي', '7ag ubooy']],
  [['spouse'], ['زوجتي', 'انا زوجته', 'her husband']],
  [
    ['parent'],
    ['ولدي', 'my daughter is the patient', 'والد الطفل', 'for my son', 'حق ولدي', 'انا ام الطفل', 'المريض ابني'],
  ],
  [
    ['agency'],
    ['مندوب مكتب', 'مكتب سفريات', 'نحن شركة', 'travel agent', "i'm the case coordinator", 'نحن مكتب سياحة علاجية'],
  ],
  [['self'], ['myself', 'me', 'ana el mareed', 'المريضة', 'patient himself']],
  [['sibling'], ['اختي']],
  [['relative'], ['خالتي', 'uncle', 'my grandmother', 'family']],
  [['other'], ['a friend']],
  [['guardian'], ['ولي امره']],
];

test.each(writer.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'writer: %s',
  (text, values) => {
    const said = found(text, 'writer');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

const language: Table = [
  [
    [['ar', 'en']],
    [
      'both',
      'عربي وانجليزي',
      'الاثنين',
      'Arabic, a bit of English',
      'either',
      'arabic + english',
      '3arabi w englizi',
      'كلاهما',
      'we speak both',
      'عربي وشوي انجليزي',
      'عربي واذا ما في انجليزي',
    ],
  ],
  [
    [['ar']],
    ['عربي', 'arabic only, no english', 'بالعربي لو سمحت', 'AR', 'العربية فقط', 'bel 3arabi', 'العربية لغة العائلة'],
  ],
  [[['en']], ['English please', 'englizi', 'الانجليزيه', 'eng', 'not arabic, english']],
  [[['ur']], ['اوردو']],
  [[['ru', 'ar']], ['Russian is fine too, Arabic better']],
];

test.each(language.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'language: %s',
  (text, values) => {
    const said = found(text, 'language');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

const moreWriters: Table = [
  [['self'], ['لي انا', "it's me", 'المريض هو انا', 'ana sa7eb el 7ala', 'I am the one who is sick']],
  [['child'], ['ولدها', 'ابنه الأكبر', 'بنت المريضة', "the patient's daughter", 'wldha']],
  [['spouse'], ['زوجها', 'ana zojat il mareed', 'the wife', 'مرته']],
  [['parent'], ['امها', "I am the patient's mother", 'والدته']],
  [['sibling'], ['اخت المريضة', 'شقيقه', 'a5u il mareed']],
  [['relative'], ['بنت اخته', 'حماتي', 'عديله', 'من اهله', 'her niece', 'his brother in law']],
  [['agency'], ['وسيط علاجي', 'on behalf of a client', 'احنا مكتب تنسيق بالرياض']],
  [
    ['other'],
    [
      'كفيله، العامل عندي بالمزرعة',
      'جارهم',
      'his nurse',
      'والدة صديقي',
      'a friend of the family',
      'company HR',
      "I'm his doctor",
      'زميلته في الشغل',
      'her employer, she is our maid',
    ],
  ],
];

test.each(moreWriters.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'writer: %s',
  (text, values) => {
    const said = found(text, 'writer');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

const unasked = [
  ['عندي ديسك في الظهر وابي رأي ثاني', 'self'],
  ['I was diagnosed with breast cancer last month', 'self'],
  ['عندي مريض ابوي بالقلب', 'child'],
  ['my sons knee is torn, he is 17', 'parent'],
  ['صديقي يعاني من ورم في الراس وابي اساعده', 'other'],
  ['اخوي الله يعافيك كم سعر العملية', undefined],
  ['thanks brother, how much for visa?', undefined],
  ['I have an MRI report', undefined],
] as const;

test.each(unasked)('writer unasked: %s', (text, value) => {
  expect(all(text).find((said) => said.field === 'writer')?.value).toBe(value);
});

const moreLanguages: Table = [
  [[['ar']], ['لهجة كويتية', 'ما نعرف غير العربي', 'Ma y3rf ela 3arabi', 'امي ما تفهم انجليزي، عربي لو سمحت']],
  [[['ar']], ['العربية، انجليزيتنا ضعيفة', 'Arabic, my english is weak', 'mother only speaks arabic']],
  [[['ar', 'en']], ['عربي واذا ماكو انجليزي', 'اي شي', '2 languages fine', 'any language']],
  [[['hi', 'en']], ['Hindi or English', 'both Hindi and English']],
  [[['bn']], ['bangla']],
  [[['ta']], ['Tamil']],
  [[['sw', 'ar']], ['سواحيلي وعربي']],
  [[['hi']], ['हिंदी']],
  [[['fr', 'ar']], ['français ou arabe', 'French or Arabic']],
];

test.each(moreLanguages.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'language: %s',
  (text, values) => {
    const said = found(text, 'language');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);

test.each(['هل عندكم دكتور يتكلم عربي؟', 'is there an Arabic speaking doctor', 'عندي تقرير بالانجليزي'])(
  'no language of the family: %s',
  (text) => {
    expect(all(text).find((said) => said.field === 'language')).toBeUndefined();
  },
);

test.each([
  ['ابنها الكبير محمد', 'ابنها'],
  ['talk to my sister', 'my sister'],
  ['بنت اخوي', 'بنت اخوي'],
  ['المدام', 'المدام'],
])('family contact: %s', (text, words) => {
  expect(found(text, 'family_contact')?.value).toBe(words);
});
