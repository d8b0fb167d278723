import type { Field } from '../../../flows/family.ts';
import { spokenValue } from '../../../locales/spokenValue.ts';
import { digits, type Language, words } from '../../../locales/words.ts';
import type { Facts } from '../facts.ts';
import { cardFields, intake } from '../known.ts';

/** The lines of the review card: the nine always, the others once they are known; each keeps its number. */
export function cardLines(facts: Facts, language: Language): string {
  const t = words(language);
  const shown = cardFields.filter((field) => intake.includes(field) || facts.known[field] !== undefined);
  return shown
    .map((field) =>
      t('cardLine', {
        number: digits(cardFields.indexOf(field) + 1, language),
        label: t(`fields:${field}.label`),
        value: knownOf(facts, field, language),
      }),
    )
    .join('\n');
}

function knownOf(facts: Facts, field: Field, language: Language): string {
  const known = facts.known[field];
  return known === undefined ? words(language)('missing') : spokenValue(field, known.value, language);
}

/** The six lines that every status has (R105, R106). */
export function sixLines(facts: Facts, language: Language): string {
  const t = words(language);
  const labels = (wanted: boolean): string => {
    const fields = intake.filter((field) => ((facts.known[field]?.value ?? null) !== null) === wanted);
    return fields.map((field) => t(`fields:${field}.label`)).join(t('listJoin')) || t('nothing');
  };
  const next = facts.withdrawnAt
    ? 'nextWithdrawn'
    : facts.refusedAt
      ? 'nextRefused'
      : facts.revision > 0
        ? 'nextFiled'
        : facts.known.writer?.value === 'agency'
          ? 'nextAgency'
          : 'nextDraft';
  const wishes = facts.known.logistics?.value;
  return t('six', {
    received: labels(true),
    missing: labels(false),
    next: t(next),
    logistics: wishes ? spokenValue('logistics', wishes, language) : t('logisticsDefault'),
  });
}
