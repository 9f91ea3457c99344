// What fits into the line under a contribution, and how much does not: what is cut off says so.
import { forget, measure } from "./ruler";

/** What stands between two of them, in CSS pixels. */
const BETWEEN = 15;

/** What the sign for what does not fit takes. */
const REST = 36;

/** Less of a text than this says nothing. */
const A_WORD = 70;

/** Letters of a script are measured anew once its font has come. */
let fonts = $state(0);
let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  document.fonts.addEventListener("loadingdone", () => {
    forget();
    fonts += 1;
  });
}

/** How wide a text is in that line, with what stands before it. Measured, because letters of some scripts are no guess. */
export function width(text: string): number {
  listen();
  void fonts;
  const wide = measure(text);
  return wide === null ? 0 : Math.ceil(wide) + BETWEEN;
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
