// What is said of names that no group has: of one, or of all of them.
import type { Mapping, UnknownGroup } from "$lib/platform";

const folded = (name: string) => name.trim().toLowerCase();

/** What becomes of this name. */
export function becomes(mapping: Mapping, name: string): UnknownGroup {
  const said = Object.entries(mapping.unknownGroups).find(([known]) => folded(known) === folded(name));
  return said?.[1] ?? mapping.otherUnknownGroups;
}

/** The same for all names, whatever was said of single ones. */
export function decideAll(mapping: Mapping, fate: UnknownGroup): Mapping {
  return { ...mapping, unknownGroups: {}, otherUnknownGroups: fate };
}

/** Says it of one name. */
export function decideOne(mapping: Mapping, name: string, fate: UnknownGroup): Mapping {
  const others = Object.entries(mapping.unknownGroups).filter(([known]) => folded(known) !== folded(name));
  const said = fate === mapping.otherUnknownGroups ? others : [...others, [name, fate] as const];
  return { ...mapping, unknownGroups: Object.fromEntries(said) };
}

/** As a list of choices names it. */
export function unknownGroupValue(fate: UnknownGroup): string {
  return typeof fate === "string" ? fate : `means:${fate.means}`;
}

export function asUnknownGroup(value: string): UnknownGroup {
  if (value.startsWith("means:")) return { means: value.slice("means:".length) };
  return value === "add" || value === "leaveOut" ? value : "refuse";
}
