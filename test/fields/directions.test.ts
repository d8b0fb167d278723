import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What is understood (several values: the readings that are asked about), and the answers that mean it. */
type Table = readonly (readonly [readonly unknown[], readonly string[]])[];

const direction: Table = [
  [['cardiology'], ['القلب', 'جلطة بالقلب', 'ثقب في القلب لطفل', 'صمام القلب', '3amaliyat galb', 'ضعف عضلة القلب']],
  [
    ['orthopedics'],
    [
      'ركبتي تعورني',
      'الم بالركب',
      'hip replacement',
      'rokba',
      'خشونة ركب',
      'رباط صليبي',
      'تطويل قامة',
      'مفصل ورك',
      'ألم الكتف',
      'ركب خشنة',
      'الم بالمفاصل والعظام',
    ],
  ],
  [
    ['oncology'],
    [
      'sara6an',
      'سرطان البروستات',
      'oncologyy',
      'brain tumor',
      'prostate cancer',
      'ورم دماغ',
      'جلسات كيماوي للوالدة',
      'اورام بالغدة',
    ],
  ],
  [['fertility'], ['اطفال انابيب', 'عقم']],
  [['transplant'], ['زراعة كلى', 'زراعة كبد', 'زراعة كبد لطفل', 'فشل كلوي وزراعة']],
  [['hematology'], ['زراعه نخاع', "amra'9 el dam", 'lymphoma', 'لوكيميا', 'sickle cell']],
  [['nephrology'], ['kidney failure, dialysis', 'غسيل كلى', 'chronic kidney disease']],
  [
    ['neurology'],
    [
      'العصب السابع',
      'جلطة بالراس',
      'شلل دماغي للاطفال',
      'child with epilepsy',
      'ms treatment stem cells',
      'mo5 w a39ab',
      'الزهايمر لجدتي',
      'ابوي عنده باركنسون',
      'ضمور عضلات',
    ],
  ],
  [['rehabilitation'], ['stroke rehab', 'physio after accident', 'تأهيل بعد حادث']],
  [
    ['ophthalmology'],
    ['ضعف نظر', 'ليزر عيون', '3oyoon', 'شبكية العين', 'قرنية مخروطية', 'shabakyat el 3ain', 'زراعة قرنيه'],
  ],
  [['plastic_surgery'], ['زراعة شعر', 'hair transplant', 'شد بطن']],
  [['endocrinology'], ['قصر قامة', 'سكري', 'غدد', 'sokkar']],
  [['urology'], ['بروستات']],
  [['psychiatry'], ['ابني عنده توحد', 'وسواس قهري', 'marad nafsi']],
  [['bariatric'], ['تكميم', 'bariatric', 'سمنة مفرطة']],
  [
    ['spine'],
    [
      'l4 l5 disc',
      'back pain',
      'ألم أسفل الظهر',
      'عرق النسا',
      'spinal cord injury',
      "'6ahri y3awerni",
      'انحراف بالعمود الفقري',
    ],
  ],
  [
    ['gastroenterology'],
    ['كبد', 'المرارة', 'بواسير', 'تليف كبد', 'التهاب كبد سي', 'فتق', 'حصوة مرارة', 'قرحة', 'hemorrhoids'],
  ],
  [['vascular'], ['دوالي الساقين', 'قدم سكري', 'ضيق شرايين الرجل', 'varicose veins']],
  [['rheumatology'], ['lupus', 'نقرس']],
  [['dental'], ['تقويم', 'teeth whitening']],
  [['dermatology'], ['skin', 'صدفيه', 'أكزيما للاطفال', 'حروق']],
  [['gynecology'], ['ورم ليفي', 'cyst on ovary', 'pcos']],
  [['ent'], ['ضعف سمع عند بنتي', 'جيوب انفيه', 'cochlear', 'نقص سمع']],
  [['pulmonology'], ['asthma', 'الرئة']],
  [['checkup'], ['executive checkup']],
  [[null], ['مو عارف اي قسم']],
  [['cardiology', 'nephrology'], ['heart and kidney']],
];

test.each(direction.flatMap(([values, texts]) => texts.map((text) => [text, values] as const)))(
  'direction: %s',
  (text, values) => {
    const said = found(text, 'direction');
    expect(said?.readings ?? [said?.value]).toEqual(values);
  },
);
