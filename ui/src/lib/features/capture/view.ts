// What opens is seen, also in a low window.

/** Scrolls no further than it takes to see all of it. */
export function intoView(element: Element): void {
  element.scrollIntoView({ block: "nearest" });
}
