/** What one family writes, a line at a time: each is sent when all replies to the one before have come. */
export type Script = readonly string[];

/** Private data and rare words in the scripts, and the name on the phones: none may be found anywhere afterwards. */
export const PLANTED = [
  '1010101010', // a Saudi id that passes its check
  'SA0380000000608010167519',
  '0380 0000 0060 8010 1675 19',
  '4242424242424242',
  '4242 4242 4242 4242',
  'A12345678',
  'zumurrud.qanas@example.com',
  '12/03/1961',
  'زمردخانة',
  'quokkaflute',
  'Umm Zumurrud',
];
export const PUSH_NAME = 'Umm Zumurrud';

/** Arabic and English; one thing at a time, several at once, with private data, a boundary question, a change of mind. */
export const scripts: readonly Script[] = [
  [
    'السلام عليكم',
    'أكتب عن والدتي',
    'الكويت، رقم الهوية 1010101010',
    'العربية',
    'القلب',
    'رأي ثاني',
    'عمرها 65 سنة مواليد 12/03/1961',
    'مارس 2027',
    '3',
    'خلال أسابيع',
    'هل يمكن للعيادة مراجعة التقارير قبل السفر؟ زمردخانة، بطاقة 4242 4242 4242 4242 والآيبان SA0380000000608010167519',
    'نعم',
  ],
  [
    'Hello',
    'I am writing for my father',
    'Kuwait, my email is zumurrud.qanas@example.com',
    'English',
    'orthopedics, his knee',
    'a second opinion',
    '65',
    'March 2027',
    '3',
    'within weeks',
    'Can the clinic review the quokkaflute reports before we travel? Passport A12345678, card 4242 4242 4242 4242',
    'yes',
  ],
];
