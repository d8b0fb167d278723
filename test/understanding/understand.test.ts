import { describe, expect, test } from '@jest/globals';
import { family } from '../../flows/family.ts';
import type { Content } from '../../src/understanding/content.ts';
import type { Meaning, Pending } from '../../src/understanding/meaning.ts';
import { understand } from '../../src/understanding/understand.ts';
import { today } from './rows.ts';

const hear = (content: Content, pending: Pending | null = null) => understand(content, { pending, today });
const say = (text: string, pending: Pending | null = null): Meaning[] => hear({ kind: 'text', text }, pending).meanings;
const types = (meanings: readonly Meaning[]) => meanings.map((meaning) => meaning.type);

const labels: Record<string, string[]> = {
  oncology: ['الأورام', 'Oncology'],
  cardiology: ['القلب', 'Heart'],
  other: ['غير ذلك', 'Other'],
  ar: ['العربية', 'Arabic'],
  en: ['الإنجليزية', 'English'],
  'ar+en': ['العربية والإنجليزية', 'Arabic and English'],
};
const menu = (codes: readonly string[]) => codes.map((code) => ({ code, labels: labels[code] ?? [code] }));
const asking = (field: string): Pending => {
  const question = family.find((one) => one.field === field);
  return {
    field,
    ...(question !== undefined && 'options' in question ? { options: menu(question.options) } : {}),
    ...(question !== undefined && 'freeText' in question ? { freeText: true } : {}),
  };
};

describe('a number under a menu', () => {
  const third = [
    '3',
    '٣',
    '۳',
    '3.',
    '٣-',
    '(3)',
    'رقم ٣',
    'الثالث',
    '3️⃣',
    'three',
    'third',
    'ثلاثة',
    'option 3',
    ' ٣ ',
    '\u2067٣\u2069',
  ];
  test.each(third)('%s is the third option', (text) => {
    expect(say(text, asking('direction'))).toEqual([
      { type: 'said', said: [{ field: 'direction', value: 'orthopedics', words: text.trim() }] },
    ]);
    expect(say(text, { options: menu(['a', 'b', 'c']) })).toEqual([{ type: 'choice', option: 'c' }]);
  });

  test('zero is a person, and only there', () => {
    for (const zero of ['0', '٠', '۰', '0.']) expect(say(zero, asking('direction'))).toEqual([{ type: 'human' }]);
    expect(types(say('0'))).not.toContain('human');
    expect(types(say('0', { field: 'family_size' }))).not.toContain('human');
  });

  test('an option that joins two languages is both', () => {
    expect(say('3', asking('language'))).toMatchObject([{ said: [{ field: 'language', value: ['ar', 'en'] }] }]);
    expect(say('العربية والانجليزية', asking('language'))).toMatchObject([{ said: [{ value: ['ar', 'en'] }] }]);
  });

  test('a label counts in both languages, with typing errors', () => {
    for (const text of ['Heart', 'heart', 'القلب', 'قلب', 'cardiolgy']) {
      expect(say(text, asking('direction'))).toMatchObject([
        { type: 'said', said: [{ field: 'direction', value: 'cardiology' }] },
      ]);
    }
  });
});

describe('commands', () => {
  const commands: [string, Meaning][] = [
    ['STOP', { type: 'stop' }],
    ['ايقاف', { type: 'stop' }],
    ['إيقاف!', { type: 'stop' }],
    ['لا ترسلون', { type: 'stop' }],
    ['la tersloon', { type: 'stop' }],
    ['wagfo', { type: 'stop' }],
    ['الغاء الاشتراك', { type: 'stop' }],
    ['CANCEL MESSAGES', { type: 'stop' }],
    ['unsubscibe', { type: 'stop' }],
    ['إلغاء', { type: 'cancel' }],
    ['cancel', { type: 'cancel' }],
    ['سحب الموافقة', { type: 'withdraw' }],
    ['WITHDRAW', { type: 'withdraw' }],
    ['إلغاء الموافقة', { type: 'withdraw' }],
    ['احذف بياناتي', { type: 'erase' }],
    ['DELETE MY DATA', { type: 'erase' }],
    ['delet my data pls', { type: 'erase' }],
    ['موظف', { type: 'human' }],
    ['PERSON', { type: 'human' }],
    ['موضف', { type: 'human' }],
    ['ممكن موظف لو سمحتوا', { type: 'human' }],
    ['English please', { type: 'language', to: 'en' }],
    ['عربي لو سمحت', { type: 'language', to: 'ar' }],
    ['تغيير اللغة', { type: 'language' }],
    ['ابدأ من جديد', { type: 'restart' }],
    ['start over', { type: 'restart' }],
    ['another patient', { type: 'new_case' }],
    ['وين وصلنا', { type: 'status' }],
    ['شنو عندكم عني', { type: 'mine' }],
    ['what do you have about me?', { type: 'mine' }],
    ['مساعدة', { type: 'help' }],
    ['help', { type: 'help' }],
    ['رجوع', { type: 'back' }],
    ['back', { type: 'back' }],
    ['متابعة', { type: 'continue' }],
    ['CONTINUE', { type: 'continue' }],
    ['كمل', { type: 'continue' }],
    ['تخطي', { type: 'skip' }],
    ['ما أدري', { type: 'skip' }],
    ["I don't know", { type: 'skip' }],
    ['not sure', { type: 'skip' }],
    ['ليش؟', { type: 'why' }],
    ['لماذا؟', { type: 'why' }],
    ['why do you need this?', { type: 'why' }],
    ['change 4', { type: 'change', line: 4 }],
    ['غيّر ٤', { type: 'change', line: 4 }],
    ['تعديل ٤', { type: 'change', line: 4 }],
    ['change the dates', { type: 'change', field: 'dates' }],
    ['تعديل العمر', { type: 'change', field: 'age_group' }],
  ];
  test.each(commands)('%s', (text, meaning) => {
    expect(say(text)).toEqual([meaning]);
    expect(say(text, asking('dates'))).toEqual([meaning]);
  });

  test.each([
    'the doctor told us to stop the medication last week',
    'we want to cancel the old appointment at the other hospital',
    'my back hurts',
    'ظهري يعورني',
    'الدكتور قال نوقف العلاج',
    'he needs help to walk',
    'they removed his data card reader tumor',
  ])('talk about something else is no command: %s', (text) => {
    for (const command of ['stop', 'cancel', 'back', 'erase', 'withdraw', 'help'])
      expect(types(say(text))).not.toContain(command);
  });

  test('a word that answers the question asked is no command', () => {
    expect(types(say('English', asking('language')))).toEqual(['said']);
    expect(types(say('English'))).toEqual(['language']);
  });
});

describe('order', () => {
  test('safety stands first, then commands, then the rest', () => {
    expect(types(say('السلام عليكم، كم السعر؟ ابوي ما يتنفس'))[0]).toBe('emergency');
    expect(
      types(hear({ kind: 'file', file: 'medical_image', caption: 'my father is unconscious' }).meanings).slice(0, 2),
    ).toEqual(['emergency', 'refused']);
    expect(types(say('احذف بياناتي'))[0]).toBe('erase');
  });

  test('several questions in one message are several topics', () => {
    const found = say('كم السعر؟ وهل نحتاج فيزا؟')
      .filter((meaning) => meaning.type === 'topic')
      .map((meaning) => meaning.topic);
    expect(found.sort()).toEqual(['ask_price', 'ask_visa']);
  });

  test('a caption is understood besides the refusal', () => {
    expect(hear({ kind: 'file', file: 'medical_file', caption: 'how much will it cost?' }).meanings).toEqual([
      { type: 'refused', what: 'file' },
      { type: 'topic', topic: 'ask_price' },
    ]);
  });

  test('an edit takes back what was said and says it anew; a deletion only takes back', () => {
    expect(hear({ kind: 'edit', of: 'm1', text: '٢' }, asking('direction')).meanings).toMatchObject([
      { type: 'retracted', of: 'm1', deleted: false },
      { type: 'said', said: [{ value: 'cardiology' }] },
    ]);
    expect(hear({ kind: 'delete', of: 'm1' }).meanings).toEqual([{ type: 'retracted', of: 'm1', deleted: true }]);
  });
});

describe('what is no text', () => {
  test.each(['voice', 'contact', 'location', 'sticker', 'unsupported'] as const)('%s is refused', (kind) => {
    expect(hear({ kind }).meanings).toEqual([{ type: 'refused', what: kind }]);
  });

  test('a thumb is a yes only to a question of yes or no', () => {
    expect(say('👍', { yesNo: true })).toEqual([{ type: 'yes' }]);
    expect(say('👍🏽', { yesNo: true })).toEqual([{ type: 'yes' }]);
    expect(say('👍')).toEqual([{ type: 'nothing' }]);
    expect(say('👍', asking('direction'))).toEqual([{ type: 'nothing' }]);
    expect(hear({ kind: 'reaction', of: 'm', emoji: '👍' }, { yesNo: true }).meanings).toEqual([{ type: 'yes' }]);
    expect(hear({ kind: 'reaction', of: 'm', emoji: '👍' }).meanings).toEqual([{ type: 'nothing' }]);
  });

  test.each(['', ' ', '\u200f', '\u2067\u2069', '🙂', '...', 'ــ'])('%j means nothing', (text) => {
    expect(say(text)).toEqual([{ type: 'nothing' }]);
    expect(say(text, asking('question'))).toEqual([{ type: 'nothing' }]);
  });
});

describe('tokens', () => {
  test('are told, and what they keep is used', () => {
    expect(say('مواليد ⟨dob:60+⟩', asking('age_group'))).toMatchObject([
      { type: 'masked', types: ['dob'] },
      { type: 'said', said: [{ field: 'age_group', value: '60+' }] },
    ]);
    expect(say('⟨phone:KW⟩', asking('country'))).toMatchObject([
      { type: 'masked' },
      { type: 'said', said: [{ field: 'country', value: 'KW' }] },
    ]);
    expect(types(say('⟨phone:KW⟩'))).toEqual(['masked']);
    expect(say('⟨medical_text⟩ ⟨file_link⟩')).toEqual([
      { type: 'refused', what: 'report' },
      { type: 'refused', what: 'link' },
    ]);
  });

  test('are no menu number and no answer', () => {
    expect(types(say('⟨dob:40-59⟩', asking('family_size')))).not.toContain('choice');
    expect(say('⟨saudi_id⟩', asking('direction'))).toEqual([{ type: 'masked', types: ['saudi_id'] }]);
  });
});

describe('free text', () => {
  const question = asking('question');
  test('is the answer, masked and cut', () => {
    expect(say('هل يمكن للعيادة مراجعة التقارير قبل السفر؟', question)[0]).toMatchObject({
      type: 'said',
      said: [{ field: 'question', value: 'هل يمكن للعيادة مراجعة التقارير قبل السفر؟' }],
    });
    const long = say(`is it possible ${'really '.repeat(200)}`, question)[0];
    expect(long?.type === 'said' ? String(long.said[0]?.value).length : 0).toBeLessThanOrEqual(600);
  });

  test('a question about a price is for the clinic and for us', () => {
    const meanings = say('كم السعر؟', question);
    expect(meanings).toMatchObject([
      { type: 'said', said: [{ field: 'question', value: 'كم السعر؟' }] },
      { type: 'topic', topic: 'ask_price' },
    ]);
  });

  test.each(['are you a bot?', 'السلام عليكم', 'شكرا', 'موظف', 'تخطي', 'ليش؟', 'لا'])(
    '%s is no question for a clinic',
    (text) => {
      expect(types(say(text, question))).not.toContain('said');
    },
  );
});

describe('yes and no', () => {
  test('count at the beginning when a yes or no is asked', () => {
    for (const text of ['نعم', 'نعم أوافق على الإرسال', 'yes, go ahead', 'aywa', 'لا مانع', 'لا توجد مشكلة', 'ok']) {
      expect([text, types(say(text, { yesNo: true }))]).toEqual([text, expect.arrayContaining(['yes'])]);
    }
    for (const text of ['لا', 'لا أوافق', 'I do not agree', 'not now', 'la2', 'مو الحين', 'no, thank you', 'wrong']) {
      expect([text, types(say(text, { yesNo: true }))]).toEqual([text, expect.arrayContaining(['no'])]);
    }
  });

  test('a yes that turns is neither', () => {
    for (const text of ["yes but don't share my name", 'نعم بس لا ترسلونها للعيادة']) {
      expect(types(say(text, { yesNo: true }))).not.toContain('yes');
    }
  });
});

test('a kunya is given back as it was written', () => {
  expect(say('السلام عليكم معاكم أم خالد')).toContainEqual({ type: 'greet', salam: true, kunya: 'أم خالد' });
  expect(say('مرحبا')).toEqual([{ type: 'greet', salam: false }]);
});

test('the place they are in now goes with the alarm', () => {
  expect(say('احنا في الدوحة الحين وابوي ما يتنفس')[0]).toEqual({ type: 'emergency', country: 'QA' });
  expect(say('we are from Kuwait, now in Moscow, my father is unconscious')[0]).toEqual({
    type: 'emergency',
    country: 'RU',
  });
  expect(say('i took all my pills and want to die').slice(0, 2)).toEqual([
    { type: 'emergency' },
    { type: 'self_harm', inProgress: true },
  ]);
  expect(say('الموضوع طارئ عندنا')[0]).toEqual({ type: 'maybe_emergency' });
});

test('the language is told by the script, and Arabizi is Arabic', () => {
  const languageOf = (text: string) => hear({ kind: 'text', text }).language;
  expect(
    ['مرحبا', 'hello there', 'shlonak', 'kam el si3r', '12', '👍', 'ابي MRI', 'need a visa'].map(languageOf),
  ).toEqual(['ar', 'en', 'ar', 'ar', null, null, 'ar', 'en']);
});
