/** What a measurement is held to: its own value, or its ratio to the reference, is at most this. */
export type Aim = { value: number } | { ratio: number };

export type Measured = {
  measure: string;
  value: number;
  unit: string;
  /** The same work without us, measured in the same run, in the same unit. */
  reference?: number;
  /** The median of the ratios of the rounds, where there were rounds; else value by reference. */
  ratio?: number;
  aim?: Aim;
};

/** Prints one measurement as one line of JSON, with whatever explains it. What has no aim has neither met nor missed it. */
export function report(
  { measure, value, unit, reference, ratio, aim }: Measured,
  more: Record<string, unknown> = {},
): void {
  const against = ratio ?? (reference === undefined ? undefined : value / reference);
  const met = aim && ('value' in aim ? value <= aim.value : against !== undefined && against <= aim.ratio);
  const line = {
    measure,
    value: rounded(value),
    unit,
    reference: reference === undefined ? null : rounded(reference),
    ratio: against === undefined ? null : rounded(against),
    aim: aim ?? null,
    met: met ?? null,
    ...more,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Three digits that mean something. */
export const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the part `q` (from 0 to 1) of them lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
