import { type Mapped, mapped, type Text } from './normalise.ts';

/** What stands in a text as it came where `words` stand in its `clean`; the words themselves if that cannot be told. */
export function asWritten(text: Text, words: string): string {
  const start = text.clean.indexOf(words);
  if (start < 0 || words === '') return words;
  const raw = letters(text.raw);
  const read = letters(text.clean);
  if (raw.text !== read.text) return words;
  const first = read.at.findIndex((at) => at >= start);
  const after = read.at.findIndex((at) => at >= start + words.length);
  return text.raw.slice(raw.at[first], raw.at[after < 0 ? read.at.length - 1 : after]).trim() || words;
}

/** A mapped text without its spaces. */
function letters(original: string): Mapped {
  const all = mapped(original);
  const kept = [...all.text.split('').keys()].filter((i) => !/\s/.test(all.text[i] ?? ''));
  return { text: kept.map((i) => all.text[i]).join(''), at: [...kept.map((i) => all.at[i] ?? 0), original.length] };
}
