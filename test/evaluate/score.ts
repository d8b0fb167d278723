/** What a scorer says of one row: right, or what was expected and what came; `confident` when it did not ask or abstain. */
export type Verdict = {
  group: string;
  right: boolean;
  confident: boolean;
  text: string;
  expected: unknown;
  got: unknown;
};

/** One line of a report. */
export type Share = { name: string; right: number; of: number; goal?: number };

/** Verdicts by their group, in the order of the groups' names. */
export function byGroup(verdicts: readonly Verdict[]): Share[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) groups.set(verdict.group, [...(groups.get(verdict.group) ?? []), verdict]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, own]) => share(name, own));
}

export function share(name: string, verdicts: readonly { right: boolean }[], goal?: number): Share {
  const right = verdicts.filter((verdict) => verdict.right).length;
  return { name, right, of: verdicts.length, ...(goal === undefined ? {} : { goal }) };
}

export function lineOf({ name, right, of, goal }: Share): string {
  const ratio = of === 0 ? 1 : right / of;
  const met = goal === undefined || of === 0 ? '' : `  aim ${goal.toFixed(3)} ${ratio >= goal ? 'met' : 'NOT MET'}`;
  return `${name.padEnd(34)} ${String(right).padStart(4)}/${String(of).padEnd(4)} ${ratio.toFixed(3)}${met}`;
}

/** The pairs taken for each other most often. */
export function confusions(verdicts: readonly Verdict[], most: number): string[] {
  const pairs = new Map<string, number>();
  for (const { right, expected, got } of verdicts) {
    if (right) continue;
    const pair = `${print(expected)} -> ${print(got)}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...pairs]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([pair, times]) => `${String(times).padStart(4)}  ${pair}`);
}

const print = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
