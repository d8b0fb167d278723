/** Counts what was taken up and is not finished, for those who must know when everything is. */
export type InHand = { begin(): void; end(): void; settled(): Promise<void> };

export function inHand(): InHand {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    begin() {
      count++;
    },
    end() {
      count--;
      if (count > 0) return;
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
    settled: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
