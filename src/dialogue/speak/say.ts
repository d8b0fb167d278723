import type { Field } from '../../../flows/family.ts';
import { isolate } from '../../../locales/isolate.ts';
import { spokenValue } from '../../../locales/spokenValue.ts';
import { type Language, words } from '../../../locales/words.ts';
import type { Facts } from '../facts.ts';
import type { Line } from '../line.ts';
import { cardLines, sixLines } from './card.ts';
import { caseLine, draftDays } from './due.ts';

const refusals = {
  file: 'refusedFile',
  image: 'refusedImage',
  id_image: 'refusedIdImage',
  video: 'refusedVideo',
  voice: 'refusedVoice',
  contact: 'refusedContact',
  location: 'refusedLocation',
  sticker: 'refusedSticker',
  report: 'refusedReport',
  link: 'refusedLink',
  unsupported: 'refusedUnsupported',
} as const;

/** The words of one thing the bot says. Nothing a person wrote comes back but the values they gave and a kunya in the same turn. */
export function speak(line: Line, facts: Facts, language: Language): string {
  const t = words(language);
  switch (line.line) {
    case 'hello': {
      const kunya = line.kunya ? isolate(line.kunya, language) : undefined;
      if (line.salam) return kunya ? t('salamKunya', { kunya }) : t('salam');
      return kunya ? t('helloKunya', { kunya }) : t('hello');
    }
    case 'notice':
      return t('notice', { days: draftDays(language) });
    case 'noted':
      return t('noted', {
        values: [...new Set(line.fields.map((field) => noted(field, facts, language)))].join(t('listJoin')),
      });
    case 'topic':
      return t(`topics:${line.topic}`);
    case 'why':
      return line.field ? t('why', { reason: t(`fields:${line.field}.why`) }) : t('whyNothing');
    case 'masked':
      return t('masked', { types: [...new Set(line.types.map((type) => t(`private:${type}`)))].join(t('listJoin')) });
    case 'refused':
      return t(line.again ? 'refusedVoiceAgain' : refusals[line.what]);
    case 'receipt':
      return t('receipt', {
        contact: t(line.contact ? 'contactYes' : 'contactNo'),
        case: caseLine(facts.case ?? '', language),
      });
    case 'status':
      return facts.case && facts.revision > 0
        ? `${t('statusCase', { case: caseLine(facts.case, language) })}\n${sixLines(facts, language)}`
        : `${t('statusDraft')}\n${sixLines(facts, language)}`;
    case 'mine':
      return Object.keys(facts.known).length === 0
        ? t('mineNothing')
        : t('mine', { lines: cardLines(facts, language) });
    case 'changeWhich':
      return `${t('changeWhich')}\n${cardLines(facts, language)}`;
    default:
      return t(line.line);
  }
}

function noted(field: Field, facts: Facts, language: Language): string {
  const t = words(language);
  const value = spokenValue(field, facts.known[field]?.value, language);
  // A question in the middle of a list of values would read as ours.
  if (field === 'question' && facts.known.question?.value) return t('notedQuestion');
  return field === 'writer' ? t('notedWriter', { value }) : value;
}
