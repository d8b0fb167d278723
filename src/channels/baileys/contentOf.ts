import { normalizeMessageContent, proto } from '@whiskeysockets/baileys';
import type { Content } from '../../understanding/content.ts';
import { fileKind } from '../../understanding/fileKind.ts';

type Body = proto.IMessage;

/** What WhatsApp sends for its own housekeeping: nothing a person said. An album is only the heading of its pictures. */
const silent = [
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'messageContextInfo',
  'deviceSentMessage',
  'protocolMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'encReactionMessage',
  'stickerSyncRmrMessage',
  'chat',
  'messageHistoryBundle',
  'messageHistoryNotice',
  'albumMessage',
  'statusMentionMessage',
  'groupStatusMentionMessage',
  'statusNotificationMessage',
  'statusAddYours',
  'statusQuotedMessage',
  'statusStickerInteractionMessage',
  'limitSharingMessage',
  'botTaskMessage',
] as const satisfies readonly (keyof Body)[];

/**
 * What a decrypted message holds, by its envelope only (R020, R033): never a thumbnail, a media key, an address of a
 * file, a file name or a contact card. `null` when it is housekeeping. Pure and total.
 */
export function contentOf(wrapped: Body): Content | null {
  const body = opened(wrapped);
  const text = textIn(body);
  if (text !== null) return { kind: 'text', text };
  const file = fileIn(body);
  if (file !== null) return file;
  if (body.audioMessage) {
    const seconds = body.audioMessage.seconds;
    return typeof seconds === 'number' && seconds > 0 ? { kind: 'voice', seconds } : { kind: 'voice' };
  }
  if (body.contactMessage || body.contactsArrayMessage) return { kind: 'contact' };
  if (body.locationMessage || body.liveLocationMessage) return { kind: 'location' };
  if (body.stickerMessage || body.lottieStickerMessage || body.stickerPackMessage) return { kind: 'sticker' };
  if (body.reactionMessage) return reactionIn(body.reactionMessage);
  if (body.protocolMessage) return changeIn(body.protocolMessage);
  const saying = Object.entries(body).some(
    ([name, part]) => part !== null && part !== undefined && !(silent as readonly string[]).includes(name),
  );
  return saying ? { kind: 'unsupported' } : null;
}

/** Out of its wrappings: disappearing, view once, caption, edit; the newer question wrappings as well. */
function opened(wrapped: Body): Body {
  const body = normalizeMessageContent(wrapped) ?? {};
  const inner = body.questionMessage?.message ?? body.questionReplyMessage?.message ?? body.botInvokeMessage?.message;
  return inner ? (normalizeMessageContent(inner) ?? {}) : body;
}

/** Words the person wrote or chose; an answer to buttons or a list counts as the words that were shown on it. */
function textIn(body: Body): string | null {
  const chosen = body.interactiveResponseMessage;
  const words =
    body.conversation ??
    body.extendedTextMessage?.text ??
    body.buttonsResponseMessage?.selectedDisplayText ??
    body.listResponseMessage?.title ??
    body.templateButtonReplyMessage?.selectedDisplayText ??
    chosen?.body?.text ??
    body.questionResponseMessage?.text ??
    null;
  return words === null || words.trim() === '' ? null : words;
}

function fileIn(body: Body): Content | null {
  const { documentMessage: document, imageMessage: image } = body;
  const video = body.videoMessage ?? body.ptvMessage;
  const found = document ?? image ?? video;
  if (!found) return null;
  const caption = found.caption;
  const type = document ? 'document' : image ? 'image' : 'video';
  const file = fileKind({ type, filename: document?.fileName, mimetype: found.mimetype, caption });
  return caption ? { kind: 'file', file, caption } : { kind: 'file', file };
}

function reactionIn({ key, text }: proto.Message.IReactionMessage): Content | null {
  return key?.id ? { kind: 'reaction', of: key.id, emoji: text ?? '' } : null;
}

/** An edit or a taking back of an earlier message. A new caption is the new wording of a file. */
function changeIn({ type, key, editedMessage }: proto.Message.IProtocolMessage): Content | null {
  const of = key?.id;
  if (!of) return null;
  if (type === proto.Message.ProtocolMessage.Type.REVOKE) return { kind: 'delete', of };
  if (type !== proto.Message.ProtocolMessage.Type.MESSAGE_EDIT || !editedMessage) return null;
  const body = opened(editedMessage);
  const file = fileIn(body);
  const text = textIn(body) ?? (file?.kind === 'file' ? (file.caption ?? null) : null);
  return text === null ? null : { kind: 'edit', of, text };
}
