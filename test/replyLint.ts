/** What every reply must satisfy, whatever produced it (R064, R118, domain 6.3 and 6.4). Returns what is wrong; nothing when all is well. */
export function lintReply(text: string, language: 'ar' | 'en' | undefined, limit = 900): string[] {
  const faults: string[] = [];
  if (text.trim() === '') faults.push('empty');
  if (text.length > limit) faults.push(`longer than ${limit}: ${text.length}`);
  for (const [name, pattern] of promises) if (pattern.test(text)) faults.push(`promise word ${name}`);
  if (/[!！]{2,}|؟{2,}|\?{2,}/.test(text)) faults.push('a run of exclamation or question marks');
  if (/\{\{|\}\}|undefined|\bnull\b|\[object/.test(text)) faults.push('a placeholder or a raw value');
  if (language === 'ar') for (const line of text.split('\n')) faults.push(...lintArabicLine(line));
  if (language === 'en') for (const line of text.split('\n')) faults.push(...lintEnglishLine(line));
  return faults;
}

/** Words of promise (R064); a negation may stand before them ("we make no promise", "ولا نعد بنتيجة"). */
const promises: [string, RegExp][] = [
  ['guarantee', /(?<!not |no |cannot )\bguarantee(s|d)?\b/i],
  ['ensure', /\bensure(s|d)?\b/i],
  ['definitely', /\bdefinitely\b/i],
  ['cure', /\bcured?\b/i],
  ['نضمن', /(?<!لا )نضمن/],
  ['مضمون', /مضمون/],
  ['أكيد', /(?:^|\s)[أا]كيد(?:\s|$)/],
  ['شفاء', /شفاء|يتعافى|بيتعافى/],
];

const isolates = /\u2068[^\u2068\u2069]*\u2069/g;
const strong = /[\u0590-\u08ff\u200f]|[A-Za-z\u00c0-\u024f\u0400-\u04ff\u200e]/;
const rightToLeft = /[\u0590-\u08ff\u200f]/;

function lintArabicLine(line: string): string[] {
  const faults: string[] = [];
  const outside = line.replace(isolates, '');
  if (/[A-Za-z]/.test(outside)) faults.push(`Latin outside an isolate: ${line}`);
  const first = strong.exec(outside)?.[0];
  if (line.trim() !== '' && !(first && rightToLeft.test(first)))
    faults.push(`first strong character is not Arabic: ${line}`);
  if (/[\u2066-\u2069]/.test(outside)) faults.push(`an isolate that is not closed: ${line}`);
  return faults;
}

function lintEnglishLine(line: string): string[] {
  const outside = line.replace(isolates, '');
  const faults = /[\u0600-\u06ff]/.test(outside.replace(/عربي/g, '')) ? [`Arabic outside an isolate: ${line}`] : [];
  return faults;
}
