/** What the calendar and the emergency services of a country look like (`domain.md` 3.1, 6.1; libphonenumber short numbers, CLDR 48). */
export type Country = {
  timeZone: string;
  /** Hours ahead of UTC, all year. */
  offset: number;
  /** Days of rest, 0 is Sunday. */
  weekend: readonly [number, number];
  /** Where danger to life is reported; the ambulance first. */
  emergency: string;
  /** The middle of the country for prayer times: latitude, longitude. */
  place: readonly [number, number];
};

const countries: Record<string, Country> = {
  SA: { timeZone: 'Asia/Riyadh', offset: 3, weekend: [5, 6], emergency: '997', place: [24.7, 46.7] },
  AE: { timeZone: 'Asia/Dubai', offset: 4, weekend: [6, 0], emergency: '998', place: [25.2, 55.3] },
  QA: { timeZone: 'Asia/Qatar', offset: 3, weekend: [5, 6], emergency: '999', place: [25.3, 51.5] },
  KW: { timeZone: 'Asia/Kuwait', offset: 3, weekend: [5, 6], emergency: '112', place: [29.4, 48] },
  BH: { timeZone: 'Asia/Bahrain', offset: 3, weekend: [5, 6], emergency: '999', place: [26.2, 50.6] },
  OM: { timeZone: 'Asia/Muscat', offset: 4, weekend: [5, 6], emergency: '9999', place: [23.6, 58.4] },
  RU: { timeZone: 'Europe/Moscow', offset: 3, weekend: [6, 0], emergency: '112', place: [55.8, 37.6] },
};

/** `undefined` for a country we have no sure facts about. */
export const countryFacts = (code: unknown): Country | undefined =>
  typeof code === 'string' && Object.hasOwn(countries, code) ? countries[code] : undefined;

/** The short list shown when nobody knows where the person is. */
export const gulf = ['SA', 'AE', 'QA', 'KW', 'BH', 'OM'] as const;

/** The day at the person's place, `YYYY-MM-DD`; the Gulf's +3 when the country is not known. */
export const dayIn = (code: unknown, at: number): string =>
  new Date(at + (countryFacts(code)?.offset ?? 3) * 3_600_000).toISOString().slice(0, 10);
