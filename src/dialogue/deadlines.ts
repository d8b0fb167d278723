import { CalculationMethod, Coordinates, PrayerTimes } from 'adhan';
import { countryFacts } from '../understanding/countryFacts.ts';
import { consentStands } from './asked.ts';
import type { Deadlines } from './effects.ts';
import type { Facts } from './facts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A draft ends this many days after the person's last word; it was announced (design: "Expiry"). */
export const DRAFT_DAYS = 7;
/** After a refusal or a withdrawal the answers stay this long, in case of a change of mind. */
export const REFUSED_HOURS = 72;
/** The reminder falls between these hours after the last word, and between these hours of the person's day. */
const REMIND_AFTER = [20, 23] as const;
const DAYTIME = [9, 20] as const;
/** Nothing is sent from a prayer's time until this long after it. */
const PRAYER_MS = 30 * 60_000;
const STEP_MS = 15 * 60_000;

/** The deadlines that follow from what is known; a conversation without answers has only its expiry. */
export function deadlinesOf(facts: Facts): Deadlines {
  const { heardAt } = facts;
  if (heardAt === undefined) return {};
  const ended = facts.withdrawnAt ?? facts.refusedAt;
  if (ended !== undefined) return { expire: ended + REFUSED_HOURS * HOUR };
  if (consentStands(facts) || (facts.earlier !== undefined && Object.keys(facts.known).length === 0)) return {};
  const expire = heardAt + DRAFT_DAYS * DAY;
  const silent =
    facts.remindedAt ??
    facts.stoppedAt ??
    facts.paused ??
    facts.humanAskedAt ??
    ((facts.yieldedUntil ?? 0) > heardAt ? facts.yieldedUntil : undefined);
  if (silent !== undefined || Object.keys(facts.known).length === 0 || facts.known.writer?.value === 'agency')
    return { expire };
  const remind = reminderTime(heardAt, facts.known.country?.value ?? facts.phoneCountry);
  return remind === undefined ? { expire } : { remind, expire };
}

/** The first moment of the window that is daytime, no day of rest and no prayer time where the person is; `undefined` when there is none. */
export function reminderTime(heardAt: number, code: unknown): number | undefined {
  const country = countryFacts(code);
  if (!country) return undefined;
  for (let at = heardAt + REMIND_AFTER[0] * HOUR; at <= heardAt + REMIND_AFTER[1] * HOUR; at += STEP_MS) {
    const local = at + country.offset * HOUR;
    const day = Math.floor(local / DAY);
    const hour = (local - day * DAY) / HOUR;
    // 1 January 1970 was a Thursday.
    if (hour < DAYTIME[0] || hour >= DAYTIME[1] || country.weekend.includes((day + 4) % 7)) continue;
    if (!prayersOn(day, country.place).some((time) => at >= time && at < time + PRAYER_MS)) return at;
  }
  return undefined;
}

/** The prayers of a day at a place are asked for at every turn and cost half a millisecond: the last ones are remembered. */
const remembered = new Map<string, number[]>();
const REMEMBERED = 64;

function prayersOn(day: number, place: readonly [number, number]): number[] {
  const name = `${day} ${place}`;
  let times = remembered.get(name);
  if (!times) {
    const date = new Date(day * DAY);
    const local = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    const all = new PrayerTimes(new Coordinates(...place), local, CalculationMethod.UmmAlQura());
    times = [all.dhuhr, all.asr, all.maghrib, all.isha].map((time) => time.getTime());
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(name, times);
  }
  return times;
}
