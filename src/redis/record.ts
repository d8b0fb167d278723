import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Kept } from '../intake/store.ts';

/**
 * What a record of facts mostly consists of. An open conversation costs a third of its plain size with it. Records name the
 * dictionary they were written with: to change it, add a second one and keep this.
 */
const dictionary = Buffer.from(
  'إن شاء الله السلام عليكم الوالدة الوالد أبوي أمي ولدي بنتي زوجتي من الكويت السعودية الإمارات قطر موسكو روسيا بعد رمضان ' +
    'العيد شهر القادم عمرها عمره سنة نبي نريد رأي ثاني علاج العلاج عملية جراحة دكتور طبيب مستشفى المستشفيات هل يمكن كم ' +
    'مدة الإقامة عندها عنده ورم سرطان القلب الظهر الركبة متى ما هي التكلفة على في ' +
    '"unsure":{"field":"","readings":[],"words":"","message":"3EB0","at":17},"stoppedAt":17,"remindedAt":17,"paused":"emergency",' +
    '"humanAskedAt":17,"noticedPrivate":["phone","name","medical_text"],"voices":1,"misses":1,"filedAt":17,"refusedAt":17,' +
    '"case":"MVM-","decisions":[{"purpose":"forward","given":true,"at":17,"message":"3EB0","reply":"نعم","language":"ar",' +
    '"version":"1","by":"family","basis":"patient_agrees"},{"purpose":"contact","logistics":{"value":["interpreter","transfer",' +
    '"hotel"],"documents":{"value":[{"type":"report","words":"","city_or_clinic":{"value":"","preferences":{"value":"' +
    '{"facts":{"schema":1,"language":"ar","phoneCountry":"SA","noticed":17,"heardAt":17,"known":{"writer":{"value":"child",' +
    '"words":"","message":"3EB0","at":179},"country":{"value":"KW","words":"","message":"3A","language":{"value":["ar","en"],' +
    '"direction":{"value":"oncology","goal":{"value":"second_opinion","age_group":{"value":"60+","dates":{"value":{"kind":' +
    '"range","from":"2026-","to":"2026-","granularity":"month"},"family_size":{"value":2,"urgency":{"value":"medium",' +
    '"question":{"value":"","corrected":true},"revision":0,"decisions":[]},"to":{"kind":"phone","value":"965"},"country":"KW",' +
    '"due":{"remind":17,"expire":17}}',
);
const DICTIONARY = 1;
/** A window of 4 KB holds the dictionary and most records, and is quick to set up. */
const settings = { dictionary, windowBits: 12, memLevel: 5, level: 2 } as const;

/** The record as bytes: number of the dictionary, then raw deflate of the JSON. */
export function pack(kept: Kept): Buffer {
  const body = deflateRawSync(JSON.stringify(kept), settings);
  return Buffer.concat([Buffer.of(DICTIONARY), body]);
}

/** Reads what `pack` wrote. */
export function unpack(bytes: Buffer): Kept {
  if (bytes[0] !== DICTIONARY) throw new Error(`unknown dictionary ${bytes[0]}`);
  return JSON.parse(inflateRawSync(bytes.subarray(1), settings).toString()) as Kept;
}
