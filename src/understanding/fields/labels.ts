import { clean, fold, type Text } from '../normalise.ts';
import words from './words/labels.json' with { type: 'json' };

/** A field's label in a pasted note, and what stands behind it. */
export type Labelled = { field: string; value: string };

/** A label longer than this is a sentence that happens to hold a colon. */
const longest = 42;

const fields = new Map<string, string>();
for (const [field, labels] of Object.entries(words)) for (const label of labels) fields.set(fold(clean(label)), field);

/**
 * "البلد: قطر", "4) Direction: cardiac", also several on one line ("البلد: قطر / Direction: cardiac", "Age: 60. Dates: May").
 * A value ends with its line or where the next label begins.
 */
export function labelled(text: Text): Labelled[] {
  if (!/[:=：]|\n| [-–] /.test(text.clean)) return [];
  const found: Labelled[] = [];
  for (const line of text.clean.split('\n')) {
    const marks = marksIn(line);
    marks.forEach((mark, at) => {
      const value = line
        .slice(mark.end, marks[at + 1]?.start ?? line.length)
        .replace(/[\s/,.;|–-]+$/, '')
        .trim();
      if (mark.field !== 'other' && value !== '') found.push({ field: mark.field, value });
    });
  }
  return found;
}

type Mark = { field: string; start: number; end: number };

/** Every colon whose words before it, back to the line's beginning or a separator, are a label. */
function marksIn(line: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of line.matchAll(/[:=：]| [-–] /g)) {
    const before = line.slice(Math.max(0, match.index - longest), match.index);
    const start = Math.max(
      ...separators.map(
        (separator) => before.lastIndexOf(separator) + (before.includes(separator) ? separator.length : 0),
      ),
      0,
    );
    const label = fold(before.slice(start))
      .replace(/^\d+ /, '')
      .replace(/^(?:و|and) /, '');
    const field = fields.get(label) ?? fields.get(label.replace(/^ال/, ''));
    const dash = match[0].length > 1;
    if (field === undefined || (dash && before.slice(0, start).trim() !== '')) continue;
    marks.push({ field, start: match.index - before.length + start, end: match.index + match[0].length });
  }
  return marks;
}
const separators = ['. ', ', ', '; ', ' / ', ' | ', '•', ') ', '- ', '* ', ')', '? ', '! '];

/** The field that a label names, if it is one. */
export function labelField(label: string): string | null {
  const folded = fold(clean(label));
  const field = fields.get(folded) ?? fields.get(`ال${folded}`) ?? null;
  return field === 'other' || field === 'companions' ? null : field;
}
