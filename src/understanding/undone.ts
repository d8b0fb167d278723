import type { Hit } from './match.ts';

/**
 * Whether words that speak for something else stand with a hit, at most `reach` words away in its sentence: "dying of
 * laughter" takes back no "want to die" of the same sentence.
 */
export function isUndone(hit: Hit, against: readonly Hit[], reach: number): boolean {
  return against.some(
    ({ sentence, from, to }) => sentence === hit.sentence && from - hit.to <= reach && hit.from - to <= reach,
  );
}
