import { spokenValue } from '../../../locales/spokenValue.ts';
import { digits, type Language, words } from '../../../locales/words.ts';
import { countryFacts, gulf } from '../../understanding/countryFacts.ts';
import type { Facts } from '../facts.ts';

/**
 * The safe exit: first the action, then the number on its own line, for the country where the person says they are now.
 * When nobody knows, the number of the country we do know and the short list (`domain.md` 3.1, 3.2; 112 is not universal).
 */
export function emergencyText(facts: Facts, language: Language): string {
  const line = facts.paused?.why === 'self_harm' ? (facts.paused.inProgress ? 'selfHarmNow' : 'selfHarm') : 'emergency';
  return words(language)(line, { numbers: emergencyNumbers(facts, language, gulf.length + 1) });
}

/** At most so many numbers, the likeliest first, each with its country on a line of its own. */
export function emergencyNumbers(facts: Facts, language: Language, most: number): string {
  const t = words(language);
  const said = facts.paused?.country;
  const likely = facts.known.country?.value ?? facts.phoneCountry;
  const here = countryFacts(said)
    ? [String(said)]
    : [...new Set([...(countryFacts(likely) ? [String(likely)] : []), ...gulf])];
  const lines = here.slice(0, most).map((code) =>
    t('emergencyNumber', {
      number: digits(Number(countryFacts(code)?.emergency), 'en'),
      country: spokenValue('country', code, language),
    }),
  );
  if (countryFacts(likely) && lines.length > 1) lines.splice(1, 0, t('elsewhere'));
  return lines.join('\n');
}
