import { expect, test } from '@jest/globals';
import { findFields } from '../../src/understanding/fields/findFields.ts';
import { find as questionIn } from '../../src/understanding/fields/question.ts';
import { textOf } from '../../src/understanding/normalise.ts';
import { all, today } from './found.ts';

function fields(text: string): Record<string, unknown> {
  return Object.fromEntries(all(text).map((said) => [said.field, said.value]));
}

test('label and value on lines of their own, in either language', () => {
  const expected = {
    country: 'QA',
    language: ['ar'],
    direction: 'ophthalmology',
    age_group: '40-59',
    family_size: 2,
    urgency: 'low',
    dates: { kind: 'range', from: '2027-01-01', to: '2027-01-31', granularity: 'month' },
  };
  expect(
    fields('البلد: قطر\nاللغة: عربي\nالتخصص: عيون\nالعمر: ٤٥\nالتاريخ: يناير\nعدد المسافرين: ٢\nالاستعجال: عادي'),
  ).toEqual(expected);
  expect(
    fields(
      '1) Country: Qatar\n2) Language: Arabic\n3) Direction: eyes\n4) Age: 45\n5) Dates: January\n6) Pax: 2\n7) Urgency: normal',
    ),
  ).toEqual(expected);
});

test('several labels on one line', () => {
  expect(fields('البلد: الامارات - العين / Direction: cardiac / Urgency: high')).toEqual({
    country: 'AE',
    direction: 'cardiology',
    urgency: 'high',
  });
});

test('a number of companions has the patient added', () => {
  expect(fields('عدد المرافقين: ٢')).toEqual({ family_size: 3 });
  expect(fields('عدد المرافقين اثنان')).toEqual({ family_size: 3 });
});

test('the question to the clinic is taken whole, and nothing is read from it', () => {
  const text = 'البلد: قطر\nسؤالنا للعيادة: هل العملية ممكنة في مارس لعمر ٦٠؟';
  expect(fields(text)).toEqual({
    country: 'QA',
    question: 'هل العملية ممكنة في مارس لعمر ٦٠؟',
  });
  expect(questionIn(textOf('Question to clinic: is it possible?'))).not.toBeNull();
  expect(questionIn(textOf('I have a question'))).toBeNull();
});

test('documents with their language and date', () => {
  expect(
    fields('Documents available: echo (Aug 2026, EN), coronary CT (Jul 2026, EN), medication list (AR)').documents,
  ).toEqual([
    { type: 'echo', language: 'en', date: 'Aug 2026', words: 'echo' },
    { type: 'ct', language: 'en', date: 'Jul 2026', words: 'coronary CT' },
    { type: 'medication_list', language: 'ar', words: 'medication list' },
  ]);
});

test('where any text is the answer, the text is left to that question', () => {
  const pending = { field: 'question', freeText: true };
  expect(findFields(textOf('هل ممكن العلاج في مارس لأبوي عمره ٦٠'), { pending, today })).toEqual([]);
});

test('not to know is an answer', () => {
  expect(all('ما ندري بعد', 'family_size')).toEqual([{ field: 'family_size', value: null, words: 'ما ندري بعد' }]);
  expect(all('not sure yet', 'dates')).toEqual([{ field: 'dates', value: null, words: 'not sure yet' }]);
});

test('weaker signs stand behind a label at the beginning of a line only', () => {
  const expected = { country: 'QA', age_group: '40-59', urgency: 'low' };
  expect(fields('Country - Qatar\nAge - 45\nUrgency - low')).toEqual(expected);
  expect(fields('١- البلد - قطر\n٢- العمر - ٤٥\n٣- الاستعجال - غير مستعجل')).toEqual(expected);
  expect(fields('البلد/ قطر\nالعمر/ ٤٥\nالاستعجال/ غير مستعجل')).toEqual(expected);
  expect(fields('my question - who knows - urgency').urgency).toBeUndefined();
});

test('a label that ends its line speaks of the next', () => {
  expect(fields('Country:\nQatar\nAge:\n45')).toEqual({ country: 'QA', age_group: '40-59' });
});

test.each([
  ['Clinic q: is a remote review possible? We are 3 people.', 'is a remote review possible?'],
  ['Query to clinic: whether the MRI can be reviewed. Also send a price.', 'whether the MRI can be reviewed'],
  ['q for clinic: can the surgeon see it', 'can the surgeon see it'],
  ['Please ask the clinic if the echo is enough', 'the echo is enough'],
  ['نبي نسأل العيادة هل التقارير تكفي؟', 'هل التقارير تكفي؟'],
  ['Вопрос клинике: нужна ли КТ заранее?', 'нужна ли КТ заранее?'],
])('the question alone: %s', (text, question) => {
  expect(questionIn(textOf(text))?.value).toBe(question);
});

test.each(['السؤال: -', 'Question: none', 'Question - TBC', 'Clinic question: لا يوجد'])('no question: %s', (text) => {
  expect(questionIn(textOf(text))).toBeNull();
  expect(fields(text).question).toBeUndefined();
});
