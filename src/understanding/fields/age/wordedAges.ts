import { before, lasting, ofThing, person, type Round } from './round.ts';

/** سنتين, شهرين, اسبوعين, "a year and a half", "one month": an age whose number is in the word itself. */
export function worded(round: Round): number[] {
  const hit = round.keys.find(
    (key) =>
      /^two (?:years|months|weeks)$/.test(key.code) &&
      (!lasting(round, key.from, key.to) || before(round, 'below', key.from, 1)),
  );
  const single =
    round.asked && round.tokens.length <= 3 && /^(?:سنه|عام|year|sana|sanah)$/.test(round.tokens[0]?.fold ?? '');
  const told = round.keys.find((key) => /^(?:year|month)$/.test(key.code) && before(round, 'age', key.from, 1));
  if (told !== undefined && !ofThing(round, told.from)) return [told.code === 'year' ? 1 : 0];
  if (single || (round.asked && /^(?:شهر|month|a month|اسبوع|week|يوم|day)/.test(round.text.fold)))
    return [single && !/month|week/.test(round.text.fold) ? 1 : 0];
  if (hit === undefined || ofThing(round, hit.from)) return [];
  if (!(round.asked || before(round, 'age', hit.from, 2) || person(round, hit.from))) return [];
  const less =
    round.keys.some((key) => key.code === 'minus' && key.from === hit.to) || before(round, 'nearly', hit.from, 2);
  return [hit.code === 'two years' && !less && !before(round, 'below', hit.from, 1) ? 2 : 0.2];
}
