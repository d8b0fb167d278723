import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';
import type { Topic } from '../src/understanding/meaning.ts';
import { lintReply } from './replyLint.ts';

const NOW = Date.parse('2026-11-22T18:00:00Z');
const world = { now: NOW, number: 'main', caseNumber: 'MVM-7K3QD-R' };

/** Someone who is asked for the country and then, instead of an answer, which of these topics was meant. */
const asked = (language: 'ar' | 'en', ...topics: Topic[]): Facts => ({
  schema: 1,
  language,
  noticed: 1,
  heardAt: NOW,
  revision: 0,
  decisions: [],
  known: { writer: { value: 'self', words: 'me', message: 'M1', at: 1 } },
  likely: { topics, behind: 'asking:country' },
  asked: 'disambiguating',
});

function say(facts: Facts, ...texts: string[]) {
  const messages = texts.map((text, index) => ({ id: `N${index}`, at: NOW, content: { kind: 'text' as const, text } }));
  const { facts: next, effects } = turn(JSON.parse(JSON.stringify(facts)), messages, world);
  return { next, said: effects.flatMap((effect) => (effect.type === 'reply' ? [effect.text] : [])).join('\n') };
}

describe('a question we are not sure of is asked about once, and its answer is that of the topic chosen', () => {
  test.each<[string, Facts, string, RegExp]>([
    ['by number', asked('en', 'ask_price', 'ask_appointment'), '2', /Appointments belong to the clinic/],
    ['by an Arabic number', asked('ar', 'ask_price', 'ask_appointment'), '١', /السعر الطبي/],
    ['by its name', asked('en', 'ask_visa', 'ask_timing'), 'the visa or entry', /Visas and entry/],
    ['by a yes', asked('ar', 'ask_insurance'), 'نعم', /قبول التأمين/],
    ['by words of its own', asked('en', 'ask_insurance'), 'no, I mean how much it costs', /Medical prices/],
  ])('%s', (_, facts, text, answer) => {
    const { next, said } = say(facts, text);
    expect(said).toMatch(answer);
    expect(said).toMatch(/Back to our question: In which country|نعود إلى سؤالنا: في أي بلد/);
    expect(next.likely).toBeUndefined();
    expect(next.asked).toBe('asking:country');
  });

  test.each([
    ['something else, by number', '3'],
    ['a no', 'no'],
  ])('%s: how to be understood, and the open question', (_, text) => {
    const { next, said } = say(asked('en', 'ask_price', 'ask_appointment'), text);
    expect(said).toMatch(/in other words[\s\S]*Back to our question: In which country/);
    expect(next.misses).toBeUndefined();
  });

  test('words without sense count as one miss of the open question', () => {
    const { next, said } = say(asked('en', 'ask_price', 'ask_appointment'), 'blorp zzz qqq');
    expect(said).toMatch(/^Sorry, I did not get that. In which country/);
    expect(next.misses).toBe(1);
  });

  test('an answer to the open question is taken, and nothing is asked twice', () => {
    const { next, said } = say(asked('en', 'ask_price', 'ask_appointment'), 'Kuwait');
    expect(next.known.country?.value).toBe('KW');
    expect(said).not.toMatch(/Is it about/);
  });

  test.each(['ar', 'en'] as const)(
    'every topic has a name that may be sent in %s, and nobody is asked whether they mourn',
    (language) => {
      const { said } = say(
        { ...asked(language, 'bereavement', 'ask_safety', 'ask_roles'), heardAt: NOW },
        'status',
        'الحالة',
      );
      expect(lintReply(said, language)).toEqual([]);
    },
  );
});

test('in one burst the message behind an unsure one answers what was open, and the topic is asked at the end', () => {
  const { likely: _, ...before } = asked('en');
  const waiting: Facts = {
    ...before,
    likely: { topics: ['ask_price'], behind: 'asking:country' },
    asked: 'asking:country',
  };
  const { next, said } = say(waiting, 'Kuwait');
  expect(next.known.country?.value).toBe('KW');
  expect(said).toMatch(/Noted: Kuwait[\s\S]*Is it about the price\?/);
});
