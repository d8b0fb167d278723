import type { Window } from './calendar.ts';
import { coming } from './coming.ts';
import type { Line } from './line.ts';

/** Month, first and last day on which each state rests. */
const days: Readonly<Record<string, readonly [month: number, first: number, last: number]>> = {
  SA: [9, 23, 23],
  AE: [12, 2, 3],
  KW: [2, 25, 26],
  QA: [12, 18, 18],
  BH: [12, 16, 17],
  OM: [11, 20, 21],
  founding: [2, 22, 22],
};

/** The national day of the country named ("nationalday KW"), else of the patient's; where neither is known the next two are readings. */
export function nationalDay(line: Line, name: string): (Window & { other?: Window }) | null {
  const said = name.slice('nationalday '.length);
  const own = of(line, said) ?? of(line, line.country ?? '');
  if (own !== null) return own;
  const [next, later] = Object.keys(days)
    .flatMap((country) => of(line, country) ?? [])
    .sort((a, b) => a.from - b.from);
  return next === undefined ? null : { ...next, ...(later === undefined ? {} : { other: later }) };
}

function of(line: Line, country: string): Window | null {
  const day = days[country];
  const window = day === undefined ? null : coming(line, ...day);
  return window === null || window.from === window.to ? window : { ...window, granularity: 'season' };
}
