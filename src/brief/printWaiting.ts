import { type DeskLanguage, deskWords } from '../../locales/deskWords.ts';
import { printBrief } from './print.ts';
import { briefSchema } from './schema.ts';

type AlertKind = 'emergency' | 'self_harm' | 'human' | 'lost' | 'complaint' | 'agency' | 'merge';

/** What waits for coordinators. `brief` is the wire object, still unchecked. */
export type WaitingWork = {
  alerts: readonly { id: string; kind: AlertKind; person: string; case?: string; at: number }[];
  items: readonly (
    | { kind: 'brief'; brief: unknown }
    | { kind: 'recall'; case: string; revision: number }
    | { kind: 'erased'; case: string; revision: number }
  )[];
  /** Messages that no turn could take. */
  dead: number;
};

/** Danger first, then the others in the order they came. */
const first: readonly AlertKind[] = ['emergency', 'self_harm'];

/** All that waits, as text: open alerts before briefs (design: "Alerts"). */
export function printWaiting(waiting: WaitingWork, language: DeskLanguage): string {
  const t = deskWords(language);
  const alerts = waiting.alerts.toSorted((a, b) => Number(first.includes(b.kind)) - Number(first.includes(a.kind)));
  const lines = alerts.map(
    (alert) =>
      `${t('brief:alert', {
        kind: t(`brief:kind.${alert.kind}`),
        person: alert.case ?? alert.person,
        at: new Date(alert.at).toISOString(),
      })} · ${alert.id}`,
  );
  const briefs = waiting.items.map((item) => {
    if (item.kind === 'brief') return printBrief(briefSchema.parse(item.brief), language);
    return t(item.kind === 'recall' ? 'brief:recalled' : 'brief:unreadable', { case: item.case });
  });
  return [
    `=== ${t('brief:alerts')} ===`,
    ...(lines.length > 0 ? lines : [t('brief:noAlerts')]),
    ...(waiting.dead > 0 ? [t('brief:dead', { count: waiting.dead })] : []),
    '',
    `=== ${t('brief:briefs')} ===`,
    briefs.length > 0 ? briefs.join('\n\n') : t('brief:noBriefs'),
  ].join('\n');
}
