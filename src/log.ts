import { type DestinationStream, destination, pino } from 'pino';

/** What can be logged. A new event is a new word here; what happened to whom stands in the fields. */
export type LogEvent =
  | 'started'
  | 'stopping'
  | 'stopped'
  | 'redis_open'
  | 'redis_away'
  | 'redis_back'
  | 'redis_error'
  | 'redis_restarted'
  | 'lease_waits'
  | 'lease_taken'
  | 'lease_lost'
  | 'channel_changed'
  | 'login_needed'
  | 'login_ended'
  | 'message_accepted'
  | 'message_known'
  | 'message_refused'
  | 'turn_done'
  | 'turn_failed'
  | 'deadline_due'
  | 'reply_sent'
  | 'reply_unknown'
  | 'reply_refused'
  | 'brief_filed'
  | 'brief_recalled'
  | 'consent_recorded'
  | 'alert_raised'
  | 'person_erased'
  | 'failed';

type FieldName =
  | 'person'
  | 'message'
  | 'reply'
  | 'case'
  | 'revision'
  | 'queue'
  | 'kind'
  | 'state'
  | 'reason'
  | 'place'
  | 'attempt'
  | 'count'
  | 'ms'
  | 'port'
  | 'node';

/** Our own ids, words of a closed list, numbers. Of an `error` name and code are logged, never the message. */
export type LogFields = { readonly [name in FieldName]?: string | number | boolean } & { readonly error?: unknown };

export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (event: LogEvent, fields?: LogFields) => void>>;

const ID_OR_ENUM = /^(?!\+?\d+$)[\w.-]{1,64}$/;

/**
 * Logs to stderr (stdout belongs to the commands), one JSON line an event. A string that has not the form of an id or
 * of a word of a list (a phone number, a text, an address) is written as `unfit`: nothing private slips through.
 */
export function makeLog(level: string, to: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const out = pino(
    { level, base: null, messageKey: 'event', formatters: { level: (label) => ({ level: label }) } },
    to,
  );
  const at =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}) =>
      out[name](safe(fields), event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function safe({ error, ...fields }: LogFields): Record<string, string | number | boolean> {
  const out: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries({ ...fields, ...namesOf(error) })) {
    out[name] = typeof value === 'string' && !ID_OR_ENUM.test(value) ? 'unfit' : value;
  }
  return out;
}

function namesOf(error: unknown): Record<string, string | number> {
  if (error === undefined) return {};
  if (typeof error !== 'object' || error === null) return { error: typeof error };
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'object';
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  return code === null ? { error: name } : { error: name, code };
}
