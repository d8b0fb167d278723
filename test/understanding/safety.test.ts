import { describe, expect, test } from '@jest/globals';
import type { Meaning, Pending } from '../../src/understanding/meaning.ts';
import { understand } from '../../src/understanding/understand.ts';
import { today } from './rows.ts';

const heard = (text: string, pending: Pending | null = null): Meaning['type'][] =>
  understand({ kind: 'text', text }, { pending, today }).meanings.map(({ type }) => type);
const alarms: readonly Meaning['type'][] = [
  'emergency',
  'maybe_emergency',
  'self_harm',
  'stop',
  'cancel',
  'erase',
  'withdraw',
];
const alarmsIn = (text: string, pending: Pending | null = null) =>
  heard(text, pending).filter((type) => alarms.includes(type));

describe('an old illness takes nothing back from danger of now', () => {
  test.each([
    'had a stroke last year and now he cannot breathe',
    'he is epileptic but this seizure wont stop since 20 min',
    'عنده صرع من سنين بس هالمرة التشنج ما وقف له ربع ساعة',
    'جدتي معها جلطة قديمة بس الحين صار وجهها مرتخي وما تتكلم',
    'ابوي عنده قلب من زمان بس اليوم طاح وما يرد',
    'she is 2 years old and drank bleach',
    'اكلت حبوب الضغط حقت جدتها كلها وعمرها ثلاث سنين',
    'father collapsed, we need a visa, he is not breathing',
    'كان يلعب وفجأة طاح وما يتحرك',
  ])('%s', (text) => expect(heard(text)).toContain('emergency'));

  test.each([
    'صار له جلطة قبل سنتين والحين يبي تأهيل',
    'النزيف وقف الحمدلله، يقدر يسافر بالطيارة؟',
    'bleeding has stopped, can he fly now',
    'my dad had a heart attack in 2021 and needs a bypass check',
    'he has seizures twice a month on keppra',
    'ايش احتمال الجلطة بعد العملية',
    'مو طوارئ بس مستعجل',
    'متت من الضحك على ردكم',
    'swallowing difficulties after radiotherapy',
    'تسمم حمل في الحمل السابق',
    'وش يعني حالة حرجة',
    'كم يوم بالعناية بعد العملية',
  ])('no alarm: %s', (text) => expect(alarmsIn(text)).toEqual([]));
});

describe('danger in the words people have for it', () => {
  test.each([
    'خواتي لقيناها مرمية عالارض وما ترد',
    'الوالد يشهق ويطلع من فمه رغوة',
    'بنتي اختنقت باللقمة',
    'السيارة صدمتنا واخوي محشور جوا',
    'صدره يعوره ويده اليسار ما يحس فيها',
    'بلعت بطارية ساعة',
    'مَا يَتَنَفَّس',
    'ولدي عمره ٢ شارب كلوركس',
    'his lips are swelling after the antibiotic',
    'there is blood everywhere after the fall',
    'child having fits for 10 minutes non stop',
    'wldi shareb klor',
    'galba wgaf',
  ])('%s', (text) => expect(heard(text)).toContain('emergency'));
});

describe('self-harm is never taken back by what stands elsewhere in the sentence', () => {
  test.each([
    'i want to die lol',
    'ما عاد لي خلق اكمل',
    'ودي انام وما اقوم',
    'زوجي توفي وابي اموت والحقه',
    'my husband says he will kill himself if the treatment fails',
    'كتبت وصيتي وخلاص قررت',
    'ma abi a3eesh ba3ad alyoom',
    'مالي خلق اعيش',
    'tired of waiting, i want to end my life',
  ])('%s', (text) => expect(heard(text)).toContain('self_harm'));

  test.each([
    'i want to live normally again',
    'ما اقدر اعيش بدون مسكنات الظهر',
    'هل من الممكن إنهاء كل شيء خلال عشرة أيام',
    'this waiting is killing me',
    'مليت من كثر الاسئلة',
  ])('no alarm: %s', (text) => expect(heard(text)).not.toContain('self_harm'));
});

describe('to be left alone, to be forgotten, to take back', () => {
  test.each<[string, Meaning['type']]>([
    ['فكونا من رسايلكم', 'stop'],
    ['حلوا عني', 'stop'],
    ['الرجاء عدم مراسلتي مستقبلا', 'stop'],
    ['i dont wish to receive these', 'stop'],
    ['la tdz rasayel', 'stop'],
    ['take me off your broadcast list', 'stop'],
    ['ابغى كل شي عني ينمسح', 'erase'],
    ['scrub everything you have about us', 'erase'],
    ['ما اريد تحتفظون ببياناتي', 'erase'],
    ['احذفوا بياناتي كلها والغوا الموعد', 'erase'],
    ['ems7ooli el mo7adatha', 'erase'],
    ['كنسلوا موافقتي', 'withdraw'],
    ['the permission I gave on Monday, cancel it', 'withdraw'],
    ['رجعت عن الموافقة', 'withdraw'],
  ])('%s', (text, type) => expect(heard(text)).toContain(type));

  test.each([
    'stop the medicine before surgery?',
    'can we stop in Istanbul on the way',
    'delete my last answer',
    'can i withdraw later if i change my mind',
    'do you delete data after the case closes',
    'لا ترسلونه قبل ما اشوفه',
    'لا تكلمون المريض مباشرة، كلمونا احنا',
    'remove the hotel from the request',
    'ما وصلتني رسالة',
    'wain el safara',
    'kam yakhthoon 3ala el jalsa',
  ])('neither stops nor erases: %s', (text) => expect(alarmsIn(text)).toEqual([]));
});

describe('what was learned decides nothing that cannot be undone', () => {
  const consent: Pending = { yesNo: true, options: [{ code: 'both', labels: ['نعم للأمرين'] }] };
  test.each(['sounds good to me', 'يصير خير ان شاء الله', 'as you see fit', 'mashi el 7al'])(
    'no yes to a consent: %s',
    (text) => expect(heard(text, consent)).not.toContain('yes'),
  );

  test('a language that is not named is not switched to', () => {
    for (const text of ['شلون تتفاهم معهم', 'who translates for her']) expect(heard(text)).not.toContain('language');
  });

  test('the answer to the open question stays', () => {
    const question: Pending = { field: 'question', freeText: true };
    for (const text of ['is the operation dangerous after a stroke', 'هل يوقف الدواء قبل العملية'])
      expect(heard(text, question)).toContain('said');
  });
});
