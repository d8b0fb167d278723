import { expect, test } from '@jest/globals';
import { type Facts, noFacts } from '../src/dialogue/facts.ts';
import { type Message, turn } from '../src/dialogue/turn.ts';
import type { Content } from '../src/understanding/content.ts';

const NOW = Date.parse('2026-11-22T18:00:00Z');
const world = { now: NOW, number: 'main', caseNumber: 'MVM-7K3QD-R' };
const start = 'hello | I am the patient, aged 50, Oman, English, spine, second opinion, in April, alone, not urgent';

/** How every place is reached. The last message of each leads there. */
const ways: Record<string, string> = {
  new: '',
  language: '[image]',
  asking: 'hello',
  disambiguating: 'hello | [likely]',
  clarifying: 'hello | my father | عمان',
  paused: 'hello | he is not breathing',
  stopped: 'hello | stop',
  confirming: 'hello | Kuwait | delete my data',
  agency: 'hello | we are a partner agency',
  withHuman: 'hello | [colleague]',
  review: `${start} | Can the MRI be reviewed?`,
  refused: `${start} | Can the MRI be reviewed? | no`,
  filed: `${start} | Can the MRI be reviewed? | yes`,
  withdrawn: `${start} | Can the MRI be reviewed? | yes | withdraw my consent`,
  guardian:
    'hello | I am the patient, aged 15, Qatar, English, skin, consultation, flexible, 2 people, not urgent | Can it be treated?',
};

const brackets: Record<string, Content> = {
  '[image]': { kind: 'file', file: 'unknown_image' },
  '[colleague]': { kind: 'colleague' },
};

/** A question that nobody is sure of is given as the fact it leaves: which texts those are changes as understanding learns. */
function say(facts: Facts, text: string, id: string) {
  if (text === '[likely]') {
    const likely = { topics: ['ask_price', 'ask_appointment'] as const };
    return { facts: { ...facts, likely, asked: 'disambiguating' }, effects: [], deadlines: {} };
  }
  const message: Message = { id, at: NOW, content: brackets[text] ?? { kind: 'text', text } };
  return turn(facts, [message], world);
}

const reached = (way: string): Facts =>
  way
    .split(' | ')
    .filter(Boolean)
    .reduce((facts, text, index) => say(facts, text, `M${index}`).facts, noFacts);

test('the ways lead to every place of the machine at which something can be heard', async () => {
  const { initialTransition } = await import('xstate');
  const { machine } = await import('../src/dialogue/machine.ts');
  const places = Object.entries(ways).map(([place, way]) => [
    place,
    initialTransition(machine, { facts: reached(way), world })[0].value,
  ]);
  expect(places).toEqual(Object.keys(ways).map((place) => [place, place]));
  const silent = ['opening', 'deciding', 'greeting', 'revising'];
  expect(
    Object.keys(machine.states)
      .filter((state) => !silent.includes(state))
      .sort(),
  ).toEqual(Object.keys(ways).sort());
});

const wishes: [string, string, (after: ReturnType<typeof turn>) => boolean][] = [
  [
    'a human',
    'I want to talk to a person',
    ({ effects, facts }) =>
      facts.humanAskedAt !== undefined && effects.some((effect) => effect.type === 'alert' && effect.kind === 'human'),
  ],
  ['a human (ar)', 'ابي اكلم موظف', ({ facts }) => facts.humanAskedAt !== undefined],
  ['stop', 'stop', ({ facts }) => facts.stoppedAt !== undefined],
  ['stop (ar)', 'ايقاف', ({ facts }) => facts.stoppedAt !== undefined],
  ['delete', 'delete my data', ({ facts }) => facts.confirm === 'erase'],
  ['delete (ar)', 'احذف بياناتي', ({ facts }) => facts.confirm === 'erase'],
  ['Arabic', 'عربي لو سمحت', ({ facts }) => facts.language === 'ar'],
  ['English', 'English please', ({ facts }) => facts.language === 'en'],
  [
    'danger',
    'he is not breathing',
    ({ facts, effects }) =>
      facts.paused !== undefined && effects.some((effect) => effect.type === 'reply' && effect.text.includes('997')),
  ],
];

test.each(Object.entries(ways))(
  'from "%s" a human, stop, delete, language and the safe exit are one message away',
  (_, way) => {
    const facts = reached(way);
    const failing = wishes.filter(([, text, came]) => !came(say(facts, text, 'W'))).map(([name]) => name);
    expect(failing).toEqual([]);
  },
);
