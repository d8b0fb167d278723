import { describe, expect, test } from '@jest/globals';
import type { Meaning, Pending } from '../../src/understanding/meaning.ts';
import { casesIn } from '../../src/understanding/notes/cases.ts';
import { clinicQuestionOf } from '../../src/understanding/notes/clinicQuestion.ts';
import { understand } from '../../src/understanding/understand.ts';
import { today } from './rows.ts';

const say = (text: string, pending: Pending | null): Meaning[] =>
  understand({ kind: 'text', text }, { pending, today }).meanings;
const saidIn = (meanings: readonly Meaning[]): Record<string, unknown> =>
  Object.fromEntries(
    meanings.flatMap((one) => (one.type === 'said' ? one.said.map((each) => [each.field, each.value]) : [])),
  );
/** What a message is besides the fields it says; a topic by its name. */
const restIn = (meanings: readonly Meaning[]): string[] =>
  meanings.flatMap((one) => (one.type === 'said' ? [] : [one.type === 'topic' ? one.topic : one.type]));

const menu = (...codes: string[]) => codes.map((code) => ({ code, labels: [] }));
const open: Record<string, Pending | null> = {
  nothing: null,
  writer: { field: 'writer', options: menu('self', 'child', 'spouse', 'parent', 'other', 'agency') },
  country: { field: 'country', options: menu('SA', 'AE', 'QA', 'KW', 'BH', 'OM') },
  language: { field: 'language', options: menu('ar', 'en', 'ar+en') },
  direction: { field: 'direction' },
  age: { field: 'age_group' },
  dates: { field: 'dates' },
  size: { field: 'family_size' },
  question: { field: 'question', freeText: true },
  review: { options: menu('both', 'forward', 'none'), yesNo: true },
  goal: { field: 'goal', options: menu('second_opinion', 'consultation', 'treatment') },
};

const range = (from: string, to: string) => ({ kind: 'range', from, to, granularity: expect.any(String) });
const flexible = { kind: 'flexible' };

describe('an answer is of the field it speaks of', () => {
  test.each<[string, keyof typeof open, Record<string, unknown>]>([
    // Who writes is not changed by relatives in another answer.
    ['me, my wife and two kids', 'size', { family_size: 4 }],
    ['القلب، خايف مثل جدي الله يرحمه', 'direction', { direction: 'cardiology' }],
    ['I am his son', 'country', { writer: 'child' }],
    ['أنا بنته', 'dates', { writer: 'child' }],
    ['we are an agency', 'country', { writer: 'agency' }],
    ['hal momkn yshoofoon el ta7aleel gabl ma nji?', 'dates', {}],
    ['ابي اكلم احد', 'writer', {}],
    ['is there a branch in kuwait', 'writer', {}],
    ['is there a branch in kuwait', 'nothing', {}],
    ['عندكم فرع في الكويت؟', 'writer', {}],
    ['وش اخبار الجو عندكم في موسكو', 'writer', {}],
    ['how is the weather in moscow', 'writer', {}],
    ['المريضة: الوالدة', 'writer', { writer: 'child' }],
    ['المريضة: الوالدة\nالبلد: الكويت', 'nothing', { writer: 'child', country: 'KW' }],
    ['نكتب عن: الوالدة\nالعمر: ٦٦', 'nothing', { writer: 'child', age_group: '60+' }],
    // Two is no Monday.
    ['ابوي وامي وانا واخواني الاثنين', 'size', { family_size: 5 }],
    ['انا واولادي الثلاثة', 'size', { family_size: 4 }],
    ['يوم الاثنين الجاي', 'dates', { dates: range('2026-11-23', '2026-11-23') }],
    // Dates.
    ['مو في رمضان، بعده', 'dates', { dates: range('2027-03-09', '2027-04-09') }],
    ['not in may, after', 'dates', { dates: range('2027-06-01', '2027-07-02') }],
    ['not in May, before', 'dates', { dates: range(today, '2027-04-30') }],
    ['قتلني الانتظار، متى ما تبون', 'dates', { dates: flexible }],
    ['متى ما بغيتوا', 'dates', { dates: flexible }],
    ['whenever you want', 'dates', { dates: flexible }],
    // Menus.
    ['2nd one', 'goal', { goal: 'consultation' }],
    ['the first', 'goal', { goal: 'second_opinion' }],
    ['the 3rd option', 'goal', { goal: 'treatment' }],
    ['الثاني', 'goal', { goal: 'consultation' }],
    ['اول واحد', 'goal', { goal: 'second_opinion' }],
    ['الخيار الثالث', 'goal', { goal: 'treatment' }],
    ['second opinion', 'goal', { goal: 'second_opinion' }],
  ])('%s [%s]', (text, pending, expected) => expect(saidIn(say(text, open[pending] ?? null))).toEqual(expected));
});

describe('what is no question for the clinic', () => {
  test.each<[string, Record<string, unknown>]>([
    ['in March', { dates: range('2027-03-01', '2027-03-31') }],
    ['Kuwait', { country: 'KW' }],
    ['we are 4', { family_size: 4 }],
    ['65 years', { age_group: '60+' }],
    ['القلب', { direction: 'cardiology' }],
    ['مو مستعجل', { urgency: 'low' }],
    ['urgent!!', { urgency: 'high' }],
    ['نعم للأمرين', {}],
    ['yes yes send it', {}],
    ['ok', {}],
  ])('%s', (text, expected) => expect(saidIn(say(text, open.question ?? null))).toEqual(expected));

  test.each([
    'how urgent is the surgery',
    'كم سعر العملية في مارس',
    'cost of heart surgery',
    'ممكن الدكتور يشوف الاشعه قبل لا نيي؟',
    'شو البيانات اللي تحتاجها العيادة؟',
    'هل يمكن عرض الأشعة على طبيب قبل السفر؟',
    'هل العلاج ينفع لقلب الوالد',
    'surgery or not',
  ])('%s is one', (text) => expect(saidIn(say(text, open.question ?? null))).toMatchObject({ question: text }));

  test.each(['نعم للأمرين', 'yes yes send it', 'ok'])('%s is a yes', (text) =>
    expect(restIn(say(text, open.question ?? null))).toEqual(['yes']),
  );

  test.each([
    ['هل يمكن عرض الأشعة على طبيب قبل السفر؟', 'documents_review'],
    ['ممكن الدكتور يشوف الاشعه قبل لا نيي؟', 'documents_review'],
    ['hal momkn yshoofoon el ta7aleel gabl ma nji?', 'documents_review'],
    ['شو البيانات اللي تحتاجها العيادة؟', 'data_needed'],
  ])('%s comes to %s', (text, form) => expect(clinicQuestionOf(text).forms).toContain(form));
});

describe('the question a note puts', () => {
  test.each([
    ['الوالد قلب ٧٠ سنة\nسؤالنا حق العيادة: هل تكفي التقارير', 'هل تكفي التقارير'],
    ['الوالد قلب ٧٠ سنة، والسؤال: ما البيانات المطلوبة من العيادة', 'ما البيانات المطلوبة من العيادة'],
  ])('%s', (text, question) => expect(saidIn(say(text, null)).question).toBe(question));
});

describe('what a message is', () => {
  test.each<[string, keyof typeof open, string[]]>([
    ['القلب، خايف مثل جدي الله يرحمه', 'direction', []],
    ['do you answer at night', 'writer', ['ask_timing']],
    ['امر آخر', 'country', []],
    ['why do you need this?', 'dates', ['why']],
    ['how much does it cost and do you get the visa?', 'nothing', ['ask_price', 'ask_visa']],
    ['Arabic', 'language', []],
    ['عربي', 'language', []],
    ['English', 'language', []],
    ['english please', 'language', ['language']],
    ['ابي اكلم احد', 'writer', ['human']],
  ])('%s [%s]', (text, pending, expected) =>
    expect(
      restIn(say(text, open[pending] ?? null)).filter((one) => !['unclear', 'unsure', 'worry'].includes(one)),
    ).toEqual(expected),
  );
});

describe('several patients', () => {
  test.each<[string, number, string[]]>([
    [
      'Two patients from Kuwait. Case 1: my father, 70, heart, second opinion. Case 2: my sister, 33, IVF',
      2,
      [
        'Two patients from Kuwait.\nmy father, 70, heart, second opinion.',
        'Two patients from Kuwait.\nmy sister, 33, IVF',
      ],
    ],
    ['Father 70, heart, second opinion, travel in May', 1, []],
    ['حالتين من الكويت. الحالة الأولى: والدي ٧٠ قلب رأي ثاني. الحالة الثانية: اختي ٣٣ اطفال انابيب', 2, []],
    ['حالتين من الكويت: والدي قلب ويبي الرأي الثاني، واختي اطفال انابيب', 2, []],
  ])('%s', (text, patients, parts) => {
    const cut = casesIn(text);
    expect(cut.patients).toBe(patients);
    if (parts.length > 0) expect(cut.parts).toEqual(parts);
  });
});

describe('a long note in one breath', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      'Hello, أبوي 75 سنة عنده cancer في البروستات، نبي second opinion في روسيا، we are from Kuwait, travel in January, انا وابوي واخوي, not urgent, عربي و English',
      {
        writer: 'child',
        country: 'KW',
        language: ['ar', 'en'],
        goal: 'second_opinion',
        family_size: 3,
        urgency: 'low',
      },
    ],
    [
      'مرحبا الساع، ولدي عمره ٩ سنين فيه مشكلة في العظام، نحن من العين، نبا استشاره، شو التواريخ؟ نقدر نسافر في شهر ٣، بنكون اربعه مع الولد، الموضوع مب مستعيل، بالعربي والانجليزي',
      { writer: 'parent', country: 'AE', language: ['ar', 'en'], family_size: 4, urgency: 'low' },
    ],
  ])('%s', (text, expected) => expect(saidIn(say(text, null))).toMatchObject(expected));
});
