// What can be chosen, as the lists of this screen show it.
import type { CaptureLists } from "$lib/platform";
import type { Item } from "./Picker.svelte";

/** Objectives and principles, by number or letter and by their words. */
export function nodeItems({ nodes }: CaptureLists): Item[] {
  return nodes.map(({ node, words }) => ({ key: node.key, label: node.short, mark: node.mark, words, node }));
}

/** Groups, by their place. */
export function groupItems({ groups }: CaptureLists): Item[] {
  return groups.map(({ key, label }, at) => ({ key, label, mark: String(at + 1) }));
}
