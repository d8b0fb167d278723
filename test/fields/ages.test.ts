import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What a bare answer to a question means; more than one value: the readings that are asked about. */
const answers: Record<string, readonly (readonly [string, ...unknown[]])[]> = {
  age_group: [
    ['60', '60+'],
    ['٣٥ سنة', '18-39'],
    ['رضيع ٨ شهور', '0-1'],
    ['8 months', '0-1'],
    ['18 months', '0-1'],
    ['سنة ونص', '0-1'],
    ['سنتين', '2-12'],
    ['طفل', '2-12'],
    ['مراهق', '13-17'],
    ['late 50s', '40-59'],
    ['in her sixties', '60+'],
    ['بالستينات', '60+'],
    ['في الأربعينات', '40-59'],
    ['خمسة وستين', '60+'],
    ['خمس وأربعين سنة', '40-59'],
    ['كبير بالسن', '60+'],
    ['born 1990', '18-39'],
    ['1985', '40-59'],
    ['40-59', '40-59'],
    ['٤٠-٥٩', '40-59'],
    ['60+', '60+'],
    ['٦٠+', '60+'],
    ['فوق الستين', '60+'],
    ['تحت ١٨', '13-17'],
    ['adult', '18-39', '40-59', '60+'],
    ['40 yo', '40-59'],
    ['45y', '40-59'],
    ['3omra 67', '60+'],
    ['sitteen sana', '60+'],
    ['5amseen', '40-59'],
    ['مواليد ٨٥', '40-59'],
    ['عشر سنين', '2-12'],
    ['newborn', '0-1'],
    ['عمرها ١٦', '13-17'],
    ['سبعين', '60+'],
    ['thirty five', '18-39'],
    ['3 weeks old', '0-1'],
    ['عمره سنتين', '2-12'],
    ['seven years', '2-12'],
    ['58 تقريبا', '40-59'],
    ['middle aged', '40-59'],
    ['شاب', '18-39'],
  ],
};

for (const [field, rows] of Object.entries(answers)) {
  test.each(rows)(`${field}: %s`, (text, ...values) => {
    const said = found(text, field);
    expect(said?.readings ?? [said?.value]).toEqual(values);
  });
}
