import { expect, test } from '@jest/globals';
import { all, found } from './found.ts';

function value(text: string, field: string): unknown {
  return all(text).find((said) => said.field === field)?.value;
}

test.each<[string, string, unknown]>([
  ['wait, we are 4 not 3', 'family_size', 4],
  ['3 no sorry 4 people', 'family_size', 4],
  ['لا، أبوي مو ٥٠، ٦٥', 'age_group', '60+'],
  ['غلطت بالعمر، هو ٦٥ مو ٥٦', 'age_group', '60+'],
  ['غير البلد إلى قطر', 'country', 'QA'],
  ['change country to Oman', 'country', 'OM'],
  ['sorry I mean Qatar not Kuwait', 'country', 'QA'],
  ['من الكويت، قصدي قطر', 'country', 'QA'],
  ['not urgent', 'urgency', 'low'],
  ['مب مستعجلين', 'urgency', 'low'],
])('%s', (text, field, expected) => {
  expect(value(text, field)).toEqual(expected);
});

test.each<[string, number]>([
  ['actually make it March', 3],
  ['خلها ابريل بدل مارس', 4],
  ['مو يناير، فبراير', 2],
  ['not January, February', 2],
])('the dates that stand: %s', (text, month) => {
  expect(value(text, 'dates')).toMatchObject({ from: `2027-0${month}-01` });
});

test('what is refused is not the goal', () => {
  expect(value('ما نبي جراحة', 'goal')).toBeUndefined();
  expect(found('ما نبي جراحة، علاج بس', 'goal')?.value).toBe('treatment');
});

test('a wish to wait no longer corrects nothing', () => {
  const text = "Preferred mid January to end of January. Not urgent but they don't want to wait till summer.";
  expect(value(text, 'dates')).toMatchObject({ from: '2027-01-11', to: '2027-01-31' });
  expect(value(text, 'urgency')).toBe('medium');
});
