/**
 * Work that must not overlap: what is given under the same name runs one after the other, in the order given. Several
 * names are taken at once, so that two such pieces of work never wait for each other.
 */
export function lanes() {
  const tails = new Map<string, Promise<unknown>>();

  return <T>(names: readonly string[], work: () => Promise<T>): Promise<T> => {
    const before = names.flatMap((name) => tails.get(name) ?? []);
    const result = before.length === 0 ? work() : Promise.all(before).then(work);
    const tail = result.then(
      () => leave(),
      () => leave(), // its own caller hears of the error
    );
    const leave = (): void => {
      for (const name of names) if (tails.get(name) === tail) tails.delete(name);
    };
    for (const name of names) tails.set(name, tail);
    return result;
  };
}
