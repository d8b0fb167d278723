import type { Listening } from '../meaning.ts';
import type { Text } from '../normalise.ts';

/**
 * What a field's reader found: the value, the person's own words for it, and all readings if there is more than one
 * (the first is `value`); `near` when typing errors had to be forgiven.
 */
export type Found = { value: unknown; words: string; readings?: readonly unknown[]; near?: true };

/**
 * Looks for one field in a message; never throws. `asked`: the bot has just asked for this field, so a bare answer counts;
 * otherwise the text must say of itself what it is about.
 */
export type Find = (text: Text, asked: boolean, listening: Listening) => Found | null;

/** A found value with its readings, if they differ; `null` if there is none. */
export function foundOf(readings: readonly unknown[], words: string): Found | null {
  if (readings.length === 1) return { value: readings[0], words };
  const distinct = readings.filter(
    (reading, at) => readings.findIndex((other) => JSON.stringify(other) === JSON.stringify(reading)) === at,
  );
  if (distinct.length === 0) return null;
  return distinct.length === 1 ? { value: distinct[0], words } : { value: distinct[0], words, readings: distinct };
}
