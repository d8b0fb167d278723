/** Bidi controls (UAX #9): an isolate keeps a value of the other script from reordering the words around it. */
const FSI = '\u2068';
const PDI = '\u2069';
/** Decides the direction of a line that has no Arabic letter of its own. */
export const RLM = '\u200f';

const controls = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\p{Cc}/gu;
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]+/;
const latin = /[A-Za-z]/;
const arabic = /[\u0600-\u06ff]/;

/** Words of a person on one line: line breaks shown as " / ", no control character of any kind. */
function oneLine(words: string): string {
  const lines = words.split(lineBreaks).map((line) => line.replaceAll('\t', ' ').replace(controls, '').trim());
  return lines.filter((line) => line !== '').join(' / ');
}

/** Words of a person as a quotation that nothing in them can end: one line, isolated, no guillemets of their own. */
export const quoted = (words: string): string => `«${FSI}${oneLine(words).replace(/[«»]/g, '"')}${PDI}»`;

/** A value put into a sentence of `language`: on one line, isolated when it brings the other script, and never with controls of its own (`domain.md` 6.4). */
export function isolate(value: string, language: string): string {
  const plain = oneLine(value);
  const foreign = language === 'ar' ? latin.test(plain) || /[+\d]/.test(plain) : arabic.test(plain);
  return foreign ? `${FSI}${plain}${PDI}` : plain;
}

/** The Latin runs of an Arabic wording, isolated; placeholders are left alone. */
export const isolateLatin = (wording: string): string =>
  wording.replace(/\{\{[^}]*\}\}|[A-Za-z][A-Za-z0-9]*(?: [A-Za-z][A-Za-z0-9]*)*/g, (run) =>
    run.startsWith('{{') ? run : `${FSI}${run}${PDI}`,
  );
