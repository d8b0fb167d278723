import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

/** One code and the answers that mean it, in the words of families, of doctors and of tired thumbs. */
const answers: Record<string, readonly string[]> = {
  oncology: [
    'كانسر بالرحم',
    'breast ca',
    'المرض الشين',
    'wram 5abeeth',
    'ورم بالقولون انتشر للكبد',
    'colon cancer with anemia',
  ],
  hematology: ['AML in remission', 'نقص صفائح', 'ابني عنده لوكيميا ونبي كيماوي', 'blood cancer', 'thalasemia'],
  cardiology: [
    'ارتفاع ضغط الدم',
    'CAD',
    'hole in heart, my baby',
    'AFib ablation',
    'mitral valve prolapse',
    'congenital heart defect baby 8 months',
  ],
  neurology: ['ser3', 'شقيقة مزمنه', 'CVA', 'رعشة في اليد اليمين', 'trigeminal neuralgia', 'epilespy'],
  spine: ['spondylolisthesis', 'انزلاق بالفقره الخامسه', 'slipped disc c5 c6', 'الم بالظهر'],
  orthopedics: ['TKR', 'تقوس الساقين', 'bunion surgery', 'fracture that did not heal', 'زراعة مفصل'],
  rehabilitation: [
    'post stroke physio',
    'مركز تأهيل للوالد بعد الجلطة',
    'learning to walk again after accident',
    '3alaj tabi3i ba3d jalta',
  ],
  ophthalmology: [
    'موية زرقاء',
    'ضغط العين',
    'الشبكيه من السكر',
    'catract operation',
    'cornea transplant',
    'transplant of cornea',
  ],
  fertility: [
    'زراعة اجنة',
    'ما عندنا ذرية',
    'husband zero sperm',
    'no kids after 6 years marriage',
    'infertility after chemo',
  ],
  gynecology: ['تليفات', 'heavy periods', 'OB/GYN', 'takayus mabayeth', 'دوره غير منتظمه'],
  urology: ['ارتجاع البول', 'UTI keeps coming back', 'دم بالبول', 'renal stones', 'ضعف جنسي من السكر'],
  nephrology: ['غسيل', 'creatinine high', 'ESRD', 'القلب سليم بس الكلى تعبانة', 'kidney failure from diabetes'],
  gastroenterology: ['ناسور', 'gall bladder stones', 'H pylori', 'كبد وبائي', 'cirosis of liver'],
  bariatric: ['ابي اضعف', 'gastric sleeve revision', 'تكميم فاشل', 'balloon for stomach'],
  endocrinology: ['hashimoto', 'T2DM', 'قصر قامة', 'نقص هرمون النمو'],
  pediatrics: ['اطفال', 'خديج', 'baby born premature', 'rare genetic disease in my son', 'tefl mareed'],
  ent: ['ما يسمع', 'ethn w anf', 'زراعه قوقعه لبنتي', 'snoring', 'jeyoob anfeya'],
  dental: ['all on 4', 'ابتسامة هوليود', 'زراعة للاسنان', 'dentel implant'],
  dermatology: ['7asasiyat jild', 'بهاق', 'hair is falling', 'skin rash'],
  plastic_surgery: ['نحت', 'شفة ارنبية', 'شد بعد نزول الوزن', 'cleft palate', 'liposuction and tummy'],
  pulmonology: ['ماي على الرئة', 'lung fibrosis on oxygen', 'tuberculosis', 'sleep apnea'],
  rheumatology: ['RA', 'التهاب مفاصل رثوي', 'FMF', "behcet's"],
  psychiatry: ['اخوي مدمن ونبي مصحة', 'panic attacks', 'فرط حركة', 'drug addict'],
  vascular: ['دوالي', 'DVT', 'مشكله في الشرايين اللي بالرجول', 'قدم سكرية مهددة بالبتر', 'aorta aneurysm'],
  transplant: ['organ transplant', 'يحتاج زراعه كليه واخوه متبرع', 'he needs new kidney'],
  checkup: ['نتطمن على صحتنا', 'routine medical tests', 'kashf 3am', 'فحص لكل الجسم'],
  other: ['infectious disease', 'pain clinic', 'اخرى'],
};

test.each(Object.entries(answers).flatMap(([code, texts]) => texts.map((text) => [text, code] as const)))(
  '%s is %s',
  (text, code) => {
    const said = found(text, 'direction');
    expect(said?.readings ?? said?.value).toEqual(code);
  },
);

test.each([
  ['skin and teeth', ['dermatology', 'dental']],
  ['ركبة وقلب', ['orthopedics', 'cardiology']],
  ['heart and sugar', ['cardiology', 'endocrinology']],
])('two matters are two readings: %s', (text, codes) => {
  expect(found(text, 'direction')?.readings).toEqual(codes);
});

test.each([
  ['my father is diabetic and needs a cataract operation', 'ophthalmology'],
  ['knee replacement but he has high blood pressure and sugar', 'orthopedics'],
  ['had eye surgery, now the problem is his kidneys', 'nephrology'],
])('what goes along or was before is not the matter: %s', (text, code) => {
  expect(found(text, 'direction')?.value).toEqual(code);
});

test.each([
  'تعبان',
  'عملية',
  'عندي الم',
  'زراعة',
  'surgery',
  'not sure',
  'he is very sick',
  'just asking',
  'my father',
  'رعاية منزلية',
  'الوحدة',
  'شقيقتي',
  'عمي مريض',
  'personal matter',
  'the building',
  'these games',
])('says no direction even when asked: %s', (text) => {
  const said = found(text, 'direction');
  expect(said?.value ?? null).toBeNull();
});

test.each([
  'من قلبي شكرا لكم',
  'thank you from the bottom of my heart',
  'نحن نسكن في العين',
  'my back up number is this',
  'we will be back in January',
  'ابشري يا عين امي',
  'الشغل الغد ان شاء الله',
  'إذن نلتقي باكر',
  'بعد غد نرسل',
  'فديت قلبك',
  'شقيقتي بتكلمكم',
  'كلية ولدي بتخلص في يونيو',
  'we are coming with 2 children',
  'sorry my desk is a mess',
  'لا تنسى ترد علي',
  'في احد جربكم قبل',
  'adfa3 kash walla ta7weel',
  'good hearing from you',
  'my pad is full',
])('says no direction unasked: %s', (text) => {
  expect(all(text).filter((said) => said.field === 'direction')).toEqual([]);
});

test('marks, tatweel, doubled letters and Latin digits change nothing', () => {
  for (const text of ['القَلْبُ', 'القـــلب', 'القلبببب', '\u200fالقلب\u200e'])
    expect(found(text, 'direction')?.value).toBe('cardiology');
});

test('a hostile text is read quickly', () => {
  for (const letter of ['ك', 'k', 'و ', '3 ', 'transplant ', 'because ']) {
    const started = performance.now();
    found(letter.repeat(50_000), 'direction');
    expect(performance.now() - started).toBeLessThan(2_000);
  }
});

test('an abbreviation in capitals counts unasked', () => {
  expect(all('Mr. S, Saudi. CLL. Wants second opinion').find((said) => said.field === 'direction')?.value).toBe(
    'hematology',
  );
});
