import words from '../words/private.json' with { type: 'json' };
import { allOf } from './allOf.ts';
import { after, before, type Hit, type Sight } from './hit.ts';
import { label } from './labels.ts';
import { around } from './spans.ts';

const address =
  /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?\/[^\s<>"'⟨⟩\d][^\s<>"'⟨⟩]*|(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"'⟨⟩]{2,}|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}\/[^\s<>"'⟨⟩]+|(?<![a-z0-9@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|io|gov|edu|me|co|sa|ae|kw|qa|bh|om|ru|app|link|ly|gl|cloud|health|med|info|example|dev|ms|tv|to|uk|us|int|test|nz|fm|la|sh|gg|page|site|online|eu|in|ph|pk|eg|jo|lb|tr|de)(?::\d{2,5})?(?:\/[^\s<>"'⟨⟩]*|\?[^\s<>"'⟨⟩]+|(?![a-z0-9.@-]))/g;

/** Hosts that keep what people send each other, and portals of hospitals. */
const sharing = new RegExp(`(?<![a-z0-9])(?:${words.sharing.join('|').replace(/\./g, '\\.')})`);
const maps =
  /maps\.(?:app\.)?goo|goo\.gl\/maps|google\.[a-z.]{2,6}\/maps|maps\.google|maps\.apple|waze\.|what3words|w3w\.co|plus\.codes/;
/** A search for words, or a named place: what anybody could look for. */
const publicPlace = /^[^?]*(?:\?(?:api=1&)?(?:q|query)=|\/search\/|\/maps\/place\/)[a-z+%-]{3,60}(?:\/?$)/;
const chat = /(?:^|\/|\.)(?:wa\.me|api\.whatsapp\.com|wa\.link)(?:\/|$)/;
/** A page that anyone may see: plain words behind the host, if anything. */
const publicPage =
  /^(?:https?:\/\/)?[^/?#]+(?:\/(?:[a-z-]{0,30}|\d{1,2})){0,4}\/?(?:\?(?:lang|utm_[a-z]+)=[\w-]*)?(?:\.(?:html?|php|aspx?))?$/;
const social = /(?:^|\/|\.)(?:instagram|facebook|tiktok|twitter|x|youtube|linkedin|snapchat|youtu)\.(?:com|be)(?:\/|$)/;
const filed =
  /report|result|scan|image|imaging|mri|study|viewer|upload|download|share|folder|file|album|photo|attachment|dicom|pacs|record|patient|lab(?![a-z])/;
const saidToBeFile =
  /رابط|لينك|حمل|نزل|تنزيل|تحميل|اشعه|تقرير|تقارير|ملف|صور|تحاليل|link to|download|reports?|scans?|files?|images?|mri|results?|album/;

/** Addresses of files, shared folders and records: none is ever opened (R027). The page of a clinic or an agency is no file. */
export function linksIn(sight: Sight): Hit[] {
  if (!/\.[a-z]|\.\d+\.|\/\//.test(sight.text)) return [];
  return allOf(address, sight.text).flatMap((match): Hit[] => {
    const shown = match[0].replace(/[.,;:!?)\]]+$/, '');
    const [from, to] = [match.index, match.index + shown.length];
    if (maps.test(shown)) return publicPlace.test(shown) ? [] : [{ type: 'address', from, to }];
    if (chat.test(shown) && /\d{7}/.test(shown)) return [{ type: 'phone', from, to }];
    return isPublic(shown, `${before(sight.text, from, 30)} ${after(sight.text, to, 24)}`)
      ? []
      : [{ type: 'file_link', from, to }];
  });
}

function isPublic(shown: string, around: string): boolean {
  if (sharing.test(shown)) return false;
  if (social.test(shown)) return !filed.test(shown) && !saidToBeFile.test(around);
  const path = shown.replace(/^(?:https?:\/\/)?[^/?#]*/, '');
  if (!publicPage.test(shown) || filed.test(path)) return false;
  return path.length < 2 || !saidToBeFile.test(around);
}

const at = String.raw` ?(?:@|[([{<*_]{1,2} ?(?:@|at|ات) ?[)\]}>*_]{1,2}) ?`;
const dot = String.raw` ?(?:\.|[([{] ?(?:dot|\.|نقطه) ?[)\]}]|(?<= )(?:dot|دوت|نقطه)(?= )) ?`;
const providers = 'g-?mail|hotmail|yahoo|outlook|icloud|live|mail|ymail|rediffmail|protonmail|rocketmail|aol';
const arabicProviders = 'جيميل|جي ميل|هوتميل|ياهو|اوتلوك|ايكلاود';
const email = new RegExp(
  [
    `[\\p{L}\\p{N}._%+-]{1,60}${at}(?:[a-z0-9-]{1,40}${dot}){1,4}[a-z]{2,12}(?![a-z])`,
    `[a-z0-9._%+-]{1,60}(?: (?:dot|underscore|dash) [a-z0-9._-]{1,40}){0,3} at (?:[a-z0-9-]{2,40} dot [a-z]{2,12}(?: dot [a-z]{2,6})?|(?:${providers}) ?(?:\\. ?|dot )?(?:com)?)(?![a-z])`,
    `[a-z0-9._%+-]{3,60}(?: (?:ات|at) |@ ?| )(?:${arabicProviders})(?: ?(?:دوت|نقطه|\\.) ?(?:كوم|com))?`,
    `[\\p{L}\\p{N}._%+-]{1,60}@[\\p{L}\\p{N}-]{2,40}(?:\\.\\p{L}{2,12})?`,
    `[a-z0-9_%+-]{1,40}(?:\\.[a-z0-9_%+-]{1,40}){0,3} (?:at|ات|آت) [a-z0-9-]{2,40}\\.(?:com|org|net|example|sa|ae|kw|qa|bh|om|ru)(?![a-z])`,
  ].join('|'),
  'gu',
);
/** "look at our site clinic.com", "see you at hotel dot com": a word of talk before "at" is no mailbox. */
const talk =
  /^(?:look|looking|looked|see|seen|found|check|is|are|was|be|works?|stay|meet|me|us|you|available|hospital|clinic|doctor|page|site|more|info(?= at .*(?:our|the))|website|contact(?= at .*(?:our|the)))\b/;

/** Where an address may be: its sign, "at" as a word or in brackets; the name of a provider. */
const clue = / (?:at|ات) (?=[a-z0-9-]{2,40}(?:\.[a-z]| dot ))|@|[([{<*_] ?(?:at|ات)/g;
const provider = new RegExp(`(?:${providers})(?![a-z])|${arabicProviders}`, 'g');
/** So far from its clue an address may begin, and end. */
const reach = [140, 100] as const;

/** E-mail addresses, also with "(at)", "dot", and the provider in Arabic. */
export function emailsIn(sight: Sight): Hit[] {
  const clues = allOf(clue, sight.text);
  if ((sight.kinds & label.mail) !== 0) clues.push(...allOf(provider, sight.text));
  const places = clues.map(({ index }) => index).sort((a, b) => a - b);
  return around(places, ...reach).flatMap(({ from, to }) =>
    allOf(email, sight.text.slice(from, to)).flatMap((match): Hit[] => {
      const start = from + match.index;
      const isTalk = !match[0].includes('@') && (talk.test(match[0]) || /\bmore $/.test(before(sight.text, start, 6)));
      return isTalk ? [] : [{ type: 'email', from: start, to: start + match[0].length }];
    }),
  );
}
