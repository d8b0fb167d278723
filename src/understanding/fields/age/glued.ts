import type { Round } from './round.ts';

/** "25ish", "M54", "60something": numbers that are one word with letters, as an answer. */
export function glued({ text, asked }: Round): number[] {
  if (!asked) return [];
  const found = /(?<![a-z\d])(?:[mf](\d{2})|(\d{2})[ -]?(?:ish|something|plus|odd))(?![a-z\d])/i.exec(text.clean);
  return found === null ? [] : [Number(found[1] ?? found[2])];
}
