import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const answers: Table = [
  [
    [1],
    [
      'ما معي احد',
      'محد بيجي معاي',
      'the patient only, companions stay home',
      'el mareed lo7da',
      'nobody with me, only me',
    ],
  ],
  [
    [2],
    [
      'انا وهو بس',
      'واحد يرافقني',
      'المريضة ومحرمها',
      'الوالد وانا مرافقه',
      'wife and me, she is the patient',
      'مع زوجتي',
      'with my husband',
      'زوجته بس',
      'زوجان',
      'انا ومراتي',
      'patient with one bystander',
      'اخوي وياه',
      'him n a friend',
      'هو وزوجته',
      'مع ابوه بس',
      'his wife will accompany him',
      'محد بيروح معاه غير امه وبس يعني اثنين',
    ],
  ],
  [
    [3],
    [
      'انا وابوه وهو',
      'المريضة وبنتيها',
      'ma3ai thnain',
      'ana w zojy w bnty',
      'الطفل مع امه وابوه',
      'المريض برفقة شخصين',
      'شخصان بالإضافة إلى المريض',
      'المريض ومرافقيه الاثنين',
      'ثلاثتنا',
      'المريضة وبنتها وزوج بنتها',
      'المريض وولده وزوجة ولده',
      'الوالد ومرافقين اثنين',
      'the patient and both his sons',
      'one patient plus two',
      'pt + 2 att',
      'three pax including patient',
      'انا وابويه والسايق',
      'شخصين ويا المريض يعني ثلاثه',
      '2 ladies 1 gent',
      'يسافر مع الأم والأب',
      'الوالدين يرافقونه',
      'انا واخوي نرافق الوالد',
      'شخصين بالغين وطفل واحد',
      'هي وزوجها وطفلها الرضيع',
      'a child and 2 parents',
      '2 companions, wife and son',
      'kids will stay home, me, my wife and her sister',
    ],
  ],
  [
    [4],
    [
      'three of us plus the patient',
      '3 people and the patient',
      '٣ اشخاص والمريض',
      'المريض من غيره ٣',
      'المريض وزوجته وولدين',
      'انا وزوجي وطفلتين',
      'مرافقين عدد ٣',
      '3 brothers taking our father',
      'twins and both parents',
      'three pax excluding patient',
      '4 adults no kids',
      'myself, my husband and our twin boys',
      '3 now and my brother will join later',
      'اربعتنا',
    ],
  ],
  [
    [5],
    [
      'patient, wife, 2 sons and a nurse',
      'انا وزوجتي وعيالي الثلاثة',
      'الوالدة وعيالها الأربعة',
      'الوالد والوالدة وانا واخواني اثنين',
      'اخوي المريض وزوجته وبنته وانا وامي',
    ],
  ],
  [[5], ['me+wife+3kids', '5 including the patient and a nurse']],
  [
    [6],
    [
      'Party of 6 including the patient and a male nurse',
      'half dozen',
      'نحن عائلة ستة افراد',
      '5 minus the patient',
      'bu 3yali, kilna 6',
    ],
  ],
  [[9], ['سبعة بالغين ورضيعين', 'تسع اشخاص ثلاثة منهم اطفال']],
  [[30], ['30', 'ثلاثين شخص']],
  [[{ min: 2, max: 3 }], ['اثنين ثلاثة', 'شخصين الى ثلاثة', 'two of us plus my sister might join']],
  [[{ min: 3, max: 4 }], ['بين ٣ و ٤', '3 or maybe 4', 'ma3ay thnain aw thalatha']],
  [[{ min: 5, max: 6 }], ['٥/٦', 'يمكن ٥ ويمكن ٦']],
  [
    [2, 3],
    ['father and son', 'رجل وزوجته', 'mother and her son', 'ابوي واخوه'],
  ],
  [
    [4, 3],
    ['my wife and 2 sons', 'انا واخواني ٣'],
  ],
];

test.each(answers.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))('%s', (text, values) => {
  const said = found(text, 'family_size');
  expect(said?.readings ?? [said?.value]).toEqual(values);
});

test.each([
  '0',
  'صفر',
  '31',
  '100 persons',
  '٤ ايام',
  'كم واحد مسموح؟',
  'me and my family',
  'انا وعيالي',
  'and 1 maid',
])('not an answer: %s', (text) => {
  expect(found(text, 'family_size')).toBeUndefined();
});

test.each<[string, unknown]>([
  ['ابي اسافر انا وزوجتي للعلاج بالخارج', 2],
  ['Patient with two attendants, Riyadh, spine surgery', 3],
  ['We are a family of 4 from Dubai', 4],
  ['بيسافر المريض ومعه اثنين من عياله', 3],
  ['total pax 6 / Muscat / ortho', 6],
  ['male 34, ACL tear, him n a friend', 2],
  ['baby 8 months, VSD. يسافر مع الأم والأب', 3],
  ['ولد عمره ١٥، نقص هرمون النمو، مع ابوه بس', 2],
  ['طفل عمره سنة، خلع ورك، الوالدين يرافقونه', 3],
  ['Emirati couple + 3 kids (4, 8, 11) + maid. Only the wife is patient', 6],
  ['الوالدة فيها روماتويد، هي وبنتينها وولدها محرم', 4],
  ['67 M, Doha. Accompanied by wife. Arabic.', 2],
  ['Bahrain, IVF. Husband will accompany.', 2],
  ['lady late fifties, travels w/ daughter', 2],
  ['Retired man 64 - hip - with wife and a male nurse - May', 3],
  ['المرافقين الام والاب والجدة', 4],
  ['the family is 7 persons but only 3 will travel', 3],
  ['عنده ٧ اولاد، بس اللي بيسافر معه اثنين', 3],
  ['my father travels with my brother', 2],
  ['Female 28 Manama, septum, with her mother, any time', 2],
  ['we are 7 but only 3 will travel', 3],
  ['3 travellers, Arabic only, travel 15 Jan', 3],
  ['Female (41) / fibroid / husband + 1 kid / Feb', 3],
  ['2 pax, how much is the visa?', 2],
])('unasked: %s', (text, value) => {
  expect(all(text).find((said) => said.field === 'family_size')?.value).toBe(value);
});

test.each([
  'Patient with 3 vessel disease',
  'he cannot travel alone',
  'there are 3 hospitals in Moscow',
  'my father is the patient and will travel',
  'عندها ٥ اولاد وتعبت من الولادة',
  'me and my wife cannot get pregnant',
  'عندي ٣ عيال والمريض ولدي الصغير',
  'he has 4 children and lives with his wife in Muscat',
  'انا ام لثلاث اطفال ابي عملية شد',
  'we travel with my father',
  'is there a room for 4 people near the clinic?',
  'هل يمكن ان يرافق المريض شخصين',
  'please talk with his son only about the price',
])('nothing of travellers: %s', (text) => {
  expect(all(text).some((said) => said.field === 'family_size')).toBe(false);
});

test('an age among the travellers does not stand in the words (R005)', () => {
  const said = found('me, my son 57 years old and my wife', 'family_size');
  expect(said?.value).toBe(3);
  expect(said?.words).not.toContain('57');
});

test.each(['3 or ', 'me and ', '1/', '(', 'المريض و', '2 adults '])('50,000 characters of %j take no time', (piece) => {
  const start = performance.now();
  found(piece.repeat(50_000 / piece.length), 'family_size');
  found(piece.repeat(50_000 / piece.length), 'age_group');
  expect(performance.now() - start).toBeLessThan(1500);
});
