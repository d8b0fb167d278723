import type { Field } from '../../flows/family.ts';
import type { Content } from '../understanding/content.ts';
import { dayIn } from '../understanding/countryFacts.ts';
import type { Listening } from '../understanding/meaning.ts';
import { understand } from '../understanding/understand.ts';
import { answering } from './answering.ts';
import { bubbles, type Gathered } from './bubbles.ts';
import { isDraft, YIELD_MS } from './commands.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Effect, Turn } from './effects.ts';
import type { Facts } from './facts.ts';
import { without } from './known.ts';
import { type Heard, settled } from './likely.ts';
import type { Place } from './line.ts';
import { pendingAt } from './speak/options.ts';
import type { Act, Event, World } from './step.ts';
import { type Named, opened, stepped } from './steps.ts';

/** A message as it stands in the inbox: masked, with the country of the phone number if there is one. */
export type Message = { id: string; at: number; content: Content; phoneCountry?: string };

/** A silence after which someone who comes back is told that the answers are kept. */
const LONG_SILENCE_MS = 6 * 3_600_000;

/**
 * One turn: the messages of a person that wait, in order, and everything that follows from them. Pure: the same facts,
 * messages and world give the same outcome. All is answered at once, in at most two bubbles, and the line that is due
 * is asked once, at the end.
 */
export function turn(facts: Facts, messages: readonly Message[], world: World): Turn {
  let gathered: Gathered = { facts, lines: [], due: null, effects: [], urgent: false };
  for (const message of messages) gathered = hear(gathered, message, world);
  const { next, replies } = bubbles(facts, gathered);
  return {
    facts: next,
    effects: [...replies.map((text): Effect => ({ type: 'reply', text })), ...gathered.effects],
    deadlines: deadlinesOf(next),
  };
}

function hear(before: Gathered, message: Message, world: World): Gathered {
  const received = heardFrom(before.facts, message);
  // Found in this very burst: nobody has read that question yet, so this message answers what was open before it.
  const waiting = received.asked === 'disambiguating' ? undefined : received.likely;
  const touched = waiting ? without(received, 'likely') : received;
  const place = opened({ facts: touched, world }).snapshot;
  const { language, meanings } = understand(message.content, listening(touched, place.value as Place, message));
  const spoken = touched.language === undefined && language ? { ...touched, language } : touched;
  const answers = answering(meanings, place.value as Place, touched, message.content);
  const { facts, heard } =
    place.value === 'disambiguating' ? settled(spoken, answers) : { facts: spoken, heard: answers };
  const events = eventsOf(heard, before.facts, message);
  const urgent = before.urgent || events.some(isUrgent);
  const after: Gathered = { ...before, facts, urgent, lines: [...before.lines], effects: [...before.effects] };
  let snapshot = place;
  if (facts !== touched) {
    // On the way to another place something may have to be said or sent, as the notice once the language is known (R071).
    const again = opened({ facts, world });
    gather(after, again.actions);
    snapshot = again.snapshot;
  }
  for (const event of events) {
    const next = stepped(snapshot, event);
    snapshot = next.snapshot;
    gather(after, next.actions);
  }
  return reopened({ ...after, facts: snapshot.context.facts }, waiting, world);
}

/** Asks after all messages what one of them perhaps asked, unless the talk has ended meanwhile. */
function reopened(after: Gathered, likely: Facts['likely'], world: World): Gathered {
  if (likely === undefined || after.facts.likely !== undefined || after.due === null || after.urgent) return after;
  const facts = { ...after.facts, likely };
  gather(after, opened({ facts, world }).actions);
  return { ...after, facts };
}

/** Sorts what a transition brought: lines to say, what is due, and effects. A `hush` wins over what its own event made due. */
function gather(gathered: Gathered, actions: readonly Named[]): void {
  for (const { type, params } of actions) {
    if (type === 'due') gathered.due = (params as { place: Place }).place;
    else if (type.startsWith('xstate.')) continue;
    else take(gathered, params as Act);
  }
  if (actions.some((action) => action.type === 'hush')) gathered.due = null;
}

function take(gathered: Gathered, act: Act): void {
  if (act.type === 'say') gathered.lines.push(act.line);
  else if (act.type !== 'hush') gathered.effects.push(act);
}

/** What every message of a person brings: when we last heard from them, and where their number is from. */
function heardFrom(facts: Facts, message: Message): Facts {
  if (message.content.kind === 'deadline' || message.content.kind === 'colleague') return facts;
  const phoneCountry = facts.phoneCountry ?? message.phoneCountry;
  const yielded = (facts.yieldedUntil ?? 0) > message.at;
  return {
    ...facts,
    heardAt: message.at,
    ...(phoneCountry ? { phoneCountry } : {}),
    ...(yielded ? { yieldedUntil: message.at + YIELD_MS } : {}),
  };
}

function listening(facts: Facts, place: Place, message: Message): Listening {
  const { content } = message;
  const edited = content.kind === 'edit' ? answeredBy(facts, content.of) : undefined;
  const country = facts.known.country?.value;
  return {
    pending: edited ? pendingAt('asking', { ...facts, reopened: edited }) : pendingAt(place, facts),
    today: dayIn(country ?? facts.phoneCountry, message.at),
    ...(typeof country === 'string' ? { country } : {}),
  };
}

/** The field that a message answered: an edit of that message answers it anew. */
const answeredBy = (facts: Facts, message: string): Field | undefined =>
  (Object.keys(facts.known) as Field[]).find((field) => facts.known[field]?.message === message);

const isUrgent = (event: { type: string }): boolean => event.type === 'emergency' || event.type === 'self_harm';
const blunt = ['emergency', 'self_harm', 'stop', 'deadline', 'colleague'];

/** The events of a message. Someone who writes first, or comes back, is greeted before all else, unless there is danger or a stop. */
function eventsOf(meanings: readonly Heard[], before: Facts, message: Message): Event[] {
  const { content } = message;
  const words = content.kind === 'text' || content.kind === 'edit' ? content.text : '';
  const moment = { message: message.id, at: message.at, words };
  const said = meanings.filter((meaning) => meaning.type !== 'nothing');
  // Whatever is written gets an answer, if only that it was not understood.
  const heard: readonly Heard[] = said.length === 0 && content.kind === 'text' ? [{ type: 'unclear' }] : said;
  const silent = isDraft(before) && before.heardAt !== undefined && message.at - before.heardAt > LONG_SILENCE_MS;
  const first = before.noticed === undefined && before.asked === undefined;
  const arrives = before.paused === undefined && (first || before.stoppedAt !== undefined || silent);
  if (heard.length === 0 || !arrives || heard.some((meaning) => blunt.includes(meaning.type))) {
    return heard.map((meaning): Event => ({ ...meaning, ...moment }));
  }
  const greeting = heard.find((meaning) => meaning.type === 'greet');
  const rest = heard.filter(({ type }) => type !== 'greet' && (type !== 'unclear' || before.noticed !== undefined));
  const arrived: Event = {
    type: 'arrived',
    greeted: greeting !== undefined,
    withWish: rest.some(({ type }) => type === 'erase' || type === 'human' || type === 'withdraw'),
    ...(greeting?.salam ? { salam: true } : {}),
    ...(greeting?.kunya ? { kunya: greeting.kunya } : {}),
    ...moment,
  };
  return [arrived, ...rest.map((meaning): Event => ({ ...meaning, ...moment }))];
}
