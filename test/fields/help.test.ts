import { expect, test } from '@jest/globals';
import { logistics as everything } from '../../src/understanding/values.ts';
import { all, found } from './found.ts';

test.each<[string, readonly string[]]>([
  ['مترجمة حرمه', ['interpreter']],
  ['تذاكر وسكن وتوصيل', ['transfer', 'hotel', 'flights']],
  ['invitation letter', ['visa_steps']],
  ['motarjem w fondoq', ['interpreter', 'hotel']],
  ['احد يساعدنا هناك', ['family_support']],
  ['talk to the hospital for us', ['clinic_communication']],
  ['al fondo8', ['hotel']],
  ['all of the above', everything],
  ['كلها لو سمحت', everything],
  ['everything except visa', everything.filter((code) => code !== 'visa_steps')],
  ['الكل ما عدا الطيران', everything.filter((code) => code !== 'flights')],
  ['مترجم بس الفندق لا', ['interpreter']],
  ['no hotel, only interpreter', ['interpreter']],
  ['hotel no, interpreter yes', ['interpreter']],
  ['we already booked everything', []],
  ['احنا نرتب امورنا', []],
])('help wanted: %s', (text, codes) => {
  expect(found(text, 'logistics')?.value).toEqual(codes);
});

test.each(['كل شي تمام', 'stay safe', 'كم عدد المرافقين', 'do you have a house in Moscow?', 'thank you all'])(
  'says nothing of help unasked: %s',
  (text) => {
    expect(all(text).filter((said) => said.field === 'logistics')).toEqual([]);
  },
);

test.each<[string, readonly string[]]>([
  ['عندنا تقرير طبي واشعة رنين', ['report', 'mri']],
  ['تقرير رنين', ['mri']],
  ['رنين وتقرير باللغة الانجليزية من شهر ٣', ['mri', 'report']],
  ['ECG, echo, angiogram CD', ['ecg', 'echo', 'other']],
  ['list of medicines', ['medication_list']],
  ['taqreer w ta7aleel', ['report', 'lab']],
  ['كرت التطعيم للطفل', ['vaccination']],
  ['كتاب تحويل من المستشفى', ['referral_letter']],
  ['genetic report and bone scan', ['other', 'other']],
  ['mammogram', ['xray']],
])('documents: %s', (text, types) => {
  const value = found(text, 'documents')?.value as { type: string }[] | undefined;
  expect(value?.map((document) => document.type)).toEqual(types);
});

test.each(["we don't have any reports", 'لا يوجد', 'ما عندي اي تقارير', 'not yet'])('no documents: %s', (text) => {
  expect(found(text, 'documents')?.value ?? null).toBeNull();
});

test.each([
  'video consultation please',
  'send it to us',
  'we have free time in Oct 2026',
  'we have a referral agreement',
  'ترا عندي سؤال',
])('names no document unasked: %s', (text) => {
  expect(all(text).filter((said) => said.field === 'documents')).toEqual([]);
});
