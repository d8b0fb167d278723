import { byVocabulary } from './byVocabulary.ts';
import type { Content, FileKind } from './content.ts';
import { weighed } from './learned/weighed.ts';
import type { Heard, Listening, Meaning } from './meaning.ts';
import { textOf } from './normalise.ts';
import { firstOfSeveral } from './severalPatients.ts';
import { answerIn } from './smallTalk.ts';
import { spokenOf } from './spoken.ts';

/**
 * What a masked message means, given the line that stands open: never throws, the same for the same input. Meanings come
 * in the order in which the dialogue must take them; `mask` must have been applied to every text before.
 */
export function understand(content: Content, listening: Listening): Omit<Heard, 'message' | 'at'> {
  switch (content.kind) {
    case 'text':
      return heard(content.text, listening, []);
    case 'file':
      return heard(content.caption ?? '', listening, [{ type: 'refused', what: refusedAs[content.file] }]);
    case 'edit':
      return heard(content.text, listening, [{ type: 'retracted', of: content.of, deleted: false }]);
    case 'delete':
      return { language: null, meanings: [{ type: 'retracted', of: content.of, deleted: true }] };
    case 'reaction':
      return { language: null, meanings: reactionOf(content.emoji, listening) };
    case 'voice':
    case 'contact':
    case 'location':
    case 'sticker':
    case 'unsupported':
      return { language: null, meanings: [{ type: 'refused', what: content.kind }] };
    case 'deadline':
      return { language: null, meanings: [{ type: 'deadline', deadline: content.deadline }] };
    case 'undecryptable':
    case 'colleague':
      return { language: null, meanings: [{ type: content.kind }] };
  }
}

const refusedAs = {
  medical_file: 'file',
  medical_image: 'image',
  unknown_image: 'image',
  id_image: 'id_image',
  medical_video: 'video',
} as const satisfies Record<FileKind, string>;

function reactionOf(emoji: string, listening: Listening): Meaning[] {
  const text = textOf(emoji);
  const answer = listening.pending?.yesNo === true ? answerIn(text, spokenOf(text), true) : null;
  return [answer === null ? { type: 'nothing' } : { type: answer }];
}

/** A text as its words and what was learned say. */
function heard(masked: string, listening: Listening, envelope: Meaning[]): Omit<Heard, 'message' | 'at'> {
  const whole = weighed(byVocabulary(masked, listening, envelope), listening);
  const first = firstOfSeveral(masked, whole.meanings, (part) => byVocabulary(part, listening).meanings);
  return first === null ? whole : { ...whole, meanings: first };
}
