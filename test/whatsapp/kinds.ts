import { proto } from '@whiskeysockets/baileys';
import type { Account } from './account.ts';
import type { MediaKind, MediaPort } from './media.ts';
import type { Way } from './stanza.ts';

/** `directPath`: media also name a path, from which a client composes an https address. */
export type SendOptions = Way & { id?: string; directPath?: boolean };

type Post = (message: proto.IMessage, options: SendOptions) => Promise<string>;

/** Things in a message that a bot must never keep; tests look for them where they must not be. */
export const PRIVATE_THUMBNAIL = 'private-thumbnail-bytes';
export const PRIVATE_VCARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Umm Salem\nTEL;waid=96550009999:+965 5000 9999\nEND:VCARD';

const FILE = Buffer.from('the bytes of a file that nobody may fetch');
const { Type } = proto.Message.ProtocolMessage;

/** Everything a person can send besides text. Each resolves with the id of the message. */
export const makeKinds = (post: Post, media: MediaPort, account: Account, isOwn: (id: string) => boolean) => {
  const file = (kind: MediaKind, { directPath = false }: SendOptions) => media.put(FILE, kind, directPath);
  const picture = (caption: string | undefined, options: SendOptions): proto.IMessage => ({
    imageMessage: {
      ...file('Image', options),
      mimetype: 'image/jpeg',
      jpegThumbnail: Buffer.from(PRIVATE_THUMBNAIL),
      ...(caption ? { caption } : {}),
    },
  });
  const keyOf = (id: string): proto.IMessageKey => ({ remoteJid: account.pn, fromMe: isOwn(id), id });

  return {
    image: (caption?: string, options: SendOptions = {}) => post(picture(caption, options), options),
    viewOnce: (options: SendOptions = {}) =>
      post({ viewOnceMessageV2: { message: picture(undefined, options) } }, options),
    video: (caption?: string, options: SendOptions = {}) =>
      post(
        { videoMessage: { ...file('Video', options), mimetype: 'video/mp4', ...(caption ? { caption } : {}) } },
        options,
      ),
    /** With a caption the message is wrapped once more, as WhatsApp does. */
    document: (fileName: string, caption?: string, options: SendOptions = {}) => {
      const plain = { ...file('Document', options), mimetype: 'application/pdf', fileName };
      const message: proto.IMessage = { documentMessage: caption ? { ...plain, caption } : plain };
      return post(caption ? { documentWithCaptionMessage: { message } } : message, options);
    },
    voice: (seconds: number, options: SendOptions = {}) =>
      post(
        { audioMessage: { ...file('Audio', options), mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds } },
        options,
      ),
    sticker: (options: SendOptions = {}) =>
      post({ stickerMessage: { ...file('Image', options), mimetype: 'image/webp' } }, options),
    contact: (displayName = 'Umm Salem', options: SendOptions = {}) =>
      post({ contactMessage: { displayName, vcard: PRIVATE_VCARD } }, options),
    location: (options: SendOptions = {}) =>
      post({ locationMessage: { degreesLatitude: 29.3759, degreesLongitude: 47.9774 } }, options),
    poll: (name: string, choices: string[], options: SendOptions = {}) =>
      post(
        {
          pollCreationMessageV3: {
            name,
            options: choices.map((optionName) => ({ optionName })),
            selectableOptionsCount: 1,
          },
        },
        options,
      ),
    /** An empty emoji takes the reaction back. */
    reaction: (of: string, emoji: string, options: SendOptions = {}) =>
      post({ reactionMessage: { key: keyOf(of), text: emoji, senderTimestampMs: Date.now() } }, options),
    edit: (of: string, text: string, options: SendOptions = {}) =>
      post(
        {
          protocolMessage: {
            key: keyOf(of),
            type: Type.MESSAGE_EDIT,
            editedMessage: { conversation: text },
            timestampMs: Date.now(),
          },
        },
        options,
      ),
    delete: (of: string, options: SendOptions = {}) =>
      post({ protocolMessage: { key: keyOf(of), type: Type.REVOKE } }, options),
    /** A text in a chat whose messages disappear. */
    disappearing: (text: string, options: SendOptions = {}) =>
      post({ ephemeralMessage: { message: { extendedTextMessage: { text } } } }, options),
  };
};

export type Kinds = ReturnType<typeof makeKinds>;
