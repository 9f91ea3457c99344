// Measures texts as the line under a contribution sets them, each of them once: the same few groups, kinds and objectives
// stand in most rows, and to ask for the look of the page in the midst of a change costs more than the row.

let ruler: CanvasRenderingContext2D | null = null;
const measured = new Map<string, number>();

/** How wide a text is, in CSS pixels; `null` where nothing can be measured. */
export function measure(text: string): number | null {
  const known = measured.get(text);
  if (known !== undefined) return known;
  ruler ??= document.createElement("canvas").getContext("2d");
  if (ruler === null) return null;
  // As Row.svelte sets it.
  ruler.font = `12.5px ${getComputedStyle(document.documentElement).getPropertyValue("--ui")}`;
  const { width } = ruler.measureText(text);
  measured.set(text, width);
  return width;
}

/** Lets go of what was measured: when a font has come, and so that a list that is left leaves no name behind. */
export function forget(): void {
  measured.clear();
}
