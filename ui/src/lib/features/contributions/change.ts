// What is done to contributions that are picked out: which question is asked, and what Rust is told.
import type { Messages } from "$lib/messages/index.svelte";
import type { ActionId } from "$lib/features/shell/chords";
import type { Basis, Becomes, Consent, ContributionRow, Selected } from "$lib/platform";

/** What is changed. */
export type What = "tags" | "groups" | "kind" | "state" | "permission";

/** Which contributions it is about. `row` where it is one, so that what it has is known. */
export type About = { selected: Selected; count: number; row: ContributionRow | null };

/** `true` put on, `false` taken off; what is not in it stays as it is. */
export type Marks = ReadonlyMap<string, boolean>;

const NOTHING: Becomes = {
  tag: [],
  untag: [],
  addGroups: [],
  removeGroups: [],
  kind: null,
  state: null,
  answer: null,
};

const those = (marks: Marks, on: boolean) => [...marks].filter(([, is]) => is === on).map(([key]) => key);

export function tagged(marks: Marks): Becomes {
  return { ...NOTHING, tag: those(marks, true), untag: those(marks, false) };
}

export function grouped(marks: Marks): Becomes {
  return { ...NOTHING, addGroups: those(marks, true), removeGroups: those(marks, false) };
}

export function ofKind(kind: string): Becomes {
  return { ...NOTHING, kind };
}

export function inState(state: string): Becomes {
  return { ...NOTHING, state };
}

export function answered(question: string, consent: Consent, basis: Basis | null): Becomes {
  return { ...NOTHING, answer: { question, consent, basis } };
}

/** The next of what a mark can be: where one thing is meant on or off, where many are also as they are. */
export function next(mark: boolean | undefined, many: boolean): boolean | undefined {
  if (!many) return !mark;
  return mark === undefined ? true : mark ? false : undefined;
}

export const WHATS = {
  tags: { name: "many-tags", title: "many-tags-title", done: "many-tags-done", id: "change-tags" },
  groups: { name: "many-groups", title: "many-groups-title", done: "many-groups-done", id: "change-groups" },
  kind: { name: "many-kind", title: "many-kind-title", done: "many-kind-done", id: "change-kind" },
  state: { name: "many-state", title: "many-state-title", done: "many-state-done", id: "change-state" },
  permission: {
    name: "many-permission",
    title: "many-permission-title",
    done: "many-permission-done",
    id: "change-permission",
  },
} as const satisfies Record<What, { name: keyof Messages; title: keyof Messages; done: keyof Messages; id: ActionId }>;
