// What changed, as Rust tells it: a screen asks anew for what it shows of that.
import { onMount } from "svelte";
import { hearChanges, type Topic } from "$lib/platform";

/** Everything there is to hear of. */
export const EVERYTHING: readonly Topic[] = [
  "programme",
  "contributions",
  "turns",
  "presence",
  "briefs",
  "drafts",
  "members",
];

type Listener = { topics: readonly Topic[]; reread: () => unknown };

let listeners: readonly Listener[] = [];

/** Tells every screen that shows something of this. */
export function tell(topics: readonly Topic[]): void {
  for (const { topics: shown, reread } of listeners) {
    if (topics.some((topic) => shown.includes(topic))) reread();
  }
}

/** Calls back whenever one of these changed, while the component stands. */
export function onChanges(topics: readonly Topic[], reread: () => unknown): void {
  onMount(() => {
    const listener = { topics, reread };
    listeners = [...listeners, listener];
    return () => (listeners = listeners.filter((other) => other !== listener));
  });
}

/** Listens to Rust, once for the whole window. */
export async function listen(): Promise<void> {
  await hearChanges(tell);
}
