// What can be chosen, as the lists of this screen show it.
import { fitting, folded } from "$lib/fuzzy";
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

/**
 * Those that fit what was typed: the one that is called by it first, then by their words. Where `offer` says how, a name
 * that is not among them is offered as a new one.
 */
export function found(items: readonly Item[], typed: string, offer?: (name: string) => string): Item[] {
  const asked = folded(typed.trim());
  if (asked === "") return [...items];
  const marked = items.filter((item) => item.mark !== undefined && folded(item.mark) === asked);
  const named = fitting(typed, items, (item) => `${item.label} ${item.words ?? ""}`);
  const all = [...marked, ...named.filter((item) => !marked.includes(item))];
  const known = all.some((item) => folded(item.label) === asked);
  return offer && !known ? [...all, { key: typed.trim(), label: offer(typed.trim()) }] : all;
}
