import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Facts, noFacts } from '../src/dialogue/facts.ts';
import { type Message, turn } from '../src/dialogue/turn.ts';
import type { Content } from '../src/understanding/content.ts';
import { mask } from '../src/understanding/private/mask.ts';
import { lintReply } from './replyLint.ts';

const START = Date.parse('2026-11-22T18:00:00Z');
const planted = ['1010101010', '784198500000009', '4242424242424242', '0550000000', 'SA0380000000608010167519'];

const phrases = fc.constantFrom(
  'السلام عليكم',
  'نعم',
  'لا',
  'اكتب عن امي',
  'الكويت',
  'عربي',
  'القلب',
  'رأي ثاني',
  '٦٥',
  'بعد رمضان',
  '٣',
  'مو مستعجل',
  'هل يمكن مراجعة التقارير؟',
  'hello',
  'yes',
  'no',
  'I am the patient',
  'Kuwait',
  'English',
  'heart',
  'second opinion',
  '65 years old',
  'in March',
  '3',
  'not urgent',
  '1',
  '٢',
  '0',
  'stop',
  'ايقاف',
  'back',
  'رجوع',
  'change 4',
  'تعديل ٢',
  'delete my data',
  'سحب الموافقة',
  'cancel',
  'restart',
  'status',
  'skip',
  'why',
  'help',
  'موظف',
  'continue',
  'how much is it?',
  'ابوي ما يتنفس',
  'I want to die',
  'English please',
  'عربي لو سمحت',
  'new request for another patient',
  'my id is 1010101010',
  'بطاقتي 4242 4242 4242 4242',
  'call 0550000000',
  'we are an agency',
  'guardian',
  'ولي الأمر',
  'agree',
  'what do you have about me?',
);
const text = fc.oneof(
  { weight: 6, arbitrary: phrases },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const content = fc.oneof(
  { weight: 12, arbitrary: text.map((said): Content => ({ kind: 'text', text: mask(said, '2026-11-22').text })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Content>(
      { kind: 'voice', seconds: 3 },
      { kind: 'file', file: 'medical_file' },
      { kind: 'file', file: 'id_image' },
      { kind: 'contact' },
      { kind: 'location' },
      { kind: 'sticker' },
      { kind: 'reaction', of: 'M1', emoji: '👍' },
      { kind: 'unsupported' },
      { kind: 'undecryptable' },
      { kind: 'colleague' },
      { kind: 'deadline', deadline: 'remind' },
      { kind: 'deadline', deadline: 'expire' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(12), text).map(([of, said]): Content => ({ kind: 'edit', of: `M${of}`, text: said })),
  },
  { weight: 1, arbitrary: fc.nat(12).map((of): Content => ({ kind: 'delete', of: `M${of}` })) },
);
const talk = fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 18 });

test('whatever people say, in any order and burst: an answer that may be sent, at most two bubbles, nothing private kept', () => {
  fc.assert(
    fc.property(talk, (bursts) => {
      let facts: Facts = noFacts;
      let count = 0;
      for (const [index, burst] of bursts.entries()) {
        const now = START + index * 3_600_000;
        const messages = burst.map((each): Message => ({ id: `M${++count}`, at: now, content: each }));
        const done = turn(facts, messages, { now, number: 'main', caseNumber: 'MVM-7K3QD-R' });
        const replies = done.effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : []));
        expect(replies.length).toBeLessThanOrEqual(2);
        for (const reply of replies) expect(lintReply(reply, done.facts.language, 3000)).toEqual([]);
        const kept = JSON.stringify(done);
        for (const value of planted) expect(kept).not.toContain(value);
        expect(JSON.parse(JSON.stringify(done.facts))).toEqual(done.facts);
        facts = done.effects.some((effect) => effect.type === 'erase') ? noFacts : done.facts;
      }
    }),
    { numRuns: 150 },
  );
});
