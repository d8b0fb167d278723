/** What a message holds is told by its envelope, and nothing else of it gets through (R020, R033). */
import { describe, expect, test } from '@jest/globals';
import { proto } from '@whiskeysockets/baileys';
import fc from 'fast-check';
import { contentOf } from '../src/channels/baileys/contentOf.ts';

const file = {
  url: 'https://x/secret-url',
  directPath: '/secret-path',
  mediaKey: Buffer.from('secret-key'),
  jpegThumbnail: Buffer.from('secret-thumb'),
};

describe('each kind is told by its envelope', () => {
  const Type = proto.Message.ProtocolMessage.Type;
  const rows: [string, proto.IMessage, unknown][] = [
    ['text', { conversation: 'hi' }, { kind: 'text', text: 'hi' }],
    [
      'reply',
      { extendedTextMessage: { text: 'yes', contextInfo: { stanzaId: 'x', quotedMessage: { imageMessage: file } } } },
      { kind: 'text', text: 'yes' },
    ],
    [
      'disappearing',
      { ephemeralMessage: { message: { extendedTextMessage: { text: 'gone' } } } },
      { kind: 'text', text: 'gone' },
    ],
    [
      'button',
      { buttonsResponseMessage: { selectedButtonId: 'b1', selectedDisplayText: 'Yes' } },
      { kind: 'text', text: 'Yes' },
    ],
    [
      'list',
      { listResponseMessage: { title: 'Kuwait', singleSelectReply: { selectedRowId: 'r' } } },
      { kind: 'text', text: 'Kuwait' },
    ],
    [
      'template',
      { templateButtonReplyMessage: { selectedId: '1', selectedDisplayText: 'No' } },
      { kind: 'text', text: 'No' },
    ],
    [
      'native flow',
      { interactiveResponseMessage: { body: { text: 'Chosen' }, nativeFlowResponseMessage: { paramsJson: '{}' } } },
      { kind: 'text', text: 'Chosen' },
    ],
    ['image', { imageMessage: { ...file, mimetype: 'image/jpeg' } }, { kind: 'file', file: 'unknown_image' }],
    [
      'image with caption',
      { imageMessage: { ...file, caption: 'MRI of my father' } },
      { kind: 'file', file: 'medical_image', caption: 'MRI of my father' },
    ],
    ['view once', { viewOnceMessageV2: { message: { imageMessage: file } } }, { kind: 'file', file: 'unknown_image' }],
    [
      'passport by name',
      { documentMessage: { ...file, fileName: 'Passport_copy.pdf', mimetype: 'application/pdf' } },
      { kind: 'file', file: 'id_image' },
    ],
    [
      'document in caption wrapping',
      {
        documentWithCaptionMessage: {
          message: { documentMessage: { ...file, fileName: 'Ali Hassan report.pdf', caption: 'تقرير' } },
        },
      },
      { kind: 'file', file: 'medical_file', caption: 'تقرير' },
    ],
    ['video', { videoMessage: { ...file, mimetype: 'video/mp4' } }, { kind: 'file', file: 'medical_video' }],
    ['round video', { ptvMessage: { ...file } }, { kind: 'file', file: 'medical_video' }],
    ['voice', { audioMessage: { ...file, ptt: true, seconds: 7 } }, { kind: 'voice', seconds: 7 }],
    ['audio', { audioMessage: { ...file, ptt: false } }, { kind: 'voice' }],
    ['contact', { contactMessage: { displayName: 'Umm Salem', vcard: 'BEGIN:VCARD' } }, { kind: 'contact' }],
    ['contacts', { contactsArrayMessage: { contacts: [{ displayName: 'secret' }] } }, { kind: 'contact' }],
    ['location', { locationMessage: { degreesLatitude: 29.1 } }, { kind: 'location' }],
    ['live location', { liveLocationMessage: { degreesLatitude: 29.1 } }, { kind: 'location' }],
    ['sticker', { stickerMessage: { ...file } }, { kind: 'sticker' }],
    ['reaction', { reactionMessage: { key: { id: 'B' }, text: '👍' } }, { kind: 'reaction', of: 'B', emoji: '👍' }],
    [
      'reaction taken back',
      { reactionMessage: { key: { id: 'B' }, text: '' } },
      { kind: 'reaction', of: 'B', emoji: '' },
    ],
    [
      'edit',
      { protocolMessage: { type: Type.MESSAGE_EDIT, key: { id: 'B' }, editedMessage: { conversation: 'new' } } },
      { kind: 'edit', of: 'B', text: 'new' },
    ],
    [
      'wrapped edit',
      {
        editedMessage: {
          message: {
            protocolMessage: {
              type: Type.MESSAGE_EDIT,
              key: { id: 'B' },
              editedMessage: { extendedTextMessage: { text: 'new' } },
            },
          },
        },
      },
      { kind: 'edit', of: 'B', text: 'new' },
    ],
    ['delete', { protocolMessage: { type: Type.REVOKE, key: { id: 'B' } } }, { kind: 'delete', of: 'B' }],
    ['poll', { pollCreationMessageV3: { name: 'q' } }, { kind: 'unsupported' }],
    ['order', { orderMessage: { orderId: '1' } }, { kind: 'unsupported' }],
    ['event', { eventMessage: { name: 'x' } }, { kind: 'unsupported' }],
    ['disappearing setting', { protocolMessage: { type: Type.EPHEMERAL_SETTING, ephemeralExpiration: 1 } }, null],
    ['history', { protocolMessage: { type: Type.HISTORY_SYNC_NOTIFICATION } }, null],
    ['pin', { pinInChatMessage: { key: { id: 'B' } } }, null],
    ['keys', { senderKeyDistributionMessage: { groupId: 'x@g.us' } }, null],
    ['album heading', { albumMessage: { expectedImageCount: 2 } }, null],
    ['nothing', {}, null],
  ];
  test.each(rows)('%s', (_name, body, expected) => {
    // through the codec, as it comes from the wire
    expect(contentOf(proto.Message.decode(proto.Message.encode(proto.Message.fromObject(body)).finish()))).toEqual(
      expected,
    );
  });
});

test('nothing of a file or a card gets through, whatever the message', () => {
  for (const body of [
    { imageMessage: file },
    { documentMessage: { ...file, fileName: 'secret-name.pdf' } },
    { stickerMessage: file },
    { contactMessage: { displayName: 'secret-name', vcard: 'secret-card' } },
    { videoMessage: file },
  ]) {
    expect(JSON.stringify(contentOf(body))).not.toMatch(/secret|http/);
  }
});

test('any shape of a message is taken or ignored, never a crash', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom(...Object.keys(proto.Message.prototype)), maxDepth: 3 }), (shape) => {
      let body: proto.IMessage;
      try {
        body = proto.Message.fromObject(shape);
      } catch {
        return; // no message at all
      }
      contentOf(body);
    }),
    { numRuns: 300 },
  );
});
