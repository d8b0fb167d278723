/** The whole bot as a user starts it, from the pairing code to the brief in the queue, over the real socket and real Redis. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BinaryNode } from '@whiskeysockets/baileys';
import type { Content } from '../src/understanding/content.ts';
import { type BotHome, type Life, makeBot } from './bot.ts';
import { settledBy, tracesOf } from './filed.ts';
import { play, sameBrief, withoutCase } from './kill/reference.ts';
import { PLANTED, PUSH_NAME, scripts } from './kill/scripts.ts';
import { leaks } from './leaks.ts';
import { linkBot } from './linkBot.ts';
import { makeChanges } from './whatsapp/changes.ts';
import { PRIVATE_THUMBNAIL } from './whatsapp/kinds.ts';
import type { Phone } from './whatsapp/phone.ts';
import { type FakeWhatsApp, startWhatsApp } from './whatsapp/server.ts';

let server: FakeWhatsApp;
let home: BotHome;
let bot: Life;
const sent: BinaryNode[] = [];
const output = makeChanges();
const people: Phone[] = [];

beforeAll(async () => {
  server = await startWhatsApp({ onStanza: (node) => void (node.tag === 'message' && sent.push(node)) });
  home = await makeBot({
    WHATSAPP_URL: server.url,
    QUIET_WINDOW_MS: '300',
    QUIET_CAP_MS: '2000',
    LOG_LEVEL: 'debug',
  });
  bot = await linkBot(home, server);
  home.onOutput = output.changed;
}, 120_000);
afterAll(async () => {
  await home.remove();
  await server.stop();
}, 60_000);

const person = (): Phone => {
  const number = `9665077320${String(people.length).padStart(2, '0')}`;
  const phone = server.phone(number, { lid: `24${number}`, name: PUSH_NAME });
  people.push(phone);
  return phone;
};
const heardBy = (phone: Phone): string[] => phone.replies.map(({ text }) => withoutCase(text));
const acknowledged = (id: string) => server.waitFor(() => server.settledAs(id).length > 0, `${id} is acknowledged`);
const turnsDone = (): number => home.output().split('"event":"turn_done"').length - 1;

/** One thing said in words or sent, and what it is by its envelope. */
type Step = { send: (phone: Phone) => unknown; content: string | Content };
const say = (text: string): Step => ({ send: (phone) => phone.send(text), content: text });
const sends: Step[] = [
  { send: (phone) => phone.image(), content: { kind: 'file', file: 'unknown_image' } },
  { send: (phone) => phone.document('zumurrud-report.pdf'), content: { kind: 'file', file: 'medical_file' } },
  { send: (phone) => phone.voice(7), content: { kind: 'voice', seconds: 7 } },
  { send: (phone) => phone.viewOnce(), content: { kind: 'file', file: 'unknown_image' } },
  { send: (phone) => phone.viewOnceUnavailable(), content: { kind: 'file', file: 'unknown_image' } },
  { send: (phone) => phone.contact(), content: { kind: 'contact' } },
];

test.each([
  ['Arabic', scripts[0] ?? []],
  ['English', scripts[1] ?? []],
])(
  'a family that writes %s: twelve messages, one full brief; its files are refused and not touched',
  async (_, script) => {
    const phone = person();
    const [hello = '', writer = '', ...rest] = script;
    const steps = [say(hello), say(writer), ...sends, ...rest.map(say)];
    const { replies, briefs } = play(
      steps.map(({ content }) => content),
      phone.number,
    );
    let due = 0;
    for (const [i, step] of steps.entries()) {
      await step.send(phone);
      due += replies[i]?.length ?? 0;
      await phone.reply(due);
    }
    expect(heardBy(phone)).toEqual(replies.flat());
    expect(phone.seenTwice).toEqual([]);
    expect(script).toHaveLength(12);

    const filed = await settledBy(home);
    const mine = filed.briefs.filter((brief) => phone.replies.some(({ text }) => text.includes(brief.case)));
    expect(mine).toMatchObject([
      { revision: 1, missing: [], consent: { forward: { given: true }, contact: { given: true } } },
    ]);
    expect(Object.keys(mine[0]?.known ?? {})).toHaveLength(9);
    expect(sameBrief(mine[0], briefs[0])).toBe(true);
    expect(filed).toMatchObject({ alerts: [], dead: 0 });
    expect({ connections: server.media.connections, gets: server.media.gets }).toEqual({ connections: 0, gets: [] });
  },
  60_000,
);

test('groups, status, lists and newsletters are passed over in silence', async () => {
  const phone = person();
  for (const place of ['120363000000000002@g.us', 'status@broadcast', '1700000000@broadcast']) {
    await acknowledged(await phone.sendTo(place, 'Hello'));
  }
  await acknowledged(server.newsletter('Hello'));
  await phone.send('Hello');
  const [replies = []] = play(['Hello'], phone.number).replies;
  await phone.reply(replies.length);
  expect(heardBy(phone)).toEqual(replies);
  expect(sent.map(({ attrs }) => attrs['to']).filter((to) => !/^\d+@(s\.whatsapp\.net|lid)$/.test(to ?? ''))).toEqual(
    [],
  );
});

test('what is typed on the bot’s own phone makes it yield until the person asks it to go on', async () => {
  const phone = person();
  const said = ['Hello', { kind: 'colleague' } as const, 'Kuwait', 'CONTINUE'];
  const { replies } = play(said, phone.number);
  expect(replies.map((each) => each.length)).toEqual([2, 0, 0, expect.any(Number)]);
  await phone.send('Hello');
  await phone.reply(2);
  const turns = turnsDone();
  await acknowledged(await server.typedOnOwnPhone(phone, 'I take it from here'));
  await output.until(() => turnsDone() === turns + 1, 'the turn of the colleague');
  await acknowledged(await phone.send('Kuwait'));
  await output.until(() => turnsDone() === turns + 2, 'the silent turn');
  await phone.send('CONTINUE');
  await phone.reply(replies.flat().length);
  expect(heardBy(phone)).toEqual(replies.flat());
});

test('two messages in a burst get one answer', async () => {
  const phone = person();
  const burst = ['Hello', 'I am writing for my father'];
  const [replies = []] = play([burst], phone.number).replies;
  expect(play(burst, phone.number).replies.flat().length).toBeGreaterThan(replies.length);
  await Promise.all(burst.map((text) => phone.send(text)));
  await phone.reply(replies.length);
  expect(await settledBy(home)).toMatchObject({ inHand: 0 });
  expect(heardBy(phone)).toEqual(replies);
});

test('nothing private is in the log, the queues, the append-only file or anywhere in the data folder', async () => {
  const filed = await settledBy(home);
  expect(await bot.end()).toBe(0);
  const sources = tracesOf(home, filed);
  expect(sources.some(({ name, bytes }) => name.includes('appendonly') && bytes.length > 100_000)).toBe(true);
  const numbers = people.flatMap(({ number, lid }) => [number, lid.replace('@lid', '')]);
  const files = [PRIVATE_THUMBNAIL, 'zumurrud-report', 'BEGIN:VCARD', '96550009999', 'I take it from here'];
  expect(leaks([...numbers, ...files, ...PLANTED], sources)).toEqual([]);
});
