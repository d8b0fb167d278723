import { type Field, family } from '../../flows/family.ts';
import { type DeskLanguage, deskWords } from '../../locales/deskWords.ts';
import { quoted } from '../../locales/isolate.ts';
import { labelOf, spokenValue } from '../../locales/spokenValue.ts';
import { clinicForms } from './boundaries.ts';
import type { Brief } from './schema.ts';

/** The brief as readable text for a coordinator: codes translated, people's own words quoted as they wrote them (R089, R101). */
export function printBrief(brief: Brief, language: DeskLanguage): string {
  const t = deskWords(language);
  const section = (name: string, lines: string[]): string[] => (lines.length > 0 ? ['', `— ${name} —`, ...lines] : []);
  const missing = brief.missing.map((field) => label(field as Field, language));
  return [
    t('brief:title', { case: brief.case, revision: brief.revision }),
    t('brief:writes', {
      who: t(`brief:writer.${brief.writer}`),
      language: spokenValue('language', [brief.language], language),
    }),
    ...section(t('brief:sections.summary'), summary(brief, language)),
    ...section(t('brief:sections.missing'), missing.length > 0 ? [missing.join(', ')] : []),
    ...section(t('brief:sections.roles'), roles(brief, language)),
    ...section(t('brief:sections.consent'), [consent(brief, language)]),
    ...section(t('brief:sections.documents'), documents(brief, language)),
    ...section(
      t('brief:sections.questions'),
      brief.clinicQuestions.flatMap((question) => questionLines(question, language)),
    ),
    ...section(t('brief:sections.payment'), payment(brief, language)),
    ...section(
      t('brief:sections.logistics'),
      [spokenValue('logistics', brief.logistics.wanted, language)].filter(Boolean),
    ),
    ...section(t('brief:sections.context'), context(brief, language)),
    ...section(t('brief:sections.risks'), risks(brief, language)),
    ...section(t('brief:sections.next'), [t('brief:nextStep'), brief.notice]),
  ].join('\n');
}

const label = (field: Field, language: DeskLanguage): string => deskWords(language)(`fields:${field}.label`);

function summary(brief: Brief, language: DeskLanguage): string[] {
  const known: Record<string, unknown> = brief.known;
  return family
    .filter(({ field }) => known[field] !== undefined && field !== 'question')
    .map(({ field }) => {
      const source = brief.provenance[field];
      const words = source?.words ? ` ${quoted(source.words)}` : '';
      const mark = source?.corrected ? ` ${deskWords(language)('brief:corrected')}` : '';
      return `${label(field, language)}: ${spokenValue(field, known[field], language)}${words}${mark}`;
    });
}

function roles(brief: Brief, language: DeskLanguage): string[] {
  const t = deskWords(language);
  const answer = (yes: boolean) => t(yes ? 'brief:yes' : 'brief:no');
  return brief.roles.map(({ role, who, mayDecide, mayReceiveData }) => {
    const name = who === 'not_named_yet' ? t('brief:notNamed') : named(role, who, language);
    return `${t(`brief:role.${role}`)}: ${name}; ${t('brief:authority', { decides: answer(mayDecide), receives: answer(mayReceiveData) })}`;
  });
}

/** A family's contact may stand in the person's own words; all other roles are named by us. */
const named = (role: string, who: string, language: DeskLanguage): string =>
  labelOf('writer', who, language) ?? (role === 'family_contact' ? quoted(who) : who);

function consent({ consent: given }: Brief, language: DeskLanguage): string {
  const t = deskWords(language);
  return t('brief:consentLine', {
    forward: t(given.forward.given ? 'brief:yes' : 'brief:no'),
    contact: t(given.contact.given ? 'brief:yes' : 'brief:no'),
    by: `${t(`brief:by.${given.givenBy.role}`)} (${labelOf('writer', given.givenBy.relation, language) ?? t('brief:unknown')})`,
    basis: t(`brief:basis.${given.givenBy.basis}`),
    version: given.version,
    language: given.language,
    at: given.forward.at,
  });
}

const documents = (brief: Brief, language: DeskLanguage): string[] =>
  brief.documents.map((document) => `${spokenValue('documents', [document], language)} ${quoted(document.words)}`);

/** The person's words, then what may be put to a clinic for them (R099, R100). */
function questionLines(question: Brief['clinicQuestions'][number], language: DeskLanguage): string[] {
  const t = deskWords(language);
  const names = (forms: readonly string[]) =>
    Object.values(clinicForms)
      .filter((form) => forms.includes(form))
      .map((form) => t(`brief:form.${form}`))
      .join('; ');
  const { comesTo = [] } = question;
  return [
    quoted(question.words),
    ...(question.medicalDecision ? [t('brief:medicalDecision')] : []),
    comesTo.length > 0
      ? t('brief:comesTo', { forms: names(comesTo) })
      : t('brief:comesToNone', { forms: names(question.forms) }),
  ];
}

function payment(brief: Brief, language: DeskLanguage): string[] {
  const t = deskWords(language);
  const sources = {
    clinic: 'clinic',
    mvm_care: 'mvm_care',
    hotel: 'hotel',
    interpreter_or_mvm_care: 'interpreter_or_mvm_care',
  } as const;
  return brief.payment.map(({ service, invoiceSource }) => {
    const source = sources[invoiceSource as keyof typeof sources] ?? 'each_provider';
    return `${t(`brief:service.${service}`)}: ${t('brief:invoice', { source: t(`brief:source.${source}`) })}`;
  });
}

function context({ context: around }: Brief, language: DeskLanguage): string[] {
  const t = deskWords(language);
  const difference =
    around.hoursFromMoscow === null ? '' : `${around.hoursFromMoscow >= 0 ? '+' : ''}${around.hoursFromMoscow}`;
  return [
    ...(around.timeZone ? [t('brief:zone', { zone: around.timeZone, difference })] : []),
    ...(around.preferences ? [t('brief:preferences', { words: quoted(around.preferences) })] : []),
    ...(around.familyContact ? [t('brief:familyContact', { words: quoted(around.familyContact) })] : []),
  ];
}

function risks(brief: Brief, language: DeskLanguage): string[] {
  const t = deskWords(language);
  const known = [
    'missing_fields',
    'age_unknown_guardian_unchecked',
    'no_contact_consent',
    'basis_to_be_verified',
    'tight_dates',
  ] as const;
  const lines = known.filter((risk) => brief.risks.includes(risk)).map((risk) => t(`brief:risk.${risk}`));
  return lines.length > 0 ? lines : [t('brief:risk.none')];
}
