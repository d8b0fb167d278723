import { describe, expect, test } from '@jest/globals';
import type { Meaning, Pending } from '../../src/understanding/meaning.ts';
import { understand } from '../../src/understanding/understand.ts';
import { today } from './rows.ts';

const say = (text: string, pending: Pending | null = null): Meaning[] =>
  understand({ kind: 'text', text }, { pending, today }).meanings;
const types = (meanings: readonly Meaning[]) => meanings.map((meaning) => meaning.type);
const topicsOf = (text: string, pending: Pending | null = null) =>
  say(text, pending).flatMap((meaning) => (meaning.type === 'topic' ? [meaning.topic] : []));
/** The fields said, by name; of several readings all. */
const said = (text: string, pending: Pending | null = null): Record<string, unknown> =>
  Object.fromEntries(
    say(text, pending).flatMap((meaning) =>
      meaning.type === 'said' ? meaning.said.map((one) => [one.field, one.readings ?? one.value]) : [],
    ),
  );

const menu = (...options: [code: string, ...labels: string[]][]) =>
  options.map(([code, ...labels]) => ({ code, labels }));
const country: Pending = {
  field: 'country',
  options: menu(['SA', 'السعودية', 'Saudi Arabia'], ['KW', 'الكويت', 'Kuwait'], ['OM', 'عُمان', 'Oman']),
};
const direction: Pending = {
  field: 'direction',
  options: menu(['oncology', 'الأورام', 'Oncology'], ['cardiology', 'القلب', 'Heart'], ['other', 'غير ذلك', 'Other']),
};
const language: Pending = {
  field: 'language',
  options: menu(
    ['ar', 'العربية', 'Arabic'],
    ['en', 'الإنجليزية', 'English'],
    ['ar+en', 'العربية والإنجليزية', 'Arabic and English'],
  ),
};
const review: Pending = {
  options: menu(
    ['both', 'نعم للأمرين', 'Yes to both'],
    ['behalf', 'نعم بالنيابة', 'Yes, on behalf'],
    ['forward', 'نعم للإرسال فقط', 'Yes to sending only'],
    ['none', 'لا', 'No'],
  ),
  yesNo: true,
};
const question: Pending = { field: 'question', freeText: true };

describe('a word that is nearly another one is no answer', () => {
  test.each<[string, Pending]>([
    ['تمام', country],
    ['تمام', direction],
    ['بلابلا', country],
    ['تمام', { field: 'goal' }],
    ['طيب', direction],
    ['اوكي', country],
  ])('%s', (text, pending) => expect(said(text, pending)).toEqual({}));

  test('a word of another field is an answer to that one', () => {
    expect(said('العيون', country)).toEqual({ direction: 'ophthalmology' });
  });

  test.each<[string, Pending, Record<string, unknown>]>([
    ['الكويب', country, { country: 'KW' }],
    ['kuwit', country, { country: 'KW' }],
    ['السعوديه', country, { country: 'SA' }],
    ['cardiolgy', direction, { direction: 'cardiology' }],
  ])('one mistyped letter is forgiven: %s', (text, pending, expected) => expect(said(text, pending)).toEqual(expected));
});

describe('a list of answers', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      'I am the patient, 50, Oman, English, spine, second opinion, in April, alone, not urgent',
      {
        writer: 'self',
        country: 'OM',
        language: ['en'],
        direction: 'spine',
        goal: 'second_opinion',
        age_group: '40-59',
        family_size: 1,
        urgency: 'low',
        dates: { kind: 'range', from: '2027-04-01', to: '2027-04-30', granularity: 'month' },
      },
    ],
    ['اكتب عن والدي، ٧٠ سنة، الكويت', { writer: 'child', age_group: '60+', country: 'KW' }],
    ['my father, 70', { writer: 'child', age_group: '60+' }],
    ['she is 55', { age_group: '40-59' }],
    [
      'my mother, 61, Kuwait, heart, treatment',
      { writer: 'child', age_group: '60+', country: 'KW', direction: 'cardiology', goal: 'treatment' },
    ],
    ['Qatar, spine, consultation', { country: 'QA', direction: 'spine', goal: 'consultation' }],
    ['الكويت، القلب، علاج', { country: 'KW', direction: 'cardiology', goal: 'treatment' }],
    ['قطر، العظام، عملية', { country: 'QA', direction: 'orthopedics', goal: 'surgery' }],
    ['Oman, heart, check-up', { country: 'OM', direction: 'cardiology', goal: 'checkup' }],
    [
      'my father from Kuwait, heart, for treatment',
      { writer: 'child', country: 'KW', direction: 'cardiology', goal: 'treatment' },
    ],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each(['5, 6', 'hello, 12', '٣، ٤ ايام', 'room 50, Moscow'])(
    'a bare number among nothing else is no age: %s',
    (text) => {
      expect(said(text)).not.toHaveProperty('age_group');
    },
  );
});

describe('who writes', () => {
  test.each<[string, string]>([
    ["I'm the father, my son is 9", 'parent'],
    ['my son', 'parent'],
    ['ولدي', 'parent'],
    ['بنتي', 'parent'],
    ['I am the mother, my daughter is 5', 'parent'],
    ['انا الاب، ولدي عمره ٩', 'parent'],
    ['my father', 'child'],
  ])('%s', (text, writer) => expect(said(text, { field: 'writer' })).toMatchObject({ writer }));

  test.each<[string, string]>([
    ["I'm the father, my son is 9", 'parent'],
    ['أنا أم الطفل وعمره ٥ سنوات', 'parent'],
  ])('%s, unasked', (text, writer) => {
    expect(said(text)).toMatchObject({ writer });
  });

  test.each(['my father is here', 'my father is here with me', 'ابوي هنا', 'امي معي الحين'])(
    '%s is no question for a clinic',
    (text) => {
      expect(said(text, question)).not.toHaveProperty('question');
    },
  );
});

describe('a name of two places, or of a place and an eye', () => {
  test.each<[string, unknown]>([
    ['عمان', ['OM', 'JO']],
    ['عُمان', 'OM'],
    ['Oman', 'OM'],
    ['العين', 'AE'],
  ])('%s', (text, expected) => {
    expect(said(text, { field: 'country' })).toMatchObject({ country: expected });
    expect(said(text, country)).toMatchObject({ country: expected });
  });
});

describe('changes', () => {
  test.each<[string, number]>([
    ['change 6', 6],
    ['change 4', 4],
    ['تعديل ٤', 4],
    ['غيّر ٢', 2],
    ['edit 10', 10],
    ['تعديل ١', 1],
    ['change number 3', 3],
    ['عدّل رقم ٣', 3],
  ])('%s at the review', (text, line) => {
    expect(say(text, review)).toEqual([{ type: 'change', line }]);
    expect(say(text)).toEqual([{ type: 'change', line }]);
  });

  test('a bare change beside a field that was said is dropped', () => {
    expect(say('actually we are 4', review)).not.toContainEqual({ type: 'change' });
    expect(said('actually we are 4', review)).toEqual({ family_size: 4 });
  });
});

describe('questions and talk', () => {
  test.each<[string, string[]]>([
    ['how much commission do you pay?', ['ask_referral_fee']],
    ['what do you do with my data?', ['ask_privacy']],
    ['what will you do with my information', ['ask_privacy']],
    ['كنت بموت من الضحك هههه', []],
    ['كنت في البيت', []],
    ['هل البرنامج متاح لكبار السن؟', []],
    ['هل البرنامج روبوت؟', ['bot_identity']],
    ['هل هذا برنامج؟', ['bot_identity']],
    ['دقيت محد يرد', ['complaint']],
    ['امي تعبت وايد ودخلوها المستشفى', []],
    ['تعبت من اسئلتكم', ['complaint']],
    ['ليش كل هالاسئلة', []],
  ])('%s', (text, topics) => expect(topicsOf(text)).toEqual(topics));

  test('age is not told by a question about a programme', () =>
    expect(said('هل البرنامج متاح لكبار السن؟')).toEqual({}));
  test.each(['ليش كل هالاسئلة', 'ليش كل هالاسئلة؟', 'why all these questions', 'why so many questions?'])(
    '%s asks why',
    (text) => {
      expect(types(say(text))).toEqual(['why']);
    },
  );
  test.each(['ممكن احد يفهمني؟', 'ابي احد يفهم علي', 'can someone understand me?'])('%s asks for a person', (text) => {
    expect(types(say(text))).toContain('human');
  });
});

describe('worry and bereavement', () => {
  test.each([
    'انا خايف على امي',
    'خايفه على ابوي',
    'قلقانين',
    'قلقانين على الوالد',
    'ما نعرف شنو نسوي',
    'الله يخليكم ساعدونا',
    "I'm so worried about my mother",
    'we are scared',
    'afraid for my mother',
    'I am very scared for my son',
    "we don't know what to do",
    'ana khayef 3ala ommi',
  ])('%s is worry', (text) => {
    expect(topicsOf(text)).toEqual(['worry']);
    expect(types(say(text)).filter((type) => /^(?:help|skip|human|unclear)$/.test(type))).toEqual([]);
  });

  test.each([
    'خايف من الحرب',
    'is it safe? I am afraid of the war',
    'I am worried about the drones',
    'are the doctors worried about infections?',
  ])('%s is not', (text) => {
    expect(topicsOf(text)).not.toContain('worry');
  });

  test.each([
    'والدي توفى',
    'امي توفت الله يرحمها',
    'ابوي توفى امس',
    'my father passed away',
    'my mother died yesterday',
    'المريض توفى',
    'the patient has died',
    'الوالد الله يرحمه',
  ])('%s is bereavement', (text) => expect(topicsOf(text)).toEqual(['bereavement']));

  test.each([
    'my father died of this illness ten years ago, now my brother has it',
    'will my father die?',
    'امي بتموت؟',
    'كنت بموت من الضحك هههه',
    'الله يرحم والديك',
  ])('%s is not', (text) => {
    expect(topicsOf(text)).not.toContain('bereavement');
  });
});

describe('a kunya', () => {
  test.each([
    'انا ابو المريض',
    'انا أم المريضة',
    'معاكم ام الطفل',
    'انا ابو الولد',
    'انا ام البنت',
    'انا ام طفل مريض',
    'انا ابو الطفلة',
  ])('%s offers none', (text) => {
    expect(say(text).filter((meaning) => meaning.type === 'greet' && meaning.kunya !== undefined)).toEqual([]);
  });
});

test('the words of a question stay as they were written', () => {
  for (const text of ['سؤالنا للعيادة: هل تُقبل الحالة، ومتى؟', 'Question to clinic: Can it be done، really؟']) {
    const asked = text.slice(text.indexOf(':') + 2);
    expect(say(text).flatMap((meaning) => (meaning.type === 'said' ? meaning.said : []))).toContainEqual({
      field: 'question',
      value: asked,
      words: asked,
    });
    expect(said(text, question)).toEqual({ question: asked });
  }
  expect(said('البلد: قطر\nالسؤال: هل ممكن العلاج؟')).toMatchObject({ question: 'هل ممكن العلاج؟' });
});

describe('the language', () => {
  test.each<[string, 'ar' | 'en']>([
    ['English please', 'en'],
    ['عربي لو سمحت', 'ar'],
    ['can we continue in English', 'en'],
    ['ممكن بالعربي', 'ar'],
  ])('%s switches and answers', (text, to) => {
    const meanings = say(text, language);
    expect(meanings).toContainEqual({ type: 'language', to });
    expect(said(text, language)).toEqual({ language: [to] });
  });

  test.each<[string, string[]]>([
    ['عربي', ['ar']],
    ['English', ['en']],
    ['arabic', ['ar']],
    ['الإنجليزية', ['en']],
  ])('%s alone is the answer only', (text, value) => {
    expect(types(say(text, language))).toEqual(['said']);
    expect(said(text, language)).toEqual({ language: value });
  });
});

test('a woman as interpreter is a wish as well as a help', () => {
  expect(said('نبي مترجمة')).toEqual({ logistics: ['interpreter'], preferences: 'نبي مترجمة' });
  expect(said('نبي مترجمة', { field: 'logistics' })).toEqual({ logistics: ['interpreter'], preferences: 'نبي مترجمة' });
  expect(said('we want a female interpreter')).toMatchObject({
    logistics: ['interpreter'],
    preferences: 'we want a female interpreter',
  });
});

describe('dates', () => {
  const range = (from: string, to: string, granularity: string) => ({ kind: 'range', from, to, granularity });
  test.each<[string, unknown]>([
    ['شهر ٣ او ٤', range('2027-03-01', '2027-04-30', 'month')],
    ['شهر ٣ أو شهر ٤', range('2027-03-01', '2027-04-30', 'month')],
    ['شهر ٣ او ٤ ان شاء الله', range('2027-03-01', '2027-04-30', 'month')],
    ['10 November', [range('2027-11-10', '2027-11-10', 'day'), range('2026-12-10', '2026-12-10', 'day')]],
    ['10 January', range('2027-01-10', '2027-01-10', 'day')],
    ['25 November', range('2026-11-25', '2026-11-25', 'day')],
  ])('%s', (text, dates) => expect(said(text, { field: 'dates' })).toEqual({ dates }));
});
