import { expect, test } from '@jest/globals';
import { showQr } from '../src/channels/baileys/showQr.ts';

const shown = async (isTTY: boolean): Promise<string> => {
  let out = '';
  await showQr('https://wa.me/settings/linked_devices#ref,noise,identity,adv,1', {
    isTTY,
    write: (text) => (out += text),
  });
  return out;
};

test('a program can read the code from one line', async () => {
  expect(await shown(false)).toBe('QR https://wa.me/settings/linked_devices#ref,noise,identity,adv,1\n');
});

test('a person sees a picture that fits a terminal, and what to do with it', async () => {
  const lines = (await shown(true)).split('\n');
  expect(lines.join(' ')).toContain('Linked devices');
  expect(lines.filter((line) => /[█▀▄]/.test(line)).length).toBeGreaterThan(15);
  expect(Math.max(...lines.filter((line) => /[█▀▄]/.test(line)).map((line) => line.length))).toBeLessThanOrEqual(80);
});
