import { digits, type Language, words } from '../../../locales/words.ts';
import { type Asked, askedOf, consentOptions } from '../asked.ts';
import type { Facts } from '../facts.ts';

const wordings = { patient: 'consentPatient', family: 'consentFamily', guardian: 'consentGuardian' } as const;
const labels = {
  patient: { both: 'optionPatientBoth', forward: 'optionPatientForward', none: 'optionNo' },
  family: { both: 'optionFamilyBoth', behalf: 'optionFamilyBehalf', forward: 'optionFamilyForward', none: 'optionNo' },
  guardian: {
    both: 'optionGuardianBoth',
    forward: 'optionGuardianForward',
    not_guardian: 'optionNotGuardian',
    none: 'optionNo',
  },
} as const;

/** What an answer to the consent is called. */
export const consentLabel = (asked: Asked, option: string, language: Language): string => {
  const line = Object.entries(labels[asked]).find(([code]) => code === option)?.[1];
  return words(language)(line ?? 'optionNo');
};

/** The consent as it is shown, menu included: the very text whose hash is kept with the decision (R050). */
export function consentWording(facts: Facts): string {
  const language = facts.language ?? 'ar';
  const t = words(language);
  const asked = askedOf(facts);
  const menu = consentOptions[asked].map((option, index) =>
    t('menu', { number: digits(index + 1, language), label: consentLabel(asked, option, language) }),
  );
  return [t(wordings[asked]), ...menu].join('\n');
}
