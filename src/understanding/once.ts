let slots = 0;

/** What was already made of a text, by the number of its maker. */
export type Made = { made: unknown[] };

/** Makes something of a text only once: the result stays with the text and goes with it. */
export function once<Of extends Made, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const slot = slots++;
  return (of) => {
    if (of.made[slot] === undefined) of.made[slot] = { result: make(of) };
    return (of.made[slot] as { result: Result }).result;
  };
}
