import type { Receive } from '../src/channels/channel.ts';
import { dialogue, messageId } from './dialogues.ts';

/** Hears every bubble that is sent to the phone `number`. */
export type Ear = { hears(number: string): void };

export type Crowd = Ear & {
  /**
   * Plays `count` dialogues, `atOnce` of them at a time, each by a person of its own who says the next line when all of
   * the answer to the one before has come. `most`: how many messages of each. Resolves to the time (ms) each answer took.
   */
  talk(receive: Pick<Receive, 'accept'>, count: number, atOnce: number, most?: number): Promise<number[]>;
};

/** People who write to the bot from phones, without a network between. */
export function makeCrowd(): Crowd {
  const waiting = new Map<string, { left: number; done: () => void }>();
  let people = 0;

  const converse = async (receive: Pick<Receive, 'accept'>, n: number, most: number, took: number[]): Promise<void> => {
    const number = `9665${String(people++).padStart(8, '0')}`;
    const from = [
      { kind: 'phone', value: number },
      { kind: 'lid', value: `100${number}` },
    ] as const;
    for (const { text, replies } of dialogue(n).steps.slice(0, most)) {
      if (replies.length === 0) throw new Error(`nothing is answered to "${text}", so nobody can wait for it`);
      const began = performance.now();
      const answered = new Promise<void>((done) => waiting.set(number, { left: replies.length, done }));
      await receive.accept({ id: messageId(), from, at: Date.now(), content: { kind: 'text', text } });
      await answered;
      took.push(performance.now() - began);
    }
  };

  return {
    hears(number) {
      const one = waiting.get(number);
      if (one && --one.left === 0) one.done();
    },
    async talk(receive, count, atOnce, most = Number.POSITIVE_INFINITY) {
      const took: number[] = [];
      let begun = 0;
      const oneAfterAnother = async (): Promise<void> => {
        while (begun < count) await converse(receive, begun++, most, took);
      };
      await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
      return took;
    },
  };
}
