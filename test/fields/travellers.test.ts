import { expect, test } from '@jest/globals';
import { found } from './found.ts';

/** What a bare answer to a question means; more than one value: the readings that are asked about. */
const answers: Record<string, readonly (readonly [string, ...unknown[]])[]> = {
  family_size: [
    ['3', 3],
    ['٣ اشخاص', 3],
    ['شخصين', 2],
    ['انا وزوجتي', 2],
    ['أنا وزوجتي وولدي', 3],
    ['انا و امي', 2],
    ['me and my wife', 2],
    ['just me', 1],
    ['لحاله', 1],
    ['مرافقين', 3, 4],
    ['المريض ومرافقين اثنين', 3],
    ['المريض و٢ مرافقين', 3],
    ['2 companions', 3],
    ['3 with the patient', 3],
    ['2-3', { min: 2, max: 3 }],
    ['٣ او ٤', { min: 3, max: 4 }],
    ['2 adults and 2 kids', 4],
    ['family of 5', 5],
    ['we are 4', 4],
    ['احنا خمسة', 5],
    ['ثلاثه مع المريض', 3],
    ['اثنين غير المريض', 3],
    ['el mareed w 2 mrafgeen', 3],
    ['patient, wife, son', 3],
    ['me my wife and 2 kids', 4],
    ['4 pax', 4],
    ['ابوي وامي وانا', 3],
    ['المريض واخوه', 2],
    ['four', 4],
    ['الوالد والوالدة وانا واخوي', 4],
    ['مرافق واحد', 2],
    ['3 including me', 3],
    ['patient + husband + baby', 3],
    ['مو متأكدين', null],
    ['not sure yet', null],
    ['thalatha', 3],
    ['5ams anfar', 5],
  ],
};

for (const [field, rows] of Object.entries(answers)) {
  test.each(rows)(`${field}: %s`, (text, ...values) => {
    const said = found(text, field);
    expect(said?.readings ?? [said?.value]).toEqual(values);
  });
}
