/**
 * Does each piece of work once a round, `rounds` times over, in turn and every other round the other way round, so that
 * whatever else this machine does falls on all of them. Resolves to what each returned, round by round.
 */
export async function alternate<T, Name extends string>(
  rounds: number,
  work: Record<Name, () => T | Promise<T>>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(work) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) results[name].push(await work[name]());
  }
  return results;
}
