/** Letters and digits of a case number: none that is taken for another when read aloud or written by hand. */
const letters = '23456789ABCDEFGHJKMNPQRTUVWXY';
const weights = [2, 3, 4, 5, 6];

/**
 * The case number made from at least five bytes that differ from case to case: `MVM-7K3QD-R`. The last letter is a check,
 * weighted modulo 29: every single wrong letter and every swap of two is caught.
 */
export function caseNumber(bytes: Uint8Array): string {
  let rest = 0;
  for (let i = 0; i < 5; i++) rest = rest * 256 + (bytes[i] ?? 0);
  let body = '';
  for (let i = 0; i < 5; i++) {
    body += letters.charAt(rest % 29);
    rest = Math.floor(rest / 29);
  }
  return `MVM-${body}-${checkOf(body)}`;
}

/** Whether it is a case number as made here; a mistyped one is not. */
export function isCaseNumber(text: string): boolean {
  const parts = /^MVM-([2-9A-HJ-KMNP-RT-Y]{5})-([2-9A-HJ-KMNP-RT-Y])$/.exec(text);
  return parts?.[1] !== undefined && checkOf(parts[1]) === parts[2];
}

function checkOf(body: string): string {
  const sum = weights.reduce((all, weight, i) => all + weight * letters.indexOf(body.charAt(i)), 0);
  return letters.charAt((29 - (sum % 29)) % 29);
}
