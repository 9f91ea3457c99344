// What fits into the line under a contribution, and how much does not: what is cut off says so.

/** What stands between two of them, in CSS pixels. */
const BETWEEN = 15;

/** What the sign for what does not fit takes. */
const REST = 36;

/** Less of a text than this says nothing. */
const A_WORD = 70;

let ruler: CanvasRenderingContext2D | null = null;

/** Letters of a script are measured anew once its font has come. */
let fonts = $state(0);

/** How wide a text is in that line, with what stands before it. Measured, because letters of some scripts are no guess. */
export function width(text: string): number {
  if (ruler === null) {
    ruler = document.createElement("canvas").getContext("2d");
    if (ruler === null) return 0;
    document.fonts.addEventListener("loadingdone", () => (fonts += 1));
  }
  void fonts;
  // As Row.svelte sets it.
  ruler.font = `12.5px ${getComputedStyle(document.documentElement).getPropertyValue("--ui")}`;
  return Math.ceil(ruler.measureText(text).width) + BETWEEN;
}

/** How many of the texts fit into a line, and whether the next one can be begun. */
export type Fits = { whole: number; begun: boolean };

/** What fits into `room` of what is so wide, from the first on; at least one. */
export function fits(widths: readonly number[], room: number): Fits {
  let left = room;
  for (const [at, width] of widths.entries()) {
    const needed = at === widths.length - 1 ? 0 : REST;
    if (left - width < needed) return { whole: Math.max(1, at), begun: at > 0 && left - REST >= A_WORD };
    left -= width;
  }
  return { whole: widths.length, begun: false };
}
