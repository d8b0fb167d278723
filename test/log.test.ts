import { expect, test } from '@jest/globals';
import { type LogFields, makeLog } from '../src/log.ts';

function logged(fields: LogFields): Record<string, unknown> {
  const lines: string[] = [];
  makeLog('info', { write: (line) => lines.push(line) }).info('turn_done', fields);
  expect(lines).toHaveLength(1);
  const { level, time, ...rest } = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
  return rest;
}

test('an event is one line with ids, words of a list and numbers', () => {
  const fields = { person: 'k3xQ-9_a', case: 'MVM-7K3QD-R', state: 'open', count: 3 };
  expect(logged(fields)).toEqual({ event: 'turn_done', ...fields });
});

test.each([
  'والدتي مريضة',
  'my mother is ill',
  '+96550000001',
  '96550000001',
  '96550000001@s.whatsapp.net',
  'a'.repeat(65),
  '',
])('what is no id and no word of a list is not written: %s', (text) => {
  expect(logged({ person: text })).toEqual({ event: 'turn_done', person: 'unfit' });
});

test('of an error only name and code are written', () => {
  const error = Object.assign(new TypeError('+96550000001 said: cancer'), { code: 'ECONNRESET', note: 'cancer' });
  expect(logged({ error })).toEqual({ event: 'turn_done', error: 'TypeError', code: 'ECONNRESET' });
  expect(logged({ error: 'said: cancer' })).toEqual({ event: 'turn_done', error: 'string' });
  const named = Object.assign(new Error('x'), { name: 'said: cancer', code: 'said: cancer' });
  expect(logged({ error: named })).toEqual({ event: 'turn_done', error: 'unfit', code: 'unfit' });
});
