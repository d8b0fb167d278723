import type { Address, Channel } from '../channel.ts';

/** A channel that writes every bubble to a place of the caller's choice; it is always open and receives nothing by itself. */
export function terminal(write: (to: Address, text: string) => void): Channel {
  return {
    start: async () => {},
    async send({ to, text }) {
      write(to, text);
      return 'accepted';
    },
    typing: async () => {},
    state: () => 'open',
    stop: async () => {},
  };
}
