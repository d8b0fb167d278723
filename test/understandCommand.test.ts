import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';

type Out = Record<string, unknown>;

/** What the command prints for these lines, line by line. */
function understand(...lines: unknown[]): { out: Out[]; err: string; code: number | null } {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { stdout, stderr, status } = spawnSync(
    'node_modules/.bin/tsx',
    ['src/main.ts', 'understand', '--now', '2026-11-22T09:00:00Z'],
    { input, encoding: 'utf8' },
  );
  const out = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Out);
  return { out, err: stderr, code: status };
}

describe('npm run understand', () => {
  test('prints the labels and codes of the wire, one object a line', () => {
    const { out, err, code } = understand(
      { text: 'ركبة الوالد تعبانة، كم السعر؟ هويتي 1010101010', asking: 'direction' },
      { text: '10 November', asking: 'dates' },
      { text: '', msg: { type: 'audio', seconds: 3, ptt: true } },
      { text: 'my passport', msg: { type: 'image', mimetype: 'image/jpeg' } },
      { text: '👍' },
    );
    expect([err, code]).toEqual(['', 0]);
    expect(out[0]).toMatchObject({
      language: 'ar',
      intent: 'ask_price',
      value: 'orthopedics',
      fields: { direction: 'orthopedics' },
      private: [{ type: 'saudi_id', text: '1010101010' }],
      action: 'redact',
    });
    expect(out[1]).toMatchObject({ value: { kind: 'clarify' }, action: 'allow', private: [] });
    expect(out[2]).toMatchObject({ private: [{ type: 'voice_note', text: '' }], action: 'voice_policy', intent: null });
    expect(out[3]).toMatchObject({ private: [{ type: 'id_image', text: '' }], action: 'refuse_file' });
    expect(out[4]).toMatchObject({ intent: 'affirm' });
    for (const one of out) {
      const keys = Object.keys(one).filter((key) => key !== 'value' && key !== 'note');
      expect(keys).toEqual(['language', 'intent', 'intents', 'fields', 'private', 'action']);
    }
  });

  test('reads a note of a representative as a whole', () => {
    const { out } = understand({
      text: 'New case, Kuwait. Male 67, knee. 3 persons. We remain the contact point. Family agreed verbally. Documents: MRI.',
      note: true,
    });
    expect(out[0]?.['note']).toMatchObject({
      writer: 'agency',
      country: 'KW',
      direction: 'orthopedics',
      age_group: '60+',
      family_size: 3,
      dates: null,
      contact_owner: 'agency',
      documents: ['mri'],
      patients: 1,
      missing: expect.arrayContaining(['dates', 'language', 'urgency', 'question']),
    });
  });

  test('names a line it cannot take, goes on, and says so with its exit code', () => {
    const { out, err, code } = understand(
      '{"text":',
      { text: 'hello' },
      { text: 'x', msg: { type: 'carrier pigeon' } },
    );
    expect(out).toHaveLength(1);
    expect(err).toContain('line 1: ');
    expect(err).toContain('line 3: ');
    expect(code).toBe(1);
  });
});
