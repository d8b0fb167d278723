import type { Numeral } from '../numbers.ts';
import { before, type Round } from './round.ts';

/** "less than 2", "over 60", "almost 60", "13 سنة الا شهر": the age moves into the group that is meant. */
export function shifted(round: Round, number: Numeral, value: number): number {
  if (value > 0 && (before(round, 'below', number.from, 1) || nearly(round, number))) return value - 1;
  return before(round, 'above', number.from, 1) ? value + 1 : value;
}

/** Said of a birthday still to come: "قرب الستين", "turning 60", "not 60 yet", "60 سنة الا شهر". */
function nearly(round: Round, { from, to }: Numeral): boolean {
  if (before(round, 'nearly', from, 2)) return true;
  const less = round.keys.some((key) => key.code === 'minus' && key.from >= to && key.from <= to + 1);
  const yet = round.tokens[from - 1]?.fold === 'not' && round.tokens[to]?.fold === 'yet';
  return less || yet;
}
