import { labelledLines } from '../fields/labels.ts';
import { clean, textOf } from '../normalise.ts';

/**
 * A pasted note with every cell of its tables on a line of its own, `label: value` where a label stands beside or above
 * the value, and every point of a numbered list on its own line; anything else stays as it was, cleaned.
 */
export function laidOut(masked: string): string {
  const lines = clean(masked.replace(/\t+/g, ' | ')).split('\n');
  const out: string[] = [];
  let heads: string[] | null = null;
  for (const line of lines) {
    const cells = cellsOf(line);
    if (cells?.every(isRuled) === true) continue;
    if (cells !== null && heads?.length === cells.length) {
      for (const [at, cell] of cells.entries()) out.push(`${heads[at]}: ${cell}`);
      continue;
    }
    heads = cells !== null && cells.length > 2 && cells.every(isLabel) ? cells : null;
    if (heads === null) out.push(...(cells === null ? pointsOf(line) : inPairs(cells)));
  }
  return out.join('\n');
}

/** The line under the heads of a table. */
const isRuled = (cell: string): boolean => /^[\s:-]*$/.test(cell);

function cellsOf(line: string): string[] | null {
  if (!line.includes('|')) return null;
  const cells = line.split('|').map((cell) => cell.trim());
  const inner = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
  return inner.length > 1 ? inner : null;
}

/** Whether words are a label, by what the reader of labels says of them. */
function isLabel(words: string): boolean {
  return words !== '' && words.length < 40 && !words.includes(':') && labelledLines(textOf(`${words}: x`)).length > 0;
}

function inPairs(cells: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const [cell = '', value = ''] = [cells[at], cells[at + 1]];
    if (cell === '') continue;
    const paired = value !== '' && isLabel(cell) && (cells.length === 2 || !isLabel(value));
    out.push(paired ? `${cell}: ${value}` : cell);
    if (paired) at += 1;
  }
  return out;
}

/** "1.UAE 2.arabic 3.ortho" as three lines: at least three numbers that count up from one, all with the same sign. */
function pointsOf(line: string): string[] {
  const starts: number[] = [];
  let sign: string | undefined;
  for (const match of line.matchAll(/(?<=^|[\s,;.])(\d{1,2})([.)]|-(?= ))/g)) {
    if (Number(match[1]) !== starts.length + 1 || (sign !== undefined && match[2] !== sign)) continue;
    sign = match[2];
    starts.push(match.index);
  }
  if (starts.length < 3) return [line];
  return [line.slice(0, starts[0]), ...starts.map((start, at) => line.slice(start, starts[at + 1]))]
    .map((point) => point.trim())
    .filter((point) => point !== '');
}
