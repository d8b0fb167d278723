import { expect, test } from '@jest/globals';
import { found } from './found.ts';

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
    [
      'عربي',
      'arabic only, no english',
      'بالعربي لو سمحت',
      'AR',
      'العربية فقط',
      'bel 3arabi',
      'العربية لغة العائلة',
    ],
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
