import { expect, test } from '@jest/globals';
import { textOf } from '../../src/understanding/normalise.ts';
import { clinicQuestionOf } from '../../src/understanding/notes/clinicQuestion.ts';
import { consentIn } from '../../src/understanding/notes/consent.ts';
import { contactOwnerIn } from '../../src/understanding/notes/contactOwner.ts';
import { inEnglish } from '../../src/understanding/notes/russian.ts';
import { spokenOf } from '../../src/understanding/spoken.ts';

const spoken = (text: string) => spokenOf(textOf(inEnglish(text)));

const owners: Record<string, string[]> = {
  agency: [
    'We remain the only contact.',
    'Please communicate via our office only',
    'Do not contact the patient directly.',
    'Channel: us only',
    'لا حد يتواصل وياه غيرنا لو سمحتوا',
    'التواصُل عن طريقنا فقط',
    'جهة التواصل مع المريض: مكتبنا',
    'Связь с семьёй только через нас',
  ],
  family: [
    'Family contact: the son',
    'You can write to the daughter directly',
    'بنته هي اللي بتتواصل معكم',
    'جهة التواصل: الابن',
    'Контакт: дочь пациента',
  ],
  mvm: ['MVM to contact the patient directly', 'التواصل مع الاب مباشرة من طرفكم', 'انتم تتواصلون مع المريض مباشرة'],
  unclear: ['Who answers the patient, you or us?', 'مين بيتواصل مع المريض احنا ولا انتم؟', 'جهة التواصل: لم تحدد بعد'],
  null: ['We will contact you tomorrow', 'Family has been contacted by another agency', 'Patient contact lens user'],
};

test.each(Object.entries(owners).flatMap(([owner, texts]) => texts.map((text) => [owner, text] as const)))(
  'contact %s: %s',
  (owner, text) => {
    expect(String(contactOwnerIn(spoken(text)))).toBe(owner);
  },
);

const consents: Record<string, string[]> = {
  stated: [
    'Father signed the consent form on 12 Nov',
    'Consent: yes',
    'daughter consented in writing to share this note with MVM only',
    'الاب وافق كتابيا',
    'المريضة موافقة على مشاركة الملخص معكم',
    'Пациент дал письменное согласие',
  ],
  partial: [
    'verbal consent only',
    'Agreed to share the summary but not the reports',
    'موافق على ارسال الملخص فقط دون التقارير',
    'الزوجة موافقة شفهيا، الاسم لا، الملخص اي',
    'Father signed. The mother has not agreed yet.',
  ],
  pending: [
    'consent form sent, waiting for signature',
    'family has not agreed yet',
    'لسه ما اخذنا الموافقة',
    'ما وقعوا للحين',
    'Согласия пока нет',
  ],
  not_stated: [
    'The insurance did not approve yet',
    'local doctor agreed with surgery',
    'هل لازم موافقة المريض؟',
    'السفارة وافقت على الفيزا',
    'the son agrees to travel with him',
    'Consent: -',
  ],
};

test.each(Object.entries(consents).flatMap(([consent, texts]) => texts.map((text) => [consent, text] as const)))(
  'consent %s: %s',
  (consent, text) => {
    expect(consentIn(spoken(text))).toBe(consent);
  },
);

test.each<[string, string[], boolean]>([
  ['can the documents be reviewed before travel?', ['documents_review'], false],
  ['ممكن الدكتور يشوف الاشعة قبل لا نسافر؟', ['documents_review'], false],
  ['momkin el doctor yshoof el ta8areer', ['documents_review'], false],
  ['which data is needed for the review?', ['data_needed'], false],
  ['هل لازم نعيد الرنين؟', ['data_needed'], false],
  ['is an in-person consultation possible in January?', ['in_person'], false],
  ['نقدر نقابل الدكتور عندكم؟', ['in_person'], false],
  ['who confirms the price', ['cost'], false],
  ['كم تكلفة العملية؟', ['cost'], false],
  ['متى يردون علينا؟', ['reply_timing'], false],
  ['can the echo be reviewed and what reply timing is realistic?', ['documents_review', 'reply_timing'], false],
  ['هل البرنامج مناسب ومن يؤكد السعر؟', ['cost'], true],
  ['is laser better than drops?', [], true],
  ['هل يحتاج عملية ولا دواء؟', [], true],
  ['will he walk again?', [], true],
  ['is this tumor malignant?', [], true],
  ['do you have a female interpreter', [], false],
  ['hello', [], false],
])('a question for the clinic: %s', (text, forms, decide) => {
  expect(clinicQuestionOf(text)).toEqual({ forms, decide });
});

test('a masked token is no word of a question', () => {
  expect(clinicQuestionOf('⟨file_link⟩ ⟨medical_text⟩')).toEqual({ forms: [], decide: false });
});

test('only words that matter are put into English', () => {
  expect(inEnglish('Девочка 6 лет из Эр-Рияда')).toBe('girl 6 years old from riyadh');
  expect(inEnglish('Анастасия')).toBe('Анастасия');
  expect(inEnglish('No Russian here')).toBe('No Russian here');
});
