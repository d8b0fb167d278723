import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Inbound } from './channels/channel.ts';
import { chatLine } from './channels/terminal/chatLine.ts';
import { terminal } from './channels/terminal/terminal.ts';
import { type Config, configOrExit } from './config.ts';
import type { Effect } from './dialogue/effects.ts';
import { openHouse } from './house.ts';
import { movableClock } from './intake/movableClock.ts';
import { makeLog } from './log.ts';
import { chatNumber, NAMESPACE } from './redis/keys.ts';

const usage =
  'npm run chat -- [--from +965…] [--lang ar|en] [--as agency]   or   npm run -s chat -- --json [--now ISO] [--keep]';

/** `npm run chat`: the real bot in the terminal, for people or, with `--json`, for programs (design: "Commands"). */
export async function chat(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      keep: { type: 'boolean' },
      now: { type: 'string' },
      from: { type: 'string', default: '+96550000001' },
      lang: { type: 'string' },
      as: { type: 'string' },
    },
  });
  const from = values.from.replace(/[^\d]/g, '');
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now) || !/^\d{6,15}$/.test(from)) throw new Error(usage);
  const config = configOrExit();
  process.exit(
    await (values.json ? programs(config, now, values.keep === true) : people(config, from, opening(values))),
  );
}

/** What a person would write first to be spoken to in a language, or as an agency. */
function opening({ lang, as }: { lang?: string | undefined; as?: string | undefined }): string[] {
  const words = { ar: 'السلام عليكم', en: 'Hello' };
  if (lang !== undefined && lang !== 'ar' && lang !== 'en') throw new Error(usage);
  if (as !== undefined && as !== 'agency') throw new Error(usage);
  const agency = lang === 'ar' ? 'نحن وكالة علاج ولدينا حالة' : 'We are a partner agency and have a case';
  return as ? [agency] : lang ? [words[lang]] : [];
}

async function people(config: Config, from: string, first: string[]): Promise<number> {
  const log = makeLog('error');
  // A number of its own beside the bot's: the same Redis and queue, so that `briefs` shows what was filed here.
  const own = { ...config, NUMBER: chatNumber(config.NUMBER) };
  const house = await openHouse({ config: own, log, namespace: NAMESPACE, lost: () => process.exit(1) });
  const channel = terminal((_, text) => process.stdout.write(`\n${text}\n\n> `));
  const intake = house.open(channel, { quiet: 0, cap: 0, pace: false });
  await intake.start();
  await intake.runDue(Date.now()); // nothing waits at a terminal
  const say = async (text: string): Promise<void> => {
    const id = `chat-${randomBytes(6).toString('hex')}`;
    await intake.receive.accept({
      id,
      from: [{ kind: 'phone', value: from }],
      at: Date.now(),
      content: { kind: 'text', text },
    });
    await intake.settled();
  };
  process.stdout.write(
    'The real bot, as a family would meet it. Ctrl+D ends; the conversation is kept for next time.\n\n> ',
  );
  for (const text of first) await say(text);
  // Opened only now: lines that arrive before anyone listens would be lost.
  const input = createInterface({ input: process.stdin, terminal: process.stdin.isTTY === true });
  for await (const text of input) await say(text);
  await intake.stop();
  await house.close();
  return 0;
}

/** Signals that end the input, and the exit codes they give. */
const endings = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** Line by line, each to its end before the next, in a namespace of its own. Resolves to the exit code. */
async function programs(config: Config, start: number | undefined, keep: boolean): Promise<number> {
  const log = makeLog('error');
  const namespace = `chat-${randomBytes(6).toString('hex')}`;
  const time = movableClock(start ?? Date.now());
  const house = await openHouse({ config, log, namespace, clock: time.clock, lost: () => process.exit(1) });
  const channel = terminal((to, text) => write({ type: 'reply', to: `+${to.value}`, text }));
  const said: object[] = [];
  const intake = house.open(channel, {
    quiet: 0,
    cap: 0,
    pace: false,
    committed: (person, effects) => said.push(...told(person, effects)),
  });
  if (!keep) await house.tryOut();
  await intake.start();
  const input = createInterface({ input: process.stdin });
  let number = 0;
  let code = 0;
  let over = false;
  const end = (status: number): void => {
    code = status;
    over = true;
    input.close();
  };
  for (const [signal, status] of endings) process.once(signal, () => end(status));
  process.stdout.once('error', () => end(1)); // nobody reads any more
  const take = async (line: string): Promise<void> => {
    const message: Inbound = chatLine(line, number, time.clock.now());
    for (let due = await intake.nextDue(), last = 0; due !== null && due <= message.at && due > last; ) {
      time.moveTo(due);
      await intake.runDue(due);
      await intake.settled();
      last = due;
      due = await intake.nextDue();
    }
    time.moveTo(message.at);
    await intake.receive.accept(message);
    await intake.settled();
  };
  for await (const line of input) {
    if (over) break;
    number++;
    if (line.trim() === '') continue;
    try {
      await take(line);
    } catch (error) {
      process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
      code = 1;
    }
    for (const each of said.splice(0)) write(each);
  }
  await intake.stop();
  if (!keep) await house.forget().finally(house.close);
  else await house.close();
  return code;
}

const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** What of a turn a program is told besides the replies. */
function told(person: string, effects: readonly Effect[]): object[] {
  return effects.flatMap((effect): object[] => {
    if (effect.type === 'file') return [{ type: 'brief', brief: effect.brief }];
    if (effect.type === 'alert') return [{ type: 'alert', kind: effect.kind, person }];
    if (effect.type !== 'consent') return [];
    const wordingHash = createHash('sha256').update(effect.wording).digest('hex');
    return [{ type: 'consent', record: { ...effect.record, wordingHash } }];
  });
}
