import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Address } from '../channels/channel.ts';
import { recent } from './recent.ts';

const remembered = recent<string, string>(10_000);

/** The country of the phone number among these addresses, ISO alpha-2; `null` when none is stated or it has no country. */
export function phoneCountry(from: readonly Address[]): string | null {
  const phone = from.find((address) => address.kind === 'phone');
  if (!phone) return null;
  const known = remembered.get(phone.value);
  if (known !== undefined) return known === '' ? null : known;
  const country = parsePhoneNumberFromString(`+${phone.value}`)?.country ?? '';
  remembered.set(phone.value, country);
  return country === '' ? null : country;
}
