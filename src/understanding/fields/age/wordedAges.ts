import type { Hit } from '../lexicon.ts';
import { before, lasting, person, type Round } from './round.ts';

/** سنتين, شهرين, "a year and a half", "one month". */
export function worded(round: Round): number[] {
  const hit = round.keys.find(
    (key) =>
      (key.code === 'two years' || key.code === 'two months') &&
      (!lasting(round, key.from, key.to) || before(round, 'below', key.from, 1)),
  );
  const single =
    round.asked && round.tokens.length <= 3 && /^(?:سنه|عام|year|sana|sanah)$/.test(round.tokens[0]?.fold ?? '');
  if (single || (round.asked && /^(?:شهر|month|a month)/.test(round.text.fold)))
    return [round.text.fold.startsWith('شهر') || round.text.fold.includes('month') ? 0 : 1];
  if (hit === undefined || !(round.asked || before(round, 'age', hit.from, 2) || person(round, hit.from))) return [];
  return [hit.code === 'two years' && !before(round, 'below', hit.from, 1) ? 2 : 0.2];
}

const tens: Readonly<Record<string, number>> = {
  عشرين: 20,
  تلاتين: 30,
  ثلاثين: 30,
  اربعين: 40,
  خمسين: 50,
  ستين: 60,
  سبعين: 70,
  ثمانين: 80,
  تسعين: 90,
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
  عشر: 20,
  ثلاث: 30,
  اربع: 40,
  خمس: 50,
  ست: 60,
  سبع: 70,
  ثمان: 80,
  تسع: 90,
};

/** "late 60s", "بالستينات", "in her fifties". */
export function decades(round: Round): number[] {
  const digits = /(?:^|[^\d])([2-9]0) ?'?s(?![a-z])/i.exec(round.text.clean);
  if (digits !== null) return [Number(digits[1])];
  const hit = round.keys.find((key) => key.code === 'decade') ?? arabicDecade(round);
  if (hit === undefined) return [];
  const word = (round.tokens[hit.from]?.fold ?? '').replace(/^(?:وب|ب|ف|ل)?(?:ال)?/, '');
  const value = tens[word] ?? tens[word.replace(/(?:ينات|ينيات|يني|ينيه)$/, '')];
  return value === undefined ? [] : [value];
}

function arabicDecade(round: Round): Hit | undefined {
  if (!round.text.fold.includes('ين')) return undefined;
  const at = round.tokens.findIndex((token) =>
    /^(?:ب|في)?ال?(?:عشرين|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين)ا?ت$/.test(token.fold),
  );
  return at < 0 ? undefined : { code: 'decade', from: at, to: at + 1 };
}
