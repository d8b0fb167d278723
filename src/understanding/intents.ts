import type { Heard, Meaning } from './meaning.ts';

const byMeaning: Partial<Record<Meaning['type'], string>> = {
  stop: 'stop_optout',
  cancel: 'stop_optout',
  withdraw: 'withdraw_delete',
  erase: 'withdraw_delete',
  human: 'request_human',
  language: 'change_language',
  restart: 'restart',
  new_case: 'restart',
  status: 'ask_status',
  mine: 'ask_privacy',
  help: 'ask_process',
  back: 'edit_answer',
  change: 'edit_answer',
  yes: 'affirm',
  no: 'deny',
  greet: 'greet',
  thanks: 'thanks',
  goodbye: 'goodbye',
  start: 'start_request',
  maybe_emergency: 'emergency',
  unclear: 'out_of_scope',
};

/** First what comes first in `Meaning`; of the rest the later ones stand behind the earlier ones. */
const order: readonly string[] = [
  'self_harm',
  'emergency',
  'withdraw_delete',
  'stop_optout',
  'request_human',
  'change_language',
  'restart',
  'ask_status',
  'topics',
  'edit_answer',
  'agency_identify',
  'ask_logistics',
  'affirm',
  'deny',
  'start_request',
  'thanks',
  'goodbye',
  'greet',
  'out_of_scope',
];

/** The label of `domain.md` 8.1 for every meaning that has one, the best first. */
export function intentsOf(heard: Pick<Heard, 'meanings'>): string[] {
  const found: { label: string; rank: number }[] = [];
  for (const meaning of heard.meanings) {
    const label = labelOf(meaning);
    if (label === null || found.some((one) => one.label === label)) continue;
    const isTopic = meaning.type === 'topic' || meaning.type === 'mine' || meaning.type === 'help';
    const group = isTopic && label !== 'ask_logistics' ? 'topics' : label;
    found.push({ label, rank: order.indexOf(group) });
  }
  return found.sort((a, b) => a.rank - b.rank).map((one) => one.label);
}

function labelOf(meaning: Meaning): string | null {
  if (meaning.type === 'topic') return meaning.topic;
  if (meaning.type === 'emergency' || meaning.type === 'self_harm') return meaning.type;
  if (meaning.type === 'refused')
    return meaning.what === 'file' || meaning.what === 'image' || meaning.what === 'link' ? 'send_files' : null;
  if (meaning.type === 'said')
    return meaning.said.some((one) => one.field === 'writer' && one.value === 'agency') ? 'agency_identify' : null;
  return byMeaning[meaning.type] ?? null;
}
