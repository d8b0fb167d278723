import type { AgeGroup } from '../../values.ts';

/** The band of an age in years (`domain.md` 8.2): two years old is already 2-12. */
export function bandOf(years: number): AgeGroup {
  if (years < 2) return '0-1';
  if (years < 13) return '2-12';
  if (years < 18) return '13-17';
  if (years < 40) return '18-39';
  return years < 60 ? '40-59' : '60+';
}

/** The age in years today of somebody born in a year of our era or of the Hijri calendar (13xx and 14xx, R005); `null` if it is no birth year. */
export function yearsSince(year: number, today: string): number | null {
  const now = Number(today.slice(0, 4));
  const born = year >= 1300 && year < 1500 ? Math.floor(year * 0.970224 + 621.57) : year;
  const years = now - born;
  return years >= 0 && years <= 115 ? years : null;
}
