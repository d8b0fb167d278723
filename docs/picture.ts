import { family } from '../flows/family.ts';
import en from '../locales/en/fields.json' with { type: 'json' };
import { cardFields } from '../src/dialogue/known.ts';
import { machine } from '../src/dialogue/machine.ts';

type Edge = { from: string; to: string; label: string };
type Transition = { target?: readonly { key: string }[] | undefined; guard?: unknown; eventType: string };

/** The state chart and the table of fields as Markdown, from the machine and the flow themselves. */
export function picture(): string {
  return [
    '# The dialogue',
    '',
    'Made by `npm run picture` from `src/dialogue/machine.ts` and `flows/family.ts`; a test fails when it is stale.',
    '',
    'The place is never stored: `deciding` computes it from the facts, in the order drawn. Every place goes back to `deciding`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> opening',
    ...merged(edges()).map(({ from, to, label }) => `  ${from} --> ${to}${label ? `: ${label}` : ''}`),
    '```',
    '',
    'From every place (unless it is drawn otherwise) these are heard and lead back to `deciding`:',
    '',
    `${everywhere()
      .map((event) => `\`${event}\``)
      .join(', ')}.`,
    '',
    '## Fields',
    '',
    '| line | field | asked | choices | question |',
    '| --- | --- | --- | --- | --- |',
    ...family.map((question) => {
      const options = 'options' in question ? question.options.map((option) => `\`${option}\``).join(' ') : 'in words';
      return `| ${cardFields.indexOf(question.field) + 1} | \`${question.field}\` | ${question.stage} | ${options} | ${en[question.field].ask} |`;
    }),
    '',
  ].join('\n');
}

function edges(): Edge[] {
  return Object.entries(machine.states).flatMap(([from, node]) =>
    [...node.transitions.values(), node.always ?? []].flat().flatMap((transition: Transition) => {
      const guard = guardName(transition.guard);
      const label = [transition.eventType, guard ? `[${guard}]` : ''].filter(Boolean).join(' ');
      return (transition.target ?? []).map((target) => ({ from, to: target.key, label }));
    }),
  );
}

const guardName = (guard: unknown): string => {
  if (typeof guard === 'string') return guard;
  if (typeof guard !== 'object' || guard === null) return '';
  const { type, params } = guard as { type: string; params?: string };
  return params ? `${type} ${params}` : type;
};

const everywhere = (): string[] => [...machine.root.transitions.keys()].sort();

/** Several transitions between the same two places are one arrow. */
function merged(all: Edge[]): Edge[] {
  const arrows = new Map<string, Edge>();
  for (const edge of all) {
    const key = `${edge.from}>${edge.to}`;
    const before = arrows.get(key);
    arrows.set(key, before ? { ...before, label: `${before.label}, ${edge.label}` } : edge);
  }
  return [...arrows.values()];
}
