import { expect, test } from '@jest/globals';
import type { Note } from '../../src/understanding/notes/note.ts';
import { notesIn, readNote } from '../../src/understanding/notes/readNote.ts';
import { mask } from '../../src/understanding/private/mask.ts';

const today = '2026-11-22';
const read = (text: string): Note => readNote(mask(text, today).text, today);
const january = { kind: 'range', from: '2027-01-01', to: '2027-01-31', granularity: 'month' };

const form = {
  country: 'QA',
  language: ['ar', 'en'],
  direction: 'ophthalmology',
  goal: 'treatment',
  age_group: '40-59',
  dates: january,
  family_size: 2,
  urgency: 'low',
  question: true,
  documents: ['mri'],
  consent: 'stated',
  contact_owner: 'agency',
  missing: [],
};

test.each([
  [
    'colons',
    'Country: Qatar\nLanguage: Arabic, English\nDirection: eyes\nGoal: treatment\nAge: 45\nDates: January\nPax: 2\nUrgency: not urgent\nDocuments: MRI (Oct 2026, EN)\nClinic Q: can the MRI be reviewed?\nConsent: signed by the patient\nContact: our office',
  ],
  [
    'numbers and dashes',
    '1- البلد - قطر\n2- اللغة - عربي وانجليزي\n3- التخصص - عيون\n4- الهدف - علاج\n5- العمر - ٤٥\n6- الموعد - يناير\n7- عدد المسافرين - ٢\n8- الاستعجال - غير مستعجل\n9- المستندات - رنين\n10- سؤال للعيادة: هل يمكن مراجعة الرنين؟\n11- الموافقة - المريض وافق كتابيا\n12- التواصل - عن طريق مكتبنا',
  ],
  [
    'slashes',
    'البلد/ قطر\nاللغة/ عربي وانجليزي\nالتخصص/ عيون\nالهدف/ علاج\nالعمر/ ٤٥\nالموعد/ يناير\nعدد المسافرين/ ٢\nالاستعجال/ غير مستعجل\nالمستندات/ رنين\nسؤال للعيادة/ هل يمكن مراجعة الرنين؟\nالموافقة/ تمت كتابيا\nالتواصل/ معنا فقط',
  ],
  [
    'one line',
    'Country: Qatar. Lang: AR/EN. Direction: eyes. Goal: treatment. Age: 45. Dates: January. Pax: 2. Urgency: low. Reports: MRI (2026). Consent: yes. Contact: us. Question to clinic: can the MRI be reviewed?',
  ],
  [
    'a table',
    '| Country | Qatar |\n| Language | Arabic / English |\n| Direction | eyes |\n| Goal | treatment |\n| Age | 45 |\n| Dates | January |\n| Pax | 2 |\n| Urgency | low |\n| Documents | MRI |\n| Question for clinic | can the MRI be reviewed? |\n| Consent | given |\n| Contact | agency |',
  ],
  [
    'a table with heads',
    'Country | Language | Direction | Goal | Age | Dates | Pax | Urgency | Documents | Clinic question | Consent | Channel\n---|---|---|---|---|---|---|---|---|---|---|---\nQatar | Arabic, English | eyes | treatment | 45 | January | 2 | low | MRI | can the MRI be reviewed? | signed | our office',
  ],
  [
    'Russian',
    'Страна: Катар\nЯзык: арабский, английский\nНаправление: офтальмология\nЦель: лечение\nВозраст: 45\nДаты: январь\nЕдут: двое\nСрочность: низкая\nДокументы: МРТ\nВопрос клинике: можно ли рассмотреть снимки заранее?\nСогласие: подписано\nКонтакт: через нас',
  ],
])('a form in %s', (_, text) => {
  expect(read(text)).toMatchObject(form);
});

test('what is left open in a form stays open', () => {
  const note = read('Country: Oman\nAge: TBC\nDates -\nUrgency: will ask\nالسؤال: -\nConsent: -');
  expect(note).toMatchObject({ country: 'OM', age_group: null, dates: null, urgency: null, consent: 'not_stated' });
  expect(note.missing).toEqual([
    'language',
    'direction',
    'goal',
    'age_group',
    'dates',
    'family_size',
    'urgency',
    'question',
  ]);
});

test('bare fragments', () => {
  expect(read('Kuwait / cardiac / 61 / 3 pax / January / arabic / medium / consultation')).toMatchObject({
    country: 'KW',
    direction: 'cardiology',
    age_group: '60+',
    family_size: 3,
    dates: january,
    language: ['ar'],
    urgency: 'medium',
    goal: 'consultation',
    missing: ['question'],
  });
});

test('a note that says nothing of a case invents nothing', () => {
  expect(read('We may send you cases next week.')).toMatchObject({
    writer: 'agency',
    country: null,
    direction: null,
    goal: null,
    age_group: null,
    family_size: null,
    urgency: null,
    contact_owner: null,
    consent: 'not_stated',
    documents: [],
    question: false,
    patients: 1,
  });
});

test.each<[string, string[]]>([
  ['Documents: MRI (Oct 2026, EN), medication list', ['mri', 'medication_list']],
  ['Female 46, Jubail. Pelvic ultrasound + MRI (both Nov 2026, EN).', ['ultrasound', 'mri']],
  ['Clinic question: can the echo (Nov 2026, English) be reviewed?', ['echo']],
  ['Clinic question: is a CT needed first?', []],
  ['MRI will be done in December 2026.', []],
  ['No docs yet.', []],
])('documents that are there: %s', (text, expected) => {
  expect(read(text).documents).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Saudi lady, 52. How much is the operation and can she pay by instalments?', ['ask_price', 'ask_payment']],
  ['They ask: is Russia safe now, halal food.', ['ask_safety', 'ask_logistics']],
  ['الاهل يسألون عن السعر ونسبة النجاح', ['ask_price', 'ask_outcome']],
  ['Question to clinic: which data is needed?', []],
  ['Any time in spring except Ramadan. The operation is risky, the price was high in Germany.', []],
])('what wants a boundary answer: %s', (text, expected) => {
  expect([...read(text).boundary_asks].sort()).toEqual([...expected].sort());
});

test('what is asked is not stated', () => {
  expect(read('Kuwait, 45, asap. Can the clinic admit him tomorrow?').dates).toEqual({ kind: 'asap' });
});

test.each([
  [
    'Case 1: Bahraini male 50, knee.\nCase 2: Omani female 28, IVF.',
    ['BH', 'OM'],
    ['40-59', '18-39'],
    ['orthopedics', 'fertility'],
  ],
  [
    'عندنا حالتين\nالحالة الأولى: من الكويت عمره ٧٠، قلب\nالحالة الثانية: من قطر عمرها ٣٠، جلدية',
    ['KW', 'QA'],
    ['60+', '18-39'],
    ['cardiology', 'dermatology'],
  ],
  [
    'Two pts from Kuwait: 1) man, 39, kidney stones 2) his mother, 68, cataract. Arabic.',
    ['KW', 'KW'],
    ['18-39', '60+'],
    ['urology', 'ophthalmology'],
  ],
  [
    'Saudi man, 45, knee.\nSecond patient: Qatari lady, 66, cataract.',
    ['SA', 'QA'],
    ['40-59', '60+'],
    ['orthopedics', 'ophthalmology'],
  ],
])('two patients are two notes: %s', (text, countries, ages, directions) => {
  const notes = notesIn(mask(text, today).text, today);
  expect(notes.map((note) => note.country)).toEqual(countries);
  expect(notes.map((note) => note.age_group)).toEqual(ages);
  expect(notes.map((note) => note.direction)).toEqual(directions);
  expect(notes.map((note) => note.patients)).toEqual([2, 2]);
});

test('what is said of both patients is in both notes', () => {
  const notes = notesIn('Two patients: 1) man, 39, knee 2) lady, 68, cataract. January. Arabic.', today);
  expect(notes.map((note) => [note.dates, note.language])).toEqual([
    [january, ['ar']],
    [january, ['ar']],
  ]);
});

test.each([
  'Patient second opinion please',
  'Case no 7: Kuwait, 45',
  '3 families are interested, one from Tabuk',
  'patient and 2 sons',
  'Patient: 1 adult',
])('one patient: %s', (text) => {
  expect(read(text).patients).toBe(1);
});

test.each([':', '?', '1) ', 'Case 1: ', '| a ', 'ask, ', 'هل ', 'я ', 'MRI (2026, EN)? ', '⟨'])(
  'a hostile note of %p is read in time',
  (piece) => {
    const started = performance.now();
    readNote(piece.repeat(50_000 / piece.length), today);
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);
