import { describe, expect, test } from '@jest/globals';
import { reviewed, talk } from './talk.ts';

const filed = (effects: { type: string }[]) => effects.filter((effect) => effect.type === 'file');
const child =
  'I write for my son, he is 10 years old, Kuwait, Arabic, eyes, second opinion, in April, 2 people, not urgent';

describe('without a yes to a consent that was shown, nothing leaves (R037)', () => {
  test('a yes to the shown consent files the brief', () => {
    expect(filed(talk([...reviewed, 'yes']).effects)).toHaveLength(1);
  });

  test.each([
    ['the last answer and a yes in one burst', [...reviewed.slice(0, 2), ['Can the MRI be reviewed?', 'yes']]],
    [
      'the last answer edited to a yes in one burst',
      [...reviewed.slice(0, 2), ['Can the MRI be reviewed?', { kind: 'edit' as const, of: 'M2-0', text: 'yes' }]],
    ],
    ['a thumb under any message', [...reviewed, { kind: 'reaction' as const, of: 'other', emoji: '👍' }]],
    ['a change of age to a child with a yes in one burst', [...reviewed, ['his age is 10 years', 'yes']]],
  ])('%s does not', (_, said) => {
    const { facts, effects } = talk(said);
    expect(filed(effects)).toEqual([]);
    expect(facts.decisions).toEqual([]);
  });

  test('erasure asked for and confirmed in one burst is asked about first', () => {
    expect(talk([...reviewed, ['delete my data', 'yes']]).effects.some((effect) => effect.type === 'erase')).toBe(
      false,
    );
  });
});

describe('a minor needs the guardian (R049)', () => {
  test('the guardian’s own yes files it', () => {
    const { facts, effects } = talk(['hello', child, 'Is a visit needed?', 'yes']);
    expect(filed(effects)).toHaveLength(1);
    expect(facts.decisions[0]).toMatchObject({ by: 'guardian', basis: 'guardian' });
  });

  test('a filed adult who turns out to be a child: no new revision before the guardian’s yes, and a no calls the first one back', () => {
    const turned = talk([...reviewed, 'yes', 'change the age', '15 years old']);
    expect(filed(turned.effects)).toEqual([]);
    const guardian = talk(['guardian', '1'], turned.facts);
    expect(filed(guardian.effects)).toHaveLength(1);
    expect(guardian.facts.decisions.at(-1)?.basis).toBe('guardian');
    const refused = talk(['guardian', 'no'], turned.facts);
    expect(refused.effects).toContainEqual({ type: 'recall', case: 'MVM-7K3QD-R', revision: 1 });
  });

  test('who says not to be the guardian stays who they are, and the guardian is waited for', () => {
    const { facts } = talk(['hello', child, 'Is a visit needed?', '3']);
    expect(facts.known.writer?.value).toBe('parent');
    expect(facts.guardianAway).toBe(true);
    expect(filed(talk(['yes please send it'], facts).effects)).toEqual([]);
  });
});

describe('what was filed can be called back, whatever came after (R048)', () => {
  test.each([
    ['a new case', ['new request for another patient']],
    ['a fresh start', ['start over', 'yes']],
  ])('after %s', (_, then) => {
    const { effects, text } = talk([...reviewed, 'yes', ...then, 'withdraw my consent']);
    expect(effects).toContainEqual({ type: 'recall', case: 'MVM-7K3QD-R', revision: 1 });
    expect(effects.filter((effect) => effect.type === 'consent')).toHaveLength(1);
    expect(text).not.toMatch(/Nothing was sent/);
  });

  test('the draft of another case ends without touching the filed one', () => {
    const { facts } = talk([...reviewed, 'yes', 'new request for another patient', 'my father']);
    const at = facts.heardAt ?? 0;
    const { effects, facts: after } = talk([{ kind: 'deadline', deadline: 'expire' }], {
      ...facts,
      heardAt: at - 7 * 24 * 3_600_000,
    });
    expect(effects.map((effect) => effect.type)).not.toContain('erase');
    expect(after.earlier).toHaveLength(1);
    expect(after.known).toEqual({});
  });

  test('a second withdrawal says that it stands, and nothing goes out twice', () => {
    const { effects, text } = talk([...reviewed, 'yes', 'withdraw my consent', 'withdraw my consent']);
    expect(effects.filter((effect) => effect.type !== 'reply')).toEqual([]);
    expect(text).toMatch(/withdrawn/);
  });
});
