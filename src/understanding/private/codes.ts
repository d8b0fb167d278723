import { allOf } from './allOf.ts';
import { type Hit, nearestBefore, type Sight } from './hit.ts';
import { label } from './labels.ts';

const word =
  'رمز|كود|(?<![a-z])(?:otp|code|passcode|verification|activation|pin|o\\.t\\.p|kood|koud|ramz|ramez|kod)(?![a-z])|تفعيل|نفاذ|الرقم السري';
/** "رمز التحقق: ٤٨ ٢٩ ١٣", "كود الواتساب 482-913". */
const behind = new RegExp(
  `(?:${word})[^\\d\\n⟨⟩,.;]{0,18}[\\s:=.-]{0,4}(?<!\\d)(\\d{1,8}(?:[ -]\\d{1,4}){0,7})(?![\\d./:a-z])`,
  'g',
);
/** "482913 is your verification code". */
const ahead = new RegExp(
  `(?<![\\w.-])(\\d{4,8}|\\d{3}[ -]\\d{3}) (?:is|هو|هي) (?:[^\\s\\d]{1,20} ){0,3}?(?:ال)?(?:${word}|(?<![a-z])(?:pin|password)(?![a-z]))`,
  'g',
);
/** "G-482913". */
const branded = /(?<![a-z0-9-])((?:g|fb|ig|wa|tg)-\d{4,8})(?![a-z0-9])/g;
const yearOrDays = /^(?:19|20)\d\d$|^\d{1,2}-\d{1,2}(?:-\d{2,4})?$/;

/** One-time codes, whole or in groups: four to eight digits beside a word for one. */
export function codesIn(sight: Sight): Hit[] {
  if ((sight.kinds & (label.otp | label.password)) === 0 && !/[a-z]-\d{4}/.test(sight.text)) return [];
  const hits: Hit[] = [];
  for (const pattern of [behind, ahead, branded]) {
    for (const match of allOf(pattern, sight.text)) {
      const shown = match[1] ?? '';
      const digits = shown.replace(/\D/g, '').length;
      if (digits < 4 || digits > 8 || yearOrDays.test(shown)) continue;
      const from = match.index + match[0].indexOf(shown);
      if (pattern === behind && nearestBefore(sight, from, label.not_code, 26) !== null) continue;
      hits.push({ type: 'otp', from, to: from + shown.length });
    }
  }
  return hits;
}

const password =
  /(?:(?<![a-z])(?:password|passcode|passwd|pwd)|باس ?وو?رد|كلمه (?:السر|المرور)|الرقم السري) ?(?:(?:is|هو|هي) |([:=]))?\s{0,3}([^\s⟨⟩]{4,40})/g;

/** A password behind its name: after a colon any word, else one with a digit or sign in it. */
export function passwordsIn(sight: Sight): Hit[] {
  if ((sight.kinds & label.password) === 0) return [];
  const hits: Hit[] = [];
  for (const match of allOf(password, sight.text)) {
    const secret = match[2] ?? '';
    if (match[1] === undefined && !/\d|[^\s\p{L}.,?!'"-]|[!?.-]\S/u.test(secret)) continue;
    hits.push({ type: 'otp', from: match.index + match[0].length - secret.length, to: match.index + match[0].length });
  }
  return hits;
}
