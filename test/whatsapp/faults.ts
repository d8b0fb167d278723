/** What goes wrong at this server when a test says so. */
export type Faults = {
  /** `false`: messages of the bot reach their phones, but the server never says that it has them. */
  ackMessages: boolean;
  /** Messages of the bot are refused with this code (463: the account is restricted) and reach nobody. */
  ackError: number | undefined;
  /** `true`: what the bot acknowledges stays kept, as when it dies after taking a message and before saying so. */
  loseReceipts: boolean;
  /** `true`: after a login the server does not say that the kept messages are through. */
  holdOfflineEnd: boolean;
  /** The next `times` connections get this HTTP status instead of a WebSocket. */
  refuseUpgrade(status: number, times?: number): void;
  /** The next `times` logins are answered with `<failure reason=…>` (401, 403, 405, 503…). */
  refuseLogin(reason: number, times?: number): void;
  /** At the next login only `count` kept messages are sent; then the connection drops, `when` they have left or were
   * acknowledged. The end of the kept messages is not announced. */
  cutOfflineAfter(count: number, when?: Cut['when']): void;
};

export type Cut = { count: number; when: 'sent' | 'acknowledged' };

/** The same, as the server uses them up. */
export type FaultsInStore = Faults & {
  nextUpgradeRefusal(): number | undefined;
  nextLoginRefusal(): number | undefined;
  nextCut(): Cut | undefined;
};

export const makeFaults = (): FaultsInStore => {
  const upgrades: number[] = [];
  const logins: number[] = [];
  const cuts: Cut[] = [];
  const fill = (list: number[], value: number, times: number) => list.push(...Array<number>(times).fill(value));
  return {
    ackMessages: true,
    ackError: undefined,
    loseReceipts: false,
    holdOfflineEnd: false,
    refuseUpgrade: (status, times = 1) => void fill(upgrades, status, times),
    refuseLogin: (reason, times = 1) => void fill(logins, reason, times),
    cutOfflineAfter: (count, when = 'acknowledged') => void cuts.push({ count, when }),
    nextUpgradeRefusal: () => upgrades.shift(),
    nextLoginRefusal: () => logins.shift(),
    nextCut: () => cuts.shift(),
  };
};
