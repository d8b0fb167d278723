import { isolate, RLM } from '../../../locales/isolate.ts';
import { digits, type Language, words } from '../../../locales/words.ts';
import { DRAFT_DAYS, REFUSED_HOURS } from '../deadlines.ts';
import type { Facts } from '../facts.ts';
import { dueField, fieldsOf, intake, questionOf } from '../known.ts';
import { likelyTopics } from '../likely.ts';
import type { Form, Place } from '../line.ts';
import { cardLines, sixLines } from './card.ts';
import { consentWording } from './consent.ts';
import { emergencyNumbers, emergencyText } from './emergency.ts';
import { menu, optionsAt } from './options.ts';

/** What is due at a place, as bubbles; none when the place is silent. */
export function speakDue(place: Place, form: Form, facts: Facts, language: Language): string[] {
  const t = words(language);
  const full = form === 'full';
  const options = () => menu(optionsAt(place, facts), language);
  switch (place) {
    case 'asking':
      return [asking(form, facts, language)];
    case 'language':
      return [`${t('languageAsk')}\n${options()}`];
    case 'confirming':
      return [
        `${form === 'full' || form === 'short' ? '' : `${t('unclear')} `}${confirmation(facts, language)}\n${options()}`,
      ];
    case 'disambiguating': {
      const [only, ...more] = likelyTopics(facts);
      const question = only && more.length === 0 ? t('isItAbout', { topic: t(`about:${only}`) }) : t('whichTopic');
      return [`${question}\n${options()}`];
    }
    case 'clarifying': {
      const label = t(`fields:${facts.unsure?.[0]?.field ?? 'country'}.label`);
      return [full ? `${t('clarify', { label })}\n${options()}` : t('clarifyShort', { label })];
    }
    case 'paused':
      return [full ? emergencyText(facts, language) : t('paused', { numbers: emergencyNumbers(facts, language, 1) })];
    case 'agency':
      return [t(full ? 'agency' : 'agencyShort')];
    case 'guardian':
      return [t(full ? 'guardian' : 'guardianShort')];
    case 'review':
      if (!full) return [t(form === 'retry1' ? 'consentRetry' : form === 'retry3' ? 'consentRetry3' : 'consentShort')];
      return [
        [t('card', { lines: cardLines(facts, language) }), optional(facts, language)].filter(Boolean).join('\n'),
        consentWording(facts),
      ];
    case 'filed':
      if (full)
        return [
          [sixLines(facts, language), nextPatient(facts, language), afterOffer(facts, language)]
            .filter(Boolean)
            .join('\n\n'),
        ];
      return [];
    case 'refused':
      if (full)
        return [
          t('consentRefused', {
            hours: t('counts:hours', { count: REFUSED_HOURS, n: digits(REFUSED_HOURS, language) }),
          }),
        ];
      return [t('refusedAgain')];
    case 'withdrawn':
      return [t(full ? 'withdrawn' : 'withdrawnShort')];
    default:
      return [];
  }
}

function confirmation(facts: Facts, language: Language): string {
  const lines = {
    erase: 'eraseAsk',
    restart: 'restartAsk',
    cancel: 'cancelAsk',
    danger: 'dangerAsk',
    patients: 'patientsAsk',
  } as const;
  return words(language)(lines[facts.confirm ?? 'cancel']);
}

/** A question in its form; the footer with the words that always help comes every third time (`domain.md` 6.3). */
function asking(form: Form, facts: Facts, language: Language): string {
  const field = dueField(facts);
  if (!field) return '';
  const t = words(language);
  const question = t(`fields:${field}.ask`);
  if (form === 'short') return t('short', { question });
  if (form === 'retry3') return t('retry3');
  const options = optionsAt('asking', facts);
  const orWords = options.length > 0 ? [menu(options, language), t('orWords', { zero: digits(0, language) })] : [];
  if (form === 'retry1') return [t('retry1', { question }), ...orWords].join('\n');
  if (form === 'retry2') return [t('retry2', { example: t(`fields:${field}.example`) }), ...orWords].join('\n');
  const step = intake.indexOf(field) + 1;
  const total = intake.length;
  const progress =
    step > 0 && facts.reopened === undefined
      ? [
          t('progress', {
            step: digits(step, language),
            total: digits(total, language),
            label: t(`fields:${field}.label`),
          }),
        ]
      : [];
  const footer = step % 3 === 1 && facts.reopened === undefined ? [t('always')] : [];
  const words_ = questionOf(field).options ? orWords : [];
  return [...progress, question, ...words_, ...footer].join('\n');
}

const unknown = (facts: Facts, stage: 'optional' | 'after'): boolean =>
  fieldsOf(stage).every((field) => facts.known[field] === undefined);

const optional = (facts: Facts, language: Language): string =>
  unknown(facts, 'optional') ? words(language)('cardOptional') : '';

const afterOffer = (facts: Facts, language: Language): string =>
  unknown(facts, 'after') && facts.revision === 1 ? words(language)('afterOffer') : '';

const nextPatient = (facts: Facts, language: Language): string =>
  facts.morePatients ? words(language)('nextPatient') : '';

/** A case number alone on its line, in the direction of the language (`domain.md` 6.4). */
export const caseLine = (number: string, language: Language): string =>
  language === 'ar' ? `${RLM}${isolate(number, language)}` : number;

/** How long an unfinished request is kept, in words. */
export const draftDays = (language: Language): string =>
  words(language)('counts:days', { count: DRAFT_DAYS, n: digits(DRAFT_DAYS, language) });
