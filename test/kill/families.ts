import type { Phone } from '../whatsapp/phone.ts';
import type { FakeWhatsApp } from '../whatsapp/server.ts';
import { play, type Reference } from './reference.ts';
import { PUSH_NAME, scripts } from './scripts.ts';

/** The digits that every phone number here begins with, and that stand in every LID: three more follow. */
export const NUMBERS = '966507731';

/** How long (ms) a family waits for its replies while the bot dies and dies. */
const REPLY_WITHIN = 300_000;

/** One family that has written its whole script, and what it should have heard. */
export type Family = { phone: Phone; reference: Reference };

/** Families that write, as many at a time as there are phones, one after the other on each until `enough`. */
export function families(server: FakeWhatsApp, phones: number) {
  const references = scripts.map((script) => play(script, `${NUMBERS}000`));
  if (references.some(({ briefs }) => briefs.length !== 1)) throw new Error('a script does not end in one brief');
  const all: Family[] = [];
  let enough = false;
  let done = 0;

  const converse = async ({ phone, reference }: Family, script: readonly string[]): Promise<void> => {
    let due = 0;
    for (const [i, line] of script.entries()) {
      await phone.send(line);
      due += reference.replies[i]?.length ?? 0;
      const heard = () => phone.replies.length >= due;
      await server.waitFor(heard, `${phone.number} has its replies to "${line}"`, REPLY_WITHIN);
    }
    done++;
  };
  const next = async (): Promise<void> => {
    do {
      const n = all.length;
      const digits = String(n).padStart(3, '0');
      const [script, reference] = [scripts[n % scripts.length], references[n % scripts.length]];
      if (digits.length > 3 || !script || !reference) throw new Error('there are no more phone numbers');
      const number = `${NUMBERS}${digits}`;
      const family = { phone: server.phone(number, { lid: `24${number}`, name: PUSH_NAME }), reference };
      all.push(family);
      await converse(family, script);
    } while (!enough);
  };

  return {
    all: all as readonly Family[],
    /** Families that have heard all they should. */
    done: () => done,
    /** Resolves when all that have begun have heard all their replies; rejects when one waits too long. */
    talking: Promise.all(Array.from({ length: phones }, next)),
    /** Nobody new begins. */
    enough() {
      enough = true;
    },
  };
}
