import type { Listening } from '../../meaning.ts';
import type { Text } from '../../normalise.ts';
import type { Dates, Urgency } from '../../values.ts';
import { dayOf } from '../dates/calendar.ts';
import * as dates from '../dates.ts';
import { tokensOf } from '../tokens.ts';

/** In so many days at most: pressing; from so many days on: not pressing; ended in so many days: in between. */
const pressing = 13;
const distant = 56;
const between = 100;

/** A longer answer tells a story; a "now" in it is no haste. */
const fewTokens = 8;
const fewForNow = 3;

/** A time told in answer to "how urgent": "this week" is high, "next month" medium, "in summer" low. Readings that disagree say nothing. */
export function byDates(text: Text, listening: Listening): Urgency | null {
  if (tokensOf(text).length > fewTokens) return null;
  const found = dates.find(text, true, listening);
  if (found === null || found.near === true || found.value === null) return null;
  if ((found.value as Dates).kind !== 'range' && tokensOf(text).length > fewForNow) return null;
  const levels = new Set((found.readings ?? [found.value]).map((one) => levelOf(one as Dates, listening.today)));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? only : null;
}

function levelOf(when: Dates, today: string): Urgency | null {
  if (when.kind !== 'range') return when.kind === 'asap' ? 'high' : null;
  const now = dayOf(today);
  if (dayOf(when.to) - now <= pressing) return 'high';
  return dayOf(when.from) - now > distant || dayOf(when.to) - now > between ? 'low' : 'medium';
}
