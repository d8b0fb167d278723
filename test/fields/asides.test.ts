import { describe, expect, test } from '@jest/globals';
import { all } from './found.ts';

/** The fields of a message by name; of several readings all. */
function fields(text: string, asked?: string): Record<string, unknown> {
  return Object.fromEntries(all(text, asked).map((said) => [said.field, said.readings ?? said.value]));
}

describe('what is told of others is no answer', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      'My friend went to Moscow in March for his heart. I want the same for my dad, 64, we live in Al Ain',
      { writer: 'child', country: 'AE', direction: 'cardiology', age_group: '60+' },
    ],
    [
      'my neighbour was treated in Moscow in 2024 and told me about you. My wife has breast cancer, she is 47, we live in Muscat',
      { writer: 'spouse', country: 'OM', direction: 'oncology', age_group: '40-59' },
    ],
    ['my son lives in London but we are in Kuwait', { country: 'KW' }],
    ['my friends recommended you', {}],
  ])('%s', (text, expected) => expect(fields(text)).toMatchObject(expected));

  test.each([
    ['My friend went to Moscow in March for his heart. I want the same for my dad', 'dates'],
    ['My friend went to Moscow in March for his heart. I want the same for my dad', 'city_or_clinic'],
    ['زميلي راح موسكو شهر ٥ وسوى عملية، وانا ابي نفسها', 'dates'],
    ['زميلي راح موسكو شهر ٥ وسوى عملية، وانا ابي نفسها', 'city_or_clinic'],
  ])('%s: no %s', (text, field) => expect(fields(text)).not.toHaveProperty(field));

  test('a relative abroad who may be the patient is asked about', () => {
    expect(fields('my mother lives in Cairo, she is 60, but we are in Kuwait').country).toContain('KW');
  });

  test.each<[string, string]>([
    ['انا عمري ٣٠ وابوي المريض عمره ٦٣', '60+'],
    ['I am 40, my mother who is the patient is 66', '60+'],
    ["I'm 30, the patient is my father, 62", '60+'],
  ])("the writer's own age beside the patient's: %s", (text, band) => {
    expect(fields(text).age_group).toBe(band);
    expect(fields(text, 'age_group').age_group).toBe(band);
  });
});

describe('who writes, told by the illness', () => {
  test.each<[string, string]>([
    ['I need knee replacement surgery', 'self'],
    ['ابغى استشارة لظهري، ديسك، عمري ٤٥', 'self'],
    ['a second opinion for my prostate. 58, Sharjah', 'self'],
    ['حالتي غضروف بالرقبة، ابي راي ثاني', 'self'],
    ['الوالدة عمرها ٦٨ سنة وعندها سرطان', 'child'],
    ['wife 28, gyne, UAE', 'spouse'],
    ['مرحبا، المريض ابوي، قلب', 'child'],
  ])('%s', (text, writer) => expect(fields(text).writer).toBe(writer));

  test.each([
    'want to do full check up with my wife',
    'علاج انحراف الحاجز الانفي',
    'how much is knee replacement surgery?',
    'نبي علاج للظهر',
    'cancer treatment, 60 years old, Kuwait',
    'I need a doctor',
  ])('not told: %s', (text) => expect(fields(text)).not.toHaveProperty('writer'));
});
