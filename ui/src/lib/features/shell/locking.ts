// Locking: what is half typed is kept first, and nothing of the page outlives it.
import { onMount } from "svelte";

type Keep = () => unknown;

let keeping: readonly Keep[] = [];

/** Waits for this before the consultation is locked, while the component stands: to keep what is half typed. */
export function beforeLocking(keep: Keep): void {
  onMount(() => {
    keeping = [...keeping, keep];
    return () => (keeping = keeping.filter((other) => other !== keep));
  });
}

/** Everything half typed is kept when this is done, or could not be. */
export async function keepEverything(): Promise<void> {
  await Promise.allSettled(keeping.map(async (keep) => keep()));
}

/** How often Rust is told that somebody is there. Milliseconds. */
const PACE = 5000;

/** Tells Rust that somebody touched the window, now and then. */
export function tellTouches(touch: () => unknown): () => void {
  let told = 0;
  const touched = () => {
    const now = Date.now();
    if (now - told < PACE) return;
    told = now;
    touch();
  };
  const events = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
  for (const event of events) window.addEventListener(event, touched, { capture: true, passive: true });
  return () => {
    for (const event of events) window.removeEventListener(event, touched, { capture: true });
  };
}
