import { clauseAt } from '../tokens.ts';
import { before, type Round } from './round.ts';

/** "late 60s", "بالستينات", "in her fifties": the age the decade begins with. Unasked, it must be somebody's. */
export function decades(round: Round): number[] {
  const decade = decadeIn(round);
  return decade === null || !(round.asked || somebodys(round)) ? [] : [decade];
}

/** The decade a message names, by its first year, without a century. */
export function decadeIn(round: Round): number | null {
  const digits = /(?<!\d)([2-9]0) ?['’]?s(?![a-z])/i.exec(round.text.clean);
  if (digits !== null) return Number(digits[1]);
  const hit = round.keys.find((key) => key.code.startsWith('decade'));
  return hit === undefined ? null : Number(hit.code.slice('decade '.length));
}

/** "she is in her late sixties", "رجل خمسيني", "امي في الستينات". */
function somebodys(round: Round): boolean {
  const at = round.keys.find((key) => key.code.startsWith('decade'))?.from ?? digitsAt(round);
  if (at < 0 || round.tokens[at - 1]?.fold === 'the') return false;
  if (clauseOf(round, at)) return true;
  const word = round.tokens.slice(Math.max(0, at - 2), at).map((token) => token.fold);
  return (
    before(round, 'person', at, 5) || before(round, 'age', at, 3) || word.some((one) => /^(?:his|her|my)$/.test(one))
  );
}

/** "…، بالثلاثينات، …", "…, mid 40s, …": a clause that says nothing else. */
function clauseOf(round: Round, at: number): boolean {
  const { from, to } = clauseAt(round.tokens, at);
  for (let here = from; here < to; here += 1) {
    const code = round.keys.find((key) => key.from <= here && here < key.to)?.code ?? '';
    if (!code.startsWith('decade') && here !== at && !beside.has(round.tokens[here]?.fold ?? '')) return false;
  }
  return round.tokens.length > to - from;
}
const beside: ReadonlySet<string> = new Set([
  'in',
  'his',
  'her',
  'early',
  'mid',
  'late',
  'في',
  'اول',
  'اخر',
  'بداية',
  'بدايه',
  'نهايه',
  'اواخر',
  'اوايل',
  'منتصف',
  'نص',
  's',
]);

function digitsAt(round: Round): number {
  return round.tokens.findIndex((token) => /^[2-9]0'?s?$/.test(token.fold));
}
