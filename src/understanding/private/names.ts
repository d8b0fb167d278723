import words from '../words/private.json' with { type: 'json' };
import type { Hit, Sight } from './hit.ts';

const named = new RegExp(`(?:${words.name.join('|')})(?: is| هو| هي)?[\\s:=-]{1,4}`, 'g');
/** A field of a form; "hospital name:" is another field. */
const field = /(?<=^|[\n.,;!?(] ?[•*-]? ?)(?:(?:my|his|her|the) )?(?:name|الاسم|اسمي|اسمه|اسمها) ?[:=]\s{0,3}/g;
const next =
  '(?!(?:age|aged|from|needs?|is|and|with|dob|has|phone|mobile|id|العمر|عمره|عمرها|من|عنده|عندها|يحتاج|جوال|رقم)(?![a-z\\u0621-\\u064a]))';
const fullName = new RegExp(
  `^(?:[a-z'-]{2,20}|[\\u0621-\\u064a]{2,15})(?: ${next}(?:[a-z'-]{2,20}|[\\u0621-\\u064a]{2,15})){1,5}`,
);

/** Full names behind "patient name:" and the like; a first name or a kunya that a person offers is no identifier (`domain.md` 2.4). */
export function namesIn(sight: Sight): Hit[] {
  const hits: Hit[] = [];
  for (const pattern of [named, field]) {
    for (const match of sight.text.matchAll(pattern)) {
      const from = match.index + match[0].length;
      const name = fullName.exec(sight.text.slice(from, from + 100));
      if (name !== null) hits.push({ type: 'name', from, to: from + name[0].length });
    }
  }
  return hits;
}
