/** Characters `from` to `to` (excluded) of a text. */
export type Span = { from: number; to: number };

/** What does not stand in a token: its name is no label. Both come in their order. */
export function outside<T extends Span>(spans: readonly T[], tokens: readonly Span[]): T[] {
  if (tokens.length === 0) return [...spans];
  let next = 0;
  return spans.filter((one) => {
    while ((tokens[next]?.to ?? Number.POSITIVE_INFINITY) <= one.from) next += 1;
    return one.from < (tokens[next]?.from ?? Number.POSITIVE_INFINITY);
  });
}

/** The parts of a span that no token covers. */
export function gaps(span: Span, tokens: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let from = span.from;
  for (const token of tokens) {
    if (token.to <= span.from || token.from >= span.to) continue;
    if (token.from > from) parts.push({ from, to: token.from });
    from = Math.max(from, token.to);
  }
  if (from < span.to) parts.push({ from, to: span.to });
  return parts;
}

/** The parts of a text around some places, in order and joined where they meet: so that a dear search need not see the rest. */
export function around(places: readonly number[], ahead: number, behind: number): Span[] {
  const parts: Span[] = [];
  for (const place of places) {
    const last = parts.at(-1);
    if (last !== undefined && place - ahead <= last.to) last.to = place + behind;
    else parts.push({ from: Math.max(0, place - ahead), to: place + behind });
  }
  return parts;
}
