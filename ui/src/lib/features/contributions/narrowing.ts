// What a person narrows the list by, as the question that asks for it.
import type { Sort } from "$lib/platform";
import type { Question } from "./found.svelte";

/** Empty: not narrowed by this. */
export type Narrowing = {
  /** A whole session, `session:ID`, or one round, `round:ID`. */
  place: string;
  group: string;
  node: string;
  kind: string;
  language: string;
  permission: string;
  /** `new`: nobody has looked at it yet; `conflict`: it was changed on two sides. */
  state: string;
  /** `with` or `without`. */
  files: string;
};

export const EVERYTHING: Narrowing = {
  place: "",
  group: "",
  node: "",
  kind: "",
  language: "",
  permission: "",
  state: "",
  files: "",
};

/** Asks for what has none. */
export const NONE = "-";

/** What an address asks for: `conflicts`, or `without=group`, `node`, `kind` or `round`. */
export function narrowingOf(address: URLSearchParams): Narrowing {
  if (address.has("conflicts")) return { ...EVERYTHING, state: "conflict" };
  const without = address.get("without");
  if (without === "round") return { ...EVERYTHING, place: `round:${NONE}` };
  return without === "group" || without === "node" || without === "kind"
    ? { ...EVERYTHING, [without]: NONE }
    : EVERYTHING;
}

/** Whether a question asks for less than everything, but for its words. */
export function isFiltered(question: Question): boolean {
  const { session, segment, group, node, kind, language, permission, state, files, conflicts } = question;
  const asked = [session, segment, group, node, kind, language, permission, state, files];
  return conflicts || asked.some((value) => value !== null);
}

/** The order that holds: the one chosen, else best match first where there are words. */
export function orderOf(chosen: Sort | null, words: string): Sort {
  if (words.trim() === "") return chosen === null || chosen === "relevance" ? "newest" : chosen;
  return chosen ?? "relevance";
}

export function questionOf(words: string, narrowing: Narrowing, chosen: Sort | null): Question {
  const [level, ...id] = narrowing.place.split(":");
  const place = id.join(":");
  return {
    words: words.trim(),
    session: level === "session" ? place : null,
    segment: level === "round" ? place : null,
    group: narrowing.group || null,
    node: narrowing.node || null,
    kind: narrowing.kind || null,
    language: narrowing.language || null,
    speaker: null,
    permission: narrowing.permission || null,
    state: ["", "conflict"].includes(narrowing.state) ? null : narrowing.state === "new" ? "" : narrowing.state,
    conflicts: narrowing.state === "conflict",
    files: narrowing.files === "" ? null : narrowing.files === "with",
    sort: orderOf(chosen, words),
  };
}
