/** What one message holds, reduced by its envelope: never a thumbnail, a media key, the address of a file or a contact card (R020, R033). */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'file'; file: FileKind; caption?: string }
  | { kind: 'voice'; seconds?: number }
  | { kind: 'contact' }
  | { kind: 'location' }
  | { kind: 'sticker' }
  | { kind: 'reaction'; of: string; emoji: string }
  /** The person changed message `of`; `text` is its new wording. */
  | { kind: 'edit'; of: string; text: string }
  /** The person took message `of` back. */
  | { kind: 'delete'; of: string }
  /** A poll, a call, an order, an event: something the first step has no use for. */
  | { kind: 'unsupported' }
  /** It reached us and could not be decrypted; the same id may come again with content. */
  | { kind: 'undecryptable' }
  /** A colleague typed on the bot's own phone: the bot yields to that person (R127). */
  | { kind: 'colleague' }
  /** A deadline of this conversation has passed. */
  | { kind: 'deadline'; deadline: 'remind' | 'expire' };

/** What kind of file was refused, told from its type, name and caption alone; the name itself goes no further (`domain.md` 8.0). */
export type FileKind = 'medical_file' | 'medical_image' | 'id_image' | 'unknown_image' | 'medical_video';
