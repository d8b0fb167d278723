import type { Filed } from '../filed.ts';
import type { FakeWhatsApp } from '../whatsapp/server.ts';
import type { Family } from './families.ts';
import { sameBrief, withoutCase } from './reference.ts';

/** Everything that must hold when all families have heard their replies, as a list of what does not. */
export function violations(filed: Filed, server: FakeWhatsApp, families: readonly Family[]): string[] {
  const wrong = families.flatMap(({ phone, reference }) => {
    const heard = phone.replies.map(({ text }) => withoutCase(text));
    const numbers = phone.replies.flatMap(({ text }) => /MVM-[0-9A-Z]{5}-[0-9A-Z]/.exec(text) ?? []);
    const briefs = filed.briefs.filter((brief) => numbers.includes(brief.case));
    return [
      ...difference(heard, reference.replies.flat()),
      ...(briefs.length === 1 ? [] : [`${briefs.length} briefs`]),
      ...briefs.flatMap((brief) => (brief.revision === 1 ? [] : [`revision ${brief.revision}`])),
      ...briefs.flatMap((brief) => (sameBrief(brief, reference.briefs[0]) ? [] : ['another brief than it told'])),
      ...phone.unreadable.map(({ id, reason }) => `reply ${id} could not be read: ${reason}`),
    ].map((what) => `${phone.number}: ${what}`);
  });
  return [
    ...wrong,
    ...(filed.briefs.length === families.length
      ? []
      : [`${filed.briefs.length} briefs of ${families.length} families`]),
    ...filed.alerts.map((alert) => `an alert: ${alert}`),
    ...(filed.dead === 0 ? [] : [`${filed.dead} dead letters`]),
    ...(filed.inHand === 0 ? [] : [`${filed.inHand} still in hand`]),
    ...server.lost.map(({ id, from, error }) => `message ${id} of ${from} was refused for good: ${error}`),
    ...server.waiting().map(({ id, node }) => `${node.tag} ${id} of ${node.attrs['from']} was never acknowledged`),
  ];
}

/** The first place where what was heard is not what should have been. */
function difference(heard: readonly string[], due: readonly string[]): string[] {
  const at = Array.from({ length: Math.max(heard.length, due.length) }, (_, i) => i).find((i) => heard[i] !== due[i]);
  if (at === undefined) return [];
  return [
    `${heard.length} replies of ${due.length}; reply ${at + 1} is ${short(heard[at])} instead of ${short(due[at])}`,
  ];
}

const short = (text = 'none'): string => JSON.stringify(text.slice(0, 60));
