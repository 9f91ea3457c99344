// Stretches of a paragraph that are marked: quotations, and words in quotation marks that nobody said.
import type { ParagraphView } from "$lib/platform";

export type Mark = "plain" | "quoted" | "gone" | "unknown";
export type Stretch = { text: string; mark: Mark };

type Range = { from: number; to: number; mark: Exclude<Mark, "plain"> };

function ranges({ quotations, unknown }: Pick<ParagraphView, "quotations" | "unknown">): Range[] {
  const quoted = quotations.map(({ from, to, stands }): Range => ({ from, to, mark: stands ? "quoted" : "gone" }));
  const unquoted = unknown.map(({ from, to }): Range => ({ from, to, mark: "unknown" }));
  return [...quoted, ...unquoted].sort((one, other) => one.from - other.from);
}

/** How far two texts begin alike, and how far they end alike behind that. */
function alike(one: string, other: string): { before: number; behind: number } {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before += 1;
  let behind = 0;
  while (behind < shorter - before && one.at(-1 - behind) === other.at(-1 - behind)) behind += 1;
  return { before, behind };
}

/**
 * What is typed, cut into stretches. What Rust knows of the text speaks of what was kept last: where something was typed
 * since, the marks before and behind it stay where they belong, and those within it wait for the next answer.
 */
export function stretches(
  typed: string,
  known: Pick<ParagraphView, "text" | "quotations" | "unknown">,
): readonly Stretch[] {
  const { before, behind } = alike(known.text, typed);
  const shift = typed.length - known.text.length;
  const kept = ranges(known).flatMap((range): Range[] => {
    if (range.to <= before) return [range];
    if (range.from < known.text.length - behind) return [];
    return [{ ...range, from: range.from + shift, to: range.to + shift }];
  });
  const cut: Stretch[] = [];
  let at = 0;
  for (const { from, to, mark } of kept) {
    if (from < at) continue;
    if (from > at) cut.push({ text: typed.slice(at, from), mark: "plain" });
    cut.push({ text: typed.slice(from, to), mark });
    at = to;
  }
  if (at < typed.length) cut.push({ text: typed.slice(at), mark: "plain" });
  return cut;
}

/** Where words were taken out and others are still to come: to be selected, so that one can type over it. */
export const GAP = "[…]";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"]);

/** In which direction a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}
