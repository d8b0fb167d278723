import { expect, test } from '@jest/globals';
import type { Facts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';

const NOW = Date.parse('2026-11-22T18:00:00Z');
const world = { now: NOW, number: 'main', caseNumber: 'MVM-7K3QD-R' };
const known = (value: unknown, at = 1) => ({ value, words: '', message: `M${at}`, at });
const nine = {
  writer: known('self'),
  country: known('QA'),
  language: known(['ar']),
  direction: known('cardiology'),
  goal: known('checkup'),
  age_group: known('40-59'),
  dates: known({ kind: 'flexible' }),
  family_size: known(2),
  urgency: known('low'),
  question: known('هل يمكن مراجعة التقارير؟'),
};
const begun = { schema: 1, language: 'ar', noticed: 1, revision: 0, decisions: [] };

/** Conversations as other versions of the flow left them, what the person writes next, and what must come of it. */
const deploys: [string, object, string, RegExp][] = [
  [
    'a question that is gone was answered',
    { ...begun, known: { ...nine, blood_type: known('A') } },
    'رجوع',
    /ما السؤال|ما صلتكم/,
  ],
  [
    'a question that is gone was being changed',
    { ...begun, known: nine, reopened: 'blood_type' },
    'السلام عليكم',
    /لإرسال الطلب/,
  ],
  [
    'a question was added since',
    { ...begun, known: { ...nine, goal: undefined } },
    'السلام عليكم',
    /ما المطلوب من العيادة/,
  ],
  [
    'a line was last asked that nobody asks any more',
    { ...begun, known: {}, asked: 'asking:blood_type', misses: 2 },
    'انا المريض',
    /في أي بلد/,
  ],
  [
    'a question to us was perhaps asked, and its topic is gone',
    { ...begun, known: nine, likely: { topics: ['ask_moon'] }, asked: 'disambiguating' },
    'السلام عليكم',
    /لإرسال الطلب/,
  ],
  [
    'of two topics that were perhaps asked for, one is gone',
    {
      ...begun,
      known: { ...nine, goal: undefined },
      likely: { topics: ['ask_moon', 'ask_price'] },
      asked: 'disambiguating',
    },
    'نعم',
    /السعر الطبي[\s\S]*ما المطلوب من العيادة/,
  ],
  [
    'a yes to several patients was awaited',
    { ...begun, known: { ...nine, goal: undefined }, confirm: 'patients', asked: 'confirming:patients' },
    'نعم',
    /ما المطلوب من العيادة/,
  ],
  ['an option is gone', { ...begun, known: { ...nine, direction: known('phrenology') } }, 'بياناتي', /phrenology/],
  [
    'only the schema is there',
    { schema: 1, known: {}, revision: 0, decisions: [] },
    'السلام عليكم',
    /ما السؤال|ما صلتكم/,
  ],
];

test.each(deploys)('%s: the person is answered and goes on', (_, stored, said, answer) => {
  const facts = JSON.parse(JSON.stringify(stored)) as Facts;
  const { effects } = turn(facts, [{ id: 'N', at: NOW, content: { kind: 'text', text: said } }], world);
  expect(effects.map((effect) => (effect.type === 'reply' ? effect.text : '')).join('\n')).toMatch(answer);
});
