import type { Field } from '../../../flows/family.ts';
import { labelOf, spokenValue } from '../../../locales/spokenValue.ts';
import { digits, type Language, languages, words } from '../../../locales/words.ts';
import type { Pending } from '../../understanding/meaning.ts';
import { askedOf, consentOptions } from '../asked.ts';
import type { Facts } from '../facts.ts';
import { dueField, questionOf } from '../known.ts';
import { likelyTopics, OTHER } from '../likely.ts';
import type { Place } from '../line.ts';
import { consentLabel } from './consent.ts';

const confirmations = {
  erase: { erase: 'optionErase', keep: 'optionKeep' },
  restart: { restart: 'optionRestart', keep: 'optionKeep' },
  cancel: { intake: 'cancelIntake', consent: 'cancelConsent', messages: 'cancelMessages', nothing: 'cancelNothing' },
  danger: { danger: 'optionDanger', safe: 'optionNoDanger' },
  patients: { several: 'optionSeveral', one: 'optionOnePatient' },
} as const;

const languageLabels = { ar: { ar: 'العربية', en: 'Arabic' }, en: { ar: 'English', en: 'English' } } as const;

type Option = { code: string; label: (language: Language) => string };

/** The numbered choices of the line that stands open; none when it wants words. */
export function optionsAt(place: Place, facts: Facts): Option[] {
  switch (place) {
    case 'language':
      return languages.map((code) => ({ code, label: () => languageLabels[code][code] }));
    case 'confirming':
      return Object.entries(confirmations[facts.confirm ?? 'cancel']).map(([code, line]) => ({
        code,
        label: (language) => words(language)(line),
      }));
    case 'disambiguating':
      return disambiguations(facts);
    case 'clarifying': {
      const unsure = facts.unsure?.[0];
      return (unsure?.readings ?? []).map((reading, index) => ({
        code: String(index),
        label: (language) => (unsure ? spokenValue(unsure.field, reading, language) : ''),
      }));
    }
    case 'asking': {
      const field = dueField(facts);
      const codes = field ? (questionOf(field).options ?? []) : [];
      return codes.map((code) => ({ code, label: (language) => labelOf(field ?? '', code, language) ?? code }));
    }
    case 'review': {
      const asked = askedOf(facts);
      return consentOptions[asked].map((code) => ({ code, label: (language) => consentLabel(asked, code, language) }));
    }
    case 'agency':
      return [{ code: 'family', label: (language) => words(language)('optionFamily') }];
    case 'guardian':
      return [{ code: 'guardian_here', label: (language) => words(language)('optionGuardianHere') }];
    default:
      return [];
  }
}

/** One topic: a yes or a no; several: which of them, or something else. */
function disambiguations(facts: Facts): Option[] {
  const [only, ...more] = likelyTopics(facts);
  if (only && more.length === 0)
    return [
      { code: only, label: (language) => words(language)('yes') },
      { code: OTHER, label: (language) => words(language)('noSomethingElse') },
    ];
  return [
    ...likelyTopics(facts).map((code) => ({ code, label: (language: Language) => words(language)(`about:${code}`) })),
    { code: OTHER, label: (language) => words(language)('somethingElse') },
  ];
}

/** A menu: one numbered line an option (`domain.md` 6.3). */
export const menu = (options: Option[], language: Language): string =>
  options
    .map((option, index) =>
      words(language)('menu', { number: digits(index + 1, language), label: option.label(language) }),
    )
    .join('\n');

const yesNoPlaces: readonly Place[] = [
  'confirming',
  'disambiguating',
  'clarifying',
  'review',
  'guardian',
  'refused',
  'withdrawn',
];

/** What understanding may expect at this place; any field may still be said. */
export function pendingAt(place: Place, facts: Facts): Pending | null {
  const field = place === 'asking' ? dueField(facts) : undefined;
  // What was read differently or perhaps asked is this conversation's own; all other menus are the same for everyone.
  const own = place === 'clarifying' || place === 'disambiguating';
  const name = `${place} ${field} ${place === 'review' ? askedOf(facts) : ''} ${place === 'confirming' ? facts.confirm : ''}`;
  const before = own ? undefined : prepared.get(name);
  if (before !== undefined) return before;
  const pending = preparePending(place, facts, field);
  if (!own) prepared.set(name, pending);
  return pending;
}

/** One word for the two purposes of the consent. */
const both = ['both', 'كلاهما', 'الاثنين', 'الأمران', 'الأمرين'];

/** None of the questions that were offered. */
const none = [
  ...languages.map((language) => words(language)('somethingElse')),
  'غير ذلك',
  'شي ثاني',
  'ولا واحد',
  'none of these',
  'neither',
];

const prepared = new Map<string, Pending | null>();

function preparePending(place: Place, facts: Facts, field: Field | undefined): Pending | null {
  const options = optionsAt(place, facts).map(({ code, label }) => ({
    code,
    labels: [
      ...languages.map(label),
      ...(code === 'both' ? both : []),
      ...(code === OTHER && place === 'disambiguating' ? none : []),
    ],
  }));
  const yesNo = yesNoPlaces.includes(place) && !(place === 'confirming' && facts.confirm === 'cancel');
  if (!field && options.length === 0 && !yesNo) return null;
  return {
    ...(field ? { field } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(yesNo ? { yesNo } : {}),
    ...(field && questionOf(field).freeText ? { freeText: true } : {}),
  };
}
