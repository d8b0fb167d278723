import { describe, expect, test } from '@jest/globals';
import type { WAMessage } from '@whiskeysockets/baileys';
import { proto } from '@whiskeysockets/baileys';
import { fromCall, toInbound } from '../src/channels/baileys/inbound.ts';

const PN = '96550000001@s.whatsapp.net';
const LID = '100000000000001@lid';
const message = (body: proto.IMessage | undefined, key: Partial<WAMessage['key']> = {}): WAMessage => ({
  key: { remoteJid: PN, fromMe: false, id: 'A1', participant: '', ...key },
  messageTimestamp: 1_790_000_000,
  ...(body ? { message: body } : {}),
});

describe('addresses', () => {
  const phone = { kind: 'phone', value: '96550000001' };
  const lid = { kind: 'lid', value: '100000000000001' };
  test.each([
    [{ remoteJid: PN, remoteJidAlt: LID }, [phone, lid]],
    [{ remoteJid: LID, remoteJidAlt: PN }, [lid, phone]],
    [{ remoteJid: '96550000001:12@s.whatsapp.net' }, [phone]],
    [{ remoteJid: LID }, [lid]],
  ])('%j', (key, from) => {
    expect(toInbound(message({ conversation: 'x' }, key))?.from).toEqual(from);
  });
  test.each([
    '1203@g.us',
    'status@broadcast',
    '1234@broadcast',
    '1203@newsletter',
    '0@s.whatsapp.net',
    '867051314767696@bot',
    '',
  ])('none of our business: %s', (remoteJid) => {
    expect(toInbound(message({ conversation: 'x' }, { remoteJid }))).toBeNull();
    expect(toInbound({ ...message(undefined, { remoteJid }), messageStubType: 2 })).toBeNull();
  });
});

describe('typed on our own phone', () => {
  const attributes = { from: '15550000000@s.whatsapp.net', recipient: PN, sender_lid: '99@lid', recipient_lid: LID };
  test('words to a person are a colleague at work, under that person’s addresses', () => {
    const inbound = toInbound(message({ conversation: 'hello' }, { fromMe: true, remoteJidAlt: '99@lid' }), attributes);
    expect(inbound).toEqual({
      id: 'A1',
      at: 1_790_000_000_000,
      content: { kind: 'colleague' },
      from: [
        { kind: 'phone', value: '96550000001' },
        { kind: 'lid', value: '100000000000001' },
      ],
    });
  });
  test('a reaction, the phone’s housekeeping and a note to oneself are not', () => {
    const mine = { fromMe: true };
    expect(toInbound(message({ reactionMessage: { key: { id: 'B' }, text: 'x' } }, mine), attributes)).toBeNull();
    expect(toInbound(message({ protocolMessage: { type: 0, key: { id: 'B' } } }, mine), attributes)).toBeNull();
    expect(toInbound(message({ conversation: 'x' }, mine), { ...attributes, category: 'peer' })).toBeNull();
    expect(toInbound(message({ conversation: 'x' }, { ...mine, remoteJid: attributes.from }), attributes)).toBeNull();
  });
});

test('what cannot be read is reported under an id of its own, so that the same message may still come', () => {
  const inbound = toInbound({ ...message(undefined), messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT });
  expect(inbound).toMatchObject({ id: 'A1?', content: { kind: 'undecryptable' } });
});

test('a bare notice of a view-once picture is a file', () => {
  expect(toInbound(message(undefined, { isViewOnce: true }))?.content).toEqual({ kind: 'file', file: 'unknown_image' });
});

test('a call counts once, when it begins, and only from a person', () => {
  const call = { id: 'C', chatId: PN, from: PN, date: new Date(5), offline: false, isGroup: false };
  expect(fromCall({ ...call, status: 'offer' })).toMatchObject({ id: 'C', at: 5, content: { kind: 'unsupported' } });
  expect(fromCall({ ...call, status: 'terminate' })).toBeNull();
  expect(fromCall({ ...call, status: 'offer', isGroup: true })).toBeNull();
});
