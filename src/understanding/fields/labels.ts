import { clean, fold, type Text } from '../normalise.ts';
import { oneQuestion } from './oneQuestion.ts';
import words from './words/labels.json' with { type: 'json' };

/** A field's label in a pasted note, with what stands behind it, and where both stand in the text's `clean`. */
export type Labelled = { field: string; value: string; from: number; to: number };

/** A label longer than this is a sentence that happens to hold a colon. */
const longest = 42;

/** Labels of lines that hold no field of ours; what a note says behind some of them is read elsewhere. */
const notFields: readonly string[] = ['other', 'aside', 'tag', 'patient', 'consent', 'contact_owner'];

const { onlyWithSign, ...names } = words;
/** Labels that without a colon are mere words of a sentence ("from", "with"). */
const mereWords = new Set(onlyWithSign.map((label) => fold(clean(label))));
const fields = new Map<string, string>();
for (const [field, labels] of Object.entries(names)) for (const label of labels) fields.set(fold(clean(label)), field);

/**
 * "البلد: قطر", "4) Direction: cardiac", "Country - Qatar", "العمر/ ٤٥", also several on one line
 * ("البلد: قطر / Direction: cardiac", "Age: 60. Dates: May"). A value ends with its line or where the next label begins;
 * behind a label that ends its line the next line counts, and of a list all lines up to an empty one.
 */
export function labelled(text: Text): Labelled[] {
  return labelledLines(text).filter(({ field, value }) => !notFields.includes(field) && value !== '');
}

/** The same for every line with a known label, also of what is no field of ours, and where nothing stands behind it. */
export function labelledLines(text: Text): Labelled[] {
  if (!/[:=：\n]| [-–—] |\/ /.test(text.clean)) return [];
  const lines = text.clean.split('\n');
  const marks = lines.map(marksIn);
  const found: Labelled[] = [];
  let start = 0;
  lines.forEach((line, at) => {
    const own = marks[at] ?? [];
    own.forEach((mark, i) => {
      const end = own[i + 1]?.start ?? line.length;
      const behind = line.slice(mark.end, end);
      const below =
        trimmed(behind) === '' && i === own.length - 1 ? linesBelow(lines, marks, at, lists.has(mark.field)) : '';
      const from = below === '' ? start + mark.end : start + line.length + 1;
      const written = below === '' ? behind : below;
      const asked = mark.field === 'question' ? oneQuestion(written) : '';
      const length = asked === '' ? written.length : written.indexOf(asked) + asked.length;
      found.push({ field: mark.field, value: trimmed(asked || written), from: start + mark.start, to: from + length });
    });
    start += line.length + 1;
  });
  return found;
}

/** Behind these a list of lines may stand. */
const lists = new Set(['documents', 'logistics', 'question', 'consent', 'preferences']);
/** A longer list is another part of the note. */
const longestList = 10;

/** The unlabelled lines that stand directly under line `at`: one, or a list. */
function linesBelow(lines: readonly string[], marks: readonly (readonly Mark[])[], at: number, list: boolean): string {
  const most = list ? longestList : 1;
  let below = at + 1;
  while (below < lines.length && below - at <= most && lines[below] !== '' && marks[below]?.length === 0) below += 1;
  return lines.slice(at + 1, below).join('\n');
}

function trimmed(value: string): string {
  let end = value.length;
  while (end > 0 && /[\s/,.;|*–—-]/.test(value[end - 1] ?? '')) end -= 1;
  return value.slice(0, end).replace(/^[\s*:=–—-]+/, '');
}

type Mark = { field: string; start: number; end: number };

/** Every colon whose words before it, back to the line's beginning or a separator, are a label; weaker signs only at the beginning. */
function marksIn(line: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of line.matchAll(/[:=：]| [-–—](?= |$)|[/–—-] /g)) {
    const weak = !/[:=：]/.test(match[0]);
    if (weak && match.index > longest) continue;
    const before = line.slice(Math.max(0, match.index - longest), match.index);
    const start = Math.max(
      0,
      ...separators.map((one) => (before.includes(one) ? before.lastIndexOf(one) + one.length : 0)),
    );
    const field = fieldOf(before.slice(start));
    if (field === undefined || (weak && !isListMark(before.slice(0, start)))) continue;
    marks.push({ field, start: match.index - before.length + start, end: match.index + match[0].length });
  }
  return marks;
}
const separators = ['. ', ', ', '; ', ' / ', ' | ', '•', ') ', '- ', '* ', ')', '? ', '! ', ' – ', ' — '];

/** What may stand before a label at the beginning of a line: "4) ", "- ", "١- ". */
const isListMark = (before: string): boolean => /^[\s\d.,)(*•-]{0,12}$/.test(before);

function fieldOf(written: string): string | undefined {
  const label = fold(written.replace(/^\s*\d{1,2} ?[.)-]/, '').replace(/\([^()]{0,30}\)/g, ' ')).replace(
    /^(?:و|and|the|our|his|her|their) /,
    '',
  );
  return fields.get(label) ?? fields.get(label.replace(/^ال/, ''));
}

/** What stands where an answer is still to come: "-", "TBC", "لا يوجد". */
const blank =
  /^(?:n ?a|nil|none|no|nothing|not yet|tbc|tbd|tba|to be (?:confirmed|decided|advised)|later|pending|unknown|not known|will (?:ask|confirm|advise|update|inform|send)(?: .{0,24})?|x+|لا|لا يوجد|لا شي|ما في|مافي|لاحقا|لم يحدد|لم تحدد|غير محدد|غير محدده|غير معروف|فيما بعد|بعدين|нет|позже|уточняется)?$/;

/** Whether a labelled line was left open. */
export function isBlank(value: string): boolean {
  return blank.test(fold(value));
}

/** The field whose label a text begins with, and how many letters of its `clean` that is: "Age 45", "Urgency medium". */
export function leadingLabel(clause: string): { field: string; rest: string } | null {
  const words = clause.trim().split(' ');
  for (let many = Math.min(3, words.length - 1); many > 0; many -= 1) {
    const field = fieldOf(words.slice(0, many).join(' '));
    if (field !== undefined) return { field, rest: words.slice(many).join(' ') };
  }
  return null;
}

/** The same where the label comes last: "moderate urgency". */
export function trailingLabel(clause: string): { field: string; rest: string } | null {
  const words = clause.trim().split(' ');
  const field = words.length > 1 ? fieldOf(words.at(-1) ?? '') : undefined;
  return field === undefined ? null : { field, rest: words.slice(0, -1).join(' ') };
}

/** The field that a label names, if it is one. */
export function labelField(label: string): string | null {
  const folded = fold(clean(label));
  if (mereWords.has(folded)) return null;
  const field = fields.get(folded) ?? fields.get(`ال${folded}`) ?? null;
  return field === null || notFields.includes(field) || field === 'companions' ? null : field;
}
