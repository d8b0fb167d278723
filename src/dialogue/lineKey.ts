import { askedOf } from './asked.ts';
import type { Facts } from './facts.ts';
import { dueField } from './known.ts';
import type { Place } from './line.ts';

/** Names the line that is due at a place: as long as it is the same, it was shown before. */
export function lineKey(place: Place, facts: Facts): string {
  switch (place) {
    case 'asking':
      return `${place}:${dueField(facts)}`;
    case 'clarifying':
      return `${place}:${facts.unsure?.[0]?.field}`;
    case 'confirming':
      return `${place}:${facts.confirm}`;
    case 'review':
      return `${place}:${askedOf(facts)}`;
    default:
      return place;
  }
}
