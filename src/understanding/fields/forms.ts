/** Letters attached before a word, by their first letter; and after a word, by their last, with what the stem ends in without them. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  و: ['وال', 'ول', 'وب', 'و'],
  ب: ['بال', 'ب'],
  ف: ['فال', 'ف'],
  ك: ['كال', 'ك'],
  ه: ['هال'],
  ع: ['عال'],
  ا: ['ال'],
  ل: ['ل'],
};
const suffixes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ا: [
    ['تها', 'ه'],
    ['تنا', 'ه'],
    ['ها', ''],
    ['نا', ''],
  ],
  م: [
    ['تهم', 'ه'],
    ['هم', ''],
    ['كم', ''],
  ],
  ي: [
    ['تي', 'ه'],
    ['ي', ''],
  ],
  ه: [
    ['ته', 'ه'],
    ['ه', ''],
  ],
  ك: [
    ['تك', 'ه'],
    ['ك', ''],
  ],
};

/** The word itself first, then without attached article, conjunction, preposition or possessive; a stem keeps three letters. */
export function formsOf(word: string): string[] {
  const code = word.charCodeAt(0);
  if (code < 0x600 || code > 0x6ff) {
    if (word.startsWith("'")) return [word, word.slice(1)];
    if (word.endsWith("'s")) return [word, word.slice(0, -2)];
    return word.length > 4 && word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
  }
  const forms = [word];
  if (word.length < 4) return forms;
  for (const prefix of prefixes[word[0] ?? ''] ?? []) {
    if (word.length - prefix.length >= 3 && word.startsWith(prefix)) forms.push(word.slice(prefix.length));
  }
  const endings = suffixes[word[word.length - 1] ?? ''];
  if (endings === undefined) return forms;
  for (let at = forms.length - 1; at >= 0; at--) {
    const form = forms[at] ?? '';
    for (const [suffix, instead] of endings) {
      if (form.length - suffix.length + instead.length < 3 || !form.endsWith(suffix)) continue;
      forms.push(form.slice(0, form.length - suffix.length) + instead);
    }
  }
  return forms;
}
