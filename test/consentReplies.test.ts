import { describe, expect, test } from '@jest/globals';
import { reviewed, talk } from './talk.ts';

const arabic = [
  'السلام عليكم',
  'انا المريض، عمري ٤٠، من البحرين، عربي، العيون، فحص شامل، مرن، لحالي، مو مستعجل',
  'هل يمكن الفحص في يوم واحد؟',
];
const given = (said: Parameters<typeof talk>[0]) =>
  talk(said).facts.decisions.map(({ purpose, given: yes }) => [purpose, yes]);
const both = [
  ['forward', true],
  ['contact', true],
];

describe('one reply may answer both purposes, in people’s own words', () => {
  test.each([
    'نعم',
    'موافق',
    'اوافق',
    'نوافق',
    'ايه تمام',
    'اي نعم موافقين',
    'نعم للأمرين',
    'نعم للاثنين',
    'موافق على الاثنين',
    'نعم أوافق على الأمرين',
    'كلاهما',
    'الاثنين',
    '١',
    '1',
    '۱',
  ])('%s', (reply) => {
    expect(given([...arabic, reply])).toEqual(both);
  });

  test.each([
    'yes',
    'I agree',
    'yes to both',
    'yes, I agree to both',
    'both',
    'ok agreed',
    'sure',
    '1',
    'yes both please',
  ])('%s', (reply) => {
    expect(given([...reviewed, reply])).toEqual(both);
  });

  test.each(['no', 'لا', 'I do not agree', 'مو موافق'])('%s is a refusal', (reply) => {
    expect(given([...reviewed, reply])).toEqual([['forward', false]]);
  });

  test.each(['no, it is Qatar not Oman', 'yes but we are 4', 'yes, but do not share it', 'how much will it cost?'])(
    '%s decides nothing',
    (reply) => {
      expect(given([...reviewed, reply])).toEqual([]);
    },
  );

  test('sending without contact is two decisions', () => {
    expect(given([...reviewed, '2'])).toEqual([
      ['forward', true],
      ['contact', false],
    ]);
  });
});
