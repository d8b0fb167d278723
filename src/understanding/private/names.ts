import words from '../words/private.json' with { type: 'json' };
import type { Hit, Sight } from './hit.ts';

const named = new RegExp(`(?:${words.name.join('|')})(?: is| هو| هي)?[ :=-]{1,3}`, 'g');
const fullName = /^(?:[a-z'-]{2,20}|[\u0621-\u064a]{2,15})(?: (?:[a-z'-]{2,20}|[\u0621-\u064a]{2,15})){1,4}/;

/** Full names behind "patient name:" and the like; a first name or a kunya that a person offers is no identifier (`domain.md` 2.4). */
export function namesIn(sight: Sight): Hit[] {
  const hits: Hit[] = [];
  for (const match of sight.text.matchAll(named)) {
    const from = match.index + match[0].length;
    const name = fullName.exec(sight.text.slice(from, from + 80));
    if (name !== null) hits.push({ type: 'name', from, to: from + name[0].length });
  }
  return hits;
}
