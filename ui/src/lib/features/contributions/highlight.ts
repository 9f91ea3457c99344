// Cuts a text into what matched and what did not, by ranges that count in UTF-16 units as JavaScript does.

export type Piece = { text: string; found: boolean };

/** The pieces of `text`, in order; together they are the text. Ranges may come in any order, overlap or reach too far. */
export function pieces(text: string, ranges: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at);
    const end = Math.min(to, text.length);
    if (end <= start) continue;
    if (start > at) cut.push({ text: text.slice(at, start), found: false });
    const last = cut.at(-1);
    if (last?.found && start === at) last.text += text.slice(start, end);
    else cut.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length || cut.length === 0) cut.push({ text: text.slice(at), found: false });
  return cut;
}

export type Excerpt = { text: string; ranges: [number, number][] };

/**
 * At most about `length` units of `text`, so that the first match is in them: from the beginning where that does it,
 * else from a word before the match, after an ellipsis; as full as the text allows.
 */
export function excerpt(text: string, ranges: readonly (readonly [number, number])[], length: number): Excerpt {
  const copy = ranges.map(([from, to]): [number, number] => [from, to]);
  const first = Math.min(...ranges.map(([from]) => from));
  if (text.length <= length) return { text, ranges: copy };
  let from = 0;
  if (Number.isFinite(first) && first > length * 0.8) {
    from = Math.max(0, Math.min(first - Math.round(length / 4), text.length - length));
    const space = text.slice(from, first).search(/\s/u);
    from = space >= 0 ? from + space + 1 : whole(text, from);
  }
  const to = whole(text, Math.min(text.length, from + length));
  const before = from > 0 ? "… " : "";
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + (to < text.length ? "…" : ""),
    ranges: copy
      .filter(([start, end]) => start < to && end > from)
      .map(([start, end]) => [Math.max(start, from) + shift, Math.min(end, to) + shift]),
  };
}

/** The same place, or one before it where it would cut a pair of surrogates. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
