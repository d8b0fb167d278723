import type { Hit, Sight } from './hit.ts';

const address =
  /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?\/[^\s<>"'⟨⟩\d][^\s<>"'⟨⟩]*|(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"'⟨⟩]{2,}|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}\/[^\s<>"'⟨⟩]+|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|io|gov|edu|me|co|sa|ae|kw|qa|bh|om|ru|app|link|ly|gl|cloud|health|med|info|example|dev|ms|tv|to|uk|us|int|test)(?::\d{2,5})?(?:\/[^\s<>"'⟨⟩]*|\?[^\s<>"'⟨⟩]+|(?![a-z0-9.@-]))/g;
const email =
  /[\p{L}\p{N}._%+-]{1,60} ?(?:@|\(at\)|\[at\]|\{at\}) ?(?:[a-z0-9-]{1,40} ?(?:\.|\(dot\)|\[dot\]) ?){1,4}[a-z]{2,12}(?![a-z])|[a-z0-9._%+-]{2,60} at (?:[a-z0-9-]{2,40} dot [a-z]{2,12}|(?:gmail|hotmail|yahoo|outlook|icloud|live|mail) ?\. ?com)(?![a-z])|[\p{L}\p{N}._%+-]{1,60}@[\p{L}\p{N}-]{2,40}(?:\.\p{L}{2,12})?/gu;

/** Addresses of files and shared folders: any link, since none is ever opened (R027). */
export function linksIn(sight: Sight): Hit[] {
  if (!/\.|\/\//.test(sight.text)) return [];
  return [...sight.text.matchAll(address)].map((match) => {
    const shown = match[0].replace(/[.,;:!?)\]]+$/, '');
    return { type: 'file_link', from: match.index, to: match.index + shown.length };
  });
}

/** E-mail addresses, also with "(at)" and "dot". */
export function emailsIn(sight: Sight): Hit[] {
  if (!/@|at/.test(sight.text)) return [];
  return [...sight.text.matchAll(email)].map((match) => ({
    type: 'email',
    from: match.index,
    to: match.index + match[0].length,
  }));
}
