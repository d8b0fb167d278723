import { expect, test } from '@jest/globals';
import { clinicForms } from '../src/brief/boundaries.ts';
import { clinicQuestions } from '../src/brief/clinicQuestions.ts';
import { printBrief } from '../src/brief/print.ts';
import type { Brief } from '../src/brief/schema.ts';
import { type Facts, noFacts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';

const NOW = Date.parse('2026-11-22T18:00:00Z');

test('a question goes in the words of the person, with the allowed forms it comes to (R099)', () => {
  const words = 'Can the reports be reviewed before we travel, and who confirms the cost?';
  expect(clinicQuestions(words)).toEqual([
    {
      words,
      asReported: true,
      forms: Object.values(clinicForms),
      comesTo: ['can_documents_be_reviewed', 'who_confirms_cost'],
    },
  ]);
  expect(clinicQuestions(undefined)).toEqual([]);
});

test.each(['هل العملية افضل ولا العلاج الطبيعي؟', 'Is it cancer or not?'])(
  '"%s" is flagged for the doctor alone, and said so with respect (R100)',
  (words) => {
    expect(clinicQuestions(words)).toMatchObject([{ words, medicalDecision: 'for_the_doctor_alone' }]);
    const answer = { value: null, words: '', message: 'M1', at: 1 };
    const facts: Facts = {
      schema: 1,
      language: 'en',
      noticed: 1,
      heardAt: NOW,
      revision: 0,
      decisions: [],
      asked: 'asking:question',
      known: {
        writer: { ...answer, value: 'self' },
        country: answer,
        language: answer,
        direction: answer,
        goal: answer,
        age_group: answer,
        dates: answer,
        family_size: answer,
        urgency: answer,
      },
    };
    const { effects } = turn(facts, [{ id: 'N', at: NOW, content: { kind: 'text', text: words } }], {
      now: NOW,
      number: 'main',
      caseNumber: 'MVM-7K3QD-R',
    });
    const said = effects.map((effect) => (effect.type === 'reply' ? effect.text : '')).join('\n');
    expect(said).toContain('for the doctor alone');
    expect(said.match(/doctor/g)?.length).toBeLessThanOrEqual(3);
  },
);

test.each([
  ['en', 'for the doctor alone', 'Comes to none of the allowed forms'],
  ['ru', 'только для врача', 'ни к одной из допустимых форм'],
] as const)(
  'a coordinator reads it in %s: the words, whose decision it is, and what may be asked',
  (language, ...parts) => {
    const note = 'I am the patient, aged 50, Oman, English, spine, second opinion, in April, two of us, not urgent';
    let facts: Facts = noFacts;
    let brief: object | undefined;
    for (const [index, text] of [note, 'Is it cancer or not?', 'yes'].entries()) {
      const message = { id: `M${index}`, at: NOW, content: { kind: 'text' as const, text } };
      const done = turn(facts, [message], { now: NOW, number: 'main', caseNumber: 'MVM-7K3QD-R' });
      facts = done.facts;
      brief = done.effects.find((effect) => effect.type === 'file')?.brief ?? brief;
    }
    const printed = printBrief(brief as Brief, language);
    for (const part of ['Is it cancer or not?', ...parts]) expect(printed).toContain(part);
  },
);
